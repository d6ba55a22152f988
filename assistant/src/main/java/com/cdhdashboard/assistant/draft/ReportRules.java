package com.cdhdashboard.assistant.draft;

import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.report.configured.ReportDefaults;
import com.cdhdashboard.core.report.configured.ReportTitle;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reports of drafted metrics: those of the known configurations as far as the data have their fields, and some of fields
 * that only these data have.
 */
final class ReportRules {
    private static final String REPORTS = "reports";
    private static final Map<String, String> RATES = Map.of("engagement", "CTR", "conversion", "ConversionRate");
    private static final int MOST_OF_A_METRIC = 6;
    private static final int MOST_OF_OWN_FIELDS = 2;
    private static final long MOST_LINES = 8;

    private final SampledFields fields;
    private final TomlText base;
    private final LoadedConfiguration loaded;

    /** @param base with the metrics */
    ReportRules(SampledFields fields, TomlText base) {
        this.fields = fields;
        this.base = base;
        this.loaded = ConfigurationCheck.check(ConfigurationReader.read(base, "draft"));
    }

    List<Entry> entries(List<Entry> metrics) {
        List<Entry> entries = new ArrayList<>();
        for (Entry metric : metrics) {
            Stream.concat(known(metric.name()), own(metric.name()))
                    .map(this::held)
                    .filter(entry -> entry.metric().equals(Optional.of(metric.name())))
                    .limit(MOST_OF_A_METRIC + MOST_OF_OWN_FIELDS)
                    .forEach(entries::add);
        }
        return flawless(entries);
    }

    /** A report that is there already stays as somebody made it. */
    private Entry held(Entry entry) {
        return keys(base, entry.name())
                .map(keys -> Entry.ofReport(entry.name(), keys, entry.reason()))
                .orElse(entry);
    }

    private Stream<Entry> known(String metric) {
        Optional<FieldCatalogue> catalogue = configuration()
                .metric(metric)
                .map(config -> FieldCatalogue.of(config, configuration().globalFilters()));
        if (catalogue.isEmpty()) {
            return Stream.empty();
        }
        List<Entry> fitting = new ArrayList<>();
        for (String text : List.of(ConfigurationReader.defaultText(), ConfigurationReader.demoText())) {
            if (fitting.isEmpty()) {
                TomlText toml = TomlText.of(text);
                FittedReport fit = new FittedReport(catalogue.get(), fields);
                toml.keys(List.of(REPORTS))
                        .forEach(name -> keys(toml, name)
                                .filter(keys -> metric.equals(keys.get("metric")))
                                .flatMap(keys -> fit.of(keys, this::titled))
                                .ifPresent(keys -> fitting.add(Entry.ofReport(name, keys, reason(keys)))));
            }
        }
        return fitting.stream().limit(MOST_OF_A_METRIC);
    }

    private Configuration configuration() {
        return loaded.configuration();
    }

    private static Optional<Map<String, Object>> keys(TomlText toml, String report) {
        return toml.value(List.of(REPORTS, report))
                .filter(Map.class::isInstance)
                .map(table -> {
                    Map<String, Object> keys = new LinkedHashMap<>();
                    ((Map<?, ?>) table).forEach((key, value) -> keys.put(String.valueOf(key), value));
                    return keys;
                });
    }

    private Map<String, Object> titled(Map<String, Object> keys) {
        Map<String, Object> whole = new LinkedHashMap<>(keys);
        whole.putAll(new ReportDefaults(configuration(), String.valueOf(keys.get("metric")))
                .missing(String.valueOf(keys.get("type")), keys));
        ReportTitle.of(configuration(), whole)
                .ifPresent(title ->
                        whole.put("description", FittedReport.tag(String.valueOf(keys.get("description"))) + title));
        return whole;
    }

    private static String reason(Map<String, Object> keys) {
        return "Shows " + keys.get("metric") + " as a "
                + String.valueOf(keys.get("type")).replace('_', ' ') + ".";
    }

    /** Of the first rates, by fields that only these data have. */
    private Stream<Entry> own(String metric) {
        String rate = RATES.get(metric);
        return rate == null
                ? Stream.empty()
                : fields.own().stream()
                        .filter(field -> !fields.main().equals(Optional.of(field.name())))
                        .limit(MOST_OF_OWN_FIELDS)
                        .map(field -> ofOwn(metric, rate, field));
    }

    private Entry ofOwn(String metric, String rate, DataField field) {
        boolean few = field.different() <= MOST_LINES;
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("metric", metric);
        keys.put("type", few ? "line" : "heatmap");
        keys.put("description", "");
        keys.put("group_by", List.of(few ? "Day" : "Month", field.name()));
        keys.put("x", few ? "Day" : "Month");
        keys.put("y", few ? rate : field.name());
        keys.put("color", few ? field.name() : rate);
        keys.put(
                "description",
                "[" + tag(metric) + "] " + ReportTitle.of(configuration(), keys).orElse(field.name()));
        String name = String.join("_", NameWords.of(rate).words()) + "_by_"
                + String.join("_", NameWords.of(field.name()).words());
        return Entry.ofReport(
                name,
                keys,
                "Shows " + rate + " by " + field.name() + ", which these data have beside Pega's own fields.");
    }

    private static String tag(String metric) {
        return Family.of(metric).filter(family -> family == Family.CONVERSION).isPresent() ? "CONV" : "ENG";
    }

    /** Those of which the check says nothing at all. */
    private List<Entry> flawless(List<Entry> entries) {
        Set<String> faulty = new HashSet<>();
        TomlText text = base;
        for (Entry entry : entries) {
            text = text.set(entry.path(), entry.value());
        }
        ConfigurationCheck.check(ConfigurationReader.read(text, "draft"))
                .problems()
                .forEach(problem -> entries.stream()
                        .filter(entry -> (problem.path() + ".").startsWith(entry.dotted() + "."))
                        .forEach(entry -> faulty.add(entry.dotted())));
        return entries.stream()
                .filter(entry -> !faulty.contains(entry.dotted()))
                .toList();
    }
}
