package com.cdhdashboard.core.config.read;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.schema.Absent;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.notation.FilterNotation;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code [reports]}; which keys a kind of report needs is not known here. */
final class ReportReader {
    /** Text of an optional key that means none, as an empty one does. */
    private static final String NONE = "---";

    private static final String EXPERIMENT_TYPE = "line";

    private static final String FILTERS = "filters";

    private static final Set<String> OWN_COMPONENTS = Set.of("metric", "type", "description", "group_by", FILTERS);

    private final Section root;
    private final MetricReader.Metrics metrics;

    ReportReader(Section root, MetricReader.Metrics metrics) {
        this.root = root;
        this.metrics = metrics;
    }

    List<ReportConfig> read() {
        if (!root.has("reports")) {
            root.missingWithDefault("reports", "there is nothing to show; write tables such as [reports.daily_ctr]");
        }
        List<ReportConfig> reports = new ArrayList<>();
        root.section("reports").ifPresent(section -> {
            for (String key : section.keys()) {
                section.section(key).flatMap(each -> report(key, each)).ifPresent(reports::add);
            }
            warnOfEqualDescriptions(section, reports);
        });
        return reports;
    }

    private Optional<ReportConfig> report(String key, Section table) {
        Section section = table.by(ConfigurationKeys.REPORTS);
        Optional<String> metric = section.requiredText("metric", "name a table below [metrics]");
        metric.ifPresent(name -> checkMetric(section, name));
        Optional<String> type = type(section, metric);
        Optional<String> description =
                section.requiredText("description", "write the title, such as \"[ENG] Daily click-through rate\"");
        List<String> groupBy = section.texts("group_by").orElse(List.of());
        List<Filter> filters = filters(section);
        Map<String, Object> settings = settings(section);
        if (!section.sound()) {
            return Optional.empty();
        }
        return Optional.of(new ReportConfig(
                key,
                metric.orElseThrow(),
                type.orElseThrow(),
                description.orElseThrow().strip(),
                groupBy,
                filters,
                settings,
                positions(section)));
    }

    private static List<Filter> filters(Section section) {
        List<Filter> filters = new ArrayList<>();
        for (String text : section.texts(FILTERS).orElse(List.of())) {
            try {
                filters.add(FilterNotation.parse(text));
            } catch (IllegalArgumentException e) {
                section.error(
                        FILTERS,
                        Found.quote(text) + " is not a filter: " + e.getMessage()
                                + "; write such as \"Channel=Web,Mobile\", \"Channel.not=Web\","
                                + " \"Day.from=2024-12-01\" or \"Name.contains=loan\"");
            }
        }
        return filters;
    }

    /** Experiments are compared in one way by default; of other families the type decides what the keys mean. */
    private static Optional<String> type(Section section, Optional<String> metric) {
        boolean experiment =
                metric.flatMap(Family::of).filter(Family.EXPERIMENT::equals).isPresent();
        return experiment && !section.has("type")
                ? Optional.of(EXPERIMENT_TYPE)
                : section.requiredText("type", "write the kind of chart, such as \"line\"");
    }

    private void checkMetric(Section section, String name) {
        List<String> usable = metrics.usable().stream().map(MetricConfig::name).toList();
        if (usable.contains(name)) {
            return;
        }
        String there = usable.isEmpty()
                ? "there is no metric without errors"
                : "the metrics that can be used are " + String.join(", ", usable);
        section.error(
                "metric",
                metrics.names().contains(name)
                        ? "metric " + Found.quote(name)
                                + " has errors, so this report is left out with it; correct [metrics." + name + "]; "
                                + there
                        : Found.quote(name) + " is not a metric; " + there + DidYouMean.hint(name, usable));
    }

    private static Map<String, Object> settings(Section section) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String key : section.keys()) {
            if (ConfigurationKeys.REPORTS.key(key).isPresent() && !OWN_COMPONENTS.contains(key)) {
                setting(section, key).ifPresent(value -> settings.put(key, value));
            }
        }
        return settings;
    }

    private static Optional<Object> setting(Section section, String key) {
        KeyType type = section.schema(key).type();
        if (type instanceof KeyType.Flag) {
            return section.flag(key).map(Object.class::cast);
        }
        if (type instanceof KeyType.Whole) {
            return section.integer(key).map(Integer::longValue);
        }
        if (type instanceof KeyType.Decimal) {
            return number(section, key);
        }
        if (type instanceof KeyType.Texts) {
            return Optional.of(section.requiredTexts(key, "list the stages in order"));
        }
        if (type instanceof KeyType.Table) {
            return section.section(key).map(ReportReader::targets);
        }
        boolean means = !section.schema(key).absent().equals(Absent.NONE);
        return section.text(key)
                .map(text -> text.isBlank() || text.equals(NONE) ? "" : text)
                .filter(text -> means || !text.isEmpty())
                .map(Object.class::cast);
    }

    /** A number, also in quotes; which ones a report allows is not known here. */
    private static Optional<Object> number(Section section, String key) {
        return section.value(key).filter(value -> !value.equals("") && !value.equals(NONE));
    }

    private static Map<String, Object> targets(Section section) {
        Map<String, Object> targets = new LinkedHashMap<>();
        for (String group : section.keys()) {
            Object value = section.value(group).orElseThrow();
            if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
                targets.put(group, value);
            } else {
                section.error(
                        group, Found.show(value) + " is not a target; write a number without quotes, such as 0.05");
            }
        }
        return targets;
    }

    private static Map<String, Position> positions(Section section) {
        Map<String, Position> positions = new LinkedHashMap<>();
        positions.put("", section.position());
        section.keys().forEach(key -> positions.put(key, section.position(key)));
        return positions;
    }

    private static void warnOfEqualDescriptions(Section section, List<ReportConfig> reports) {
        Map<String, String> firstWith = new LinkedHashMap<>();
        for (ReportConfig report : reports) {
            String first = firstWith.putIfAbsent(report.description(), report.key());
            if (first != null) {
                section.section(report.key())
                        .ifPresent(second -> second.warning(
                                "description",
                                Found.quote(report.description()) + " is the description of " + section.path(first)
                                        + " too; write another, as menus show it"));
            }
        }
    }
}
