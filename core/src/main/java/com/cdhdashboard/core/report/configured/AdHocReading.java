package com.cdhdashboard.core.report.configured;

import static com.cdhdashboard.core.report.configured.AdHocReport.GROUP_BY;
import static com.cdhdashboard.core.report.configured.AdHocReport.METRIC;
import static com.cdhdashboard.core.report.configured.AdHocReport.TYPE;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.Suggestion;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a report of what is asked, with all that its type needs. */
final class AdHocReading {
    private static final String LINE = "line";
    private static final String GENERIC = "generic";
    private static final String TREEMAP = "treemap";
    /** Dimensions that split nothing of the chart itself. */
    private static final Set<String> NO_AXES = Set.of("cards", "animation_frame", "animation_group");

    private final Configuration configuration;
    private final FieldCatalogue fields;
    private final ReportDefaults defaults;
    private final Capability row;
    private final Map<String, Object> given;
    private final List<String> groups;
    private final List<String> scores;
    private final List<String> notes = new ArrayList<>();

    AdHocReading(Configuration configuration, Map<String, Object> keys) {
        this.configuration = configuration;
        MetricConfig metric = metric(configuration, String.valueOf(keys.getOrDefault(METRIC, "")));
        this.fields = FieldCatalogue.of(metric, configuration.globalFilters());
        this.defaults = new ReportDefaults(configuration, metric.name());
        this.groups = texts(keys.get(GROUP_BY));
        this.scores = texts(keys.get(AdHocParameters.SCORES));
        this.given = new LinkedHashMap<>(keys);
        List.of(METRIC, TYPE, GROUP_BY, AdHocParameters.SCORES).forEach(given::remove);
        this.row = row(keys.get(TYPE) instanceof String type && !type.isBlank() ? type : fitting());
        given.keySet().forEach(this::requireRead);
        given.replaceAll(ChosenSettings::typed);
    }

    private static MetricConfig metric(Configuration configuration, String name) {
        List<String> names =
                configuration.metrics().stream().map(MetricConfig::name).toList();
        return configuration
                .metric(name)
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND,
                        (name.isBlank() ? "The question names no metric." : "There is no metric \"" + name + "\"")
                                + (name.isBlank() ? "" : Suggestion.ending(name, names)) + " Metrics: "
                                + String.join(", ", names) + "."));
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).distinct().toList()
                : value instanceof String text && !text.isBlank() ? List.of(text) : List.of();
    }

    /** A type that shows what is grouped by, where none is said. */
    private String fitting() {
        return switch (fields.family()) {
            case CLV -> groups.isEmpty() ? defaults.type() : TREEMAP;
            case EXPERIMENT -> namesScore() || given.containsKey("color") ? GENERIC : LINE;
            case ENGAGEMENT, CONVERSION, MODEL_ML_SCORES, DESCRIPTIVE -> LINE;
        };
    }

    private boolean namesScore() {
        return !scores.isEmpty()
                || (given.get("y") instanceof String y && fields.scores().contains(y));
    }

    private Capability row(String type) {
        return ReportKinds.table().find(fields.family(), type).orElseThrow(() -> {
            List<String> types = ReportKinds.table().of(fields.family()).stream()
                    .map(each -> each.kind().type())
                    .toList();
            return new UserException("type: \"" + type + "\" is not a report type of "
                    + fields.family().prefix() + " metrics" + Suggestion.ending(type, types) + " Allowed: "
                    + String.join(", ", types) + ".");
        });
    }

    private void requireRead(String name) {
        if (row.key(name).isEmpty()) {
            List<String> names = Stream.concat(
                            Stream.of(METRIC, TYPE, GROUP_BY, AdHocParameters.SCORES),
                            row.keys().stream().map(Key::name))
                    .toList();
            throw new UserException("\"" + name + "\" is not read by a report of type \""
                    + row.kind().type() + "\"" + Suggestion.ending(name, names) + " Allowed: "
                    + String.join(", ", names) + ", and filters such as filter.Channel=Web.");
        }
    }

    AdHocReport report(List<Filter> filters) {
        Map<String, Object> settings = new LinkedHashMap<>(given);
        List<String> drawn = row.groups().use() == Capability.Use.DRAWN ? groups : List.of();
        if (drawn.isEmpty()) {
            spread(settings);
        }
        score(settings);
        time(settings);
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put(GROUP_BY, drawn);
        Map<String, Object> missing = defaults.missing(row.kind().type(), all);
        if (drawn.isEmpty() && missing.get(GROUP_BY) instanceof List<?> filled) {
            drawn = texts(filled);
        }
        missing.forEach((name, value) -> {
            if (!name.equals(GROUP_BY)) {
                settings.putIfAbsent(name, value);
            }
        });
        return new AdHocReport(configuration, config(drawn, settings), filters, notes);
    }

    private ReportConfig config(List<String> drawn, Map<String, Object> settings) {
        Map<String, Object> keys = new LinkedHashMap<>(settings);
        keys.put(METRIC, fields.metric());
        keys.put(TYPE, row.kind().type());
        keys.put(GROUP_BY, drawn);
        String title = ReportTitle.of(configuration, keys).orElse(fields.metric());
        return new ReportConfig(
                AdHocReport.KEY, fields.metric(), row.kind().type(), title, drawn, List.of(), settings, Map.of());
    }

    /** Groups that no axis has come on the axes that are free, times on the first. */
    private void spread(Map<String, Object> settings) {
        List<String> free = row.keys().stream()
                .filter(key -> key.role() == Role.DIMENSION && !NO_AXES.contains(key.name()))
                .map(Key::name)
                .filter(name -> !settings.containsKey(name))
                .toList();
        List<String> left = Stream.concat(
                        groups.stream().filter(name -> TimeStep.of(name).isPresent()),
                        groups.stream().filter(name -> TimeStep.of(name).isEmpty()))
                .filter(name -> !settings.containsValue(name))
                .toList();
        if (left.size() > free.size()) {
            throw new UserException("group_by: a report of type \"" + row.kind().type() + "\" has no place for "
                    + left.subList(free.size(), left.size()).stream()
                            .map(name -> "\"" + name + "\"")
                            .collect(Collectors.joining(", "))
                    + "; group by fewer dimensions, or choose another type.");
        }
        for (int i = 0; i < left.size(); i++) {
            settings.put(free.get(i), left.get(i));
        }
    }

    /** The scores asked for come on the keys that show one; what has no place is said. */
    private void score(Map<String, Object> settings) {
        List<String> left = new ArrayList<>(scores);
        left.removeIf(settings::containsValue);
        for (Key key : row.keys()) {
            boolean shows = key.role() == Role.SCORE
                    && (key.required() || row.kind().type().equals(GENERIC));
            if (shows && !settings.containsKey(key.name()) && !left.isEmpty()) {
                settings.put(key.name(), left.remove(0));
            }
        }
        if (!left.isEmpty()) {
            notes.add("A report of type \"" + row.kind().type() + "\" has no place for " + String.join(", ", left)
                    + "; choose another score by its controls.");
        }
    }

    /** Where nothing is grouped by, a line goes over time. */
    private void time(Map<String, Object> settings) {
        boolean line = row.kind().type().equals(LINE) || row.kind().type().equals(GENERIC);
        boolean overDimension =
                row.key("x").filter(key -> key.role() == Role.DIMENSION).isPresent();
        if (line && overDimension && fields.family() != Family.EXPERIMENT) {
            Set<String> taken = new LinkedHashSet<>();
            settings.values().forEach(value -> taken.add(String.valueOf(value)));
            Optional<String> finest = TimeStep.finest(fields.dimensions()).filter(name -> !taken.contains(name));
            finest.ifPresent(name -> settings.putIfAbsent("x", name));
        }
    }
}
