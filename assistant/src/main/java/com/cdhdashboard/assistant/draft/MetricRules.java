package com.cdhdashboard.assistant.draft;

import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which metrics over interaction history the fields and outcomes of a sample make possible. */
final class MetricRules {
    private static final List<String> TIMES = List.of("Day", "Month", "Quarter", "Year");
    private static final List<String> USUAL_NEGATIVES = List.of("Impression", "Pending");
    private static final int MOST_MEASURES = 8;
    private static final String OUTCOME = "Outcome";

    private final SampledFields fields;
    private final SampledOutcomes outcomes;
    private final List<String> remarks;
    private final TomlText packaged = TomlText.of(ConfigurationReader.defaultText());
    private final List<Entry> entries = new ArrayList<>();

    MetricRules(SampledFields fields, SampledOutcomes outcomes, List<String> remarks) {
        this.fields = fields;
        this.outcomes = outcomes;
        this.remarks = remarks;
    }

    /** The fields that pages filter by, then the metrics. */
    List<Entry> entries() {
        entries.add(Entry.ofGlobalFilters(
                fields.filters(), "These have few values each, so every page can be filtered by them."));
        List<String> clicks = outcomes.of(OutcomeWord.CLICKED, OutcomeWord.ACCEPTED);
        engagement(clicks);
        opens();
        conversion();
        if (!clicks.isEmpty() && number("Propensity")) {
            Map<String, Object> keys = keys(narrow(TIMES), clicks, false);
            keys.put("use_t_digest", true);
            add("model_ml_scores", keys, "The rows tell propensities, so it can be said how well the models rank.");
        }
        descriptive();
        experiment(clicks);
        if (clicks.isEmpty()
                && outcomes.of(OutcomeWord.CONVERTED).isEmpty()
                && !outcomes.all().isEmpty()) {
            remarks.add(
                    "No outcome is a success by its name, so rates are not drafted; add a metric and choose its outcomes.");
        }
        return entries;
    }

    private boolean number(String name) {
        return fields.field(name)
                .filter(field -> field.kind() == FieldKind.MEASURE && field.different() > 1)
                .isPresent();
    }

    private void engagement(List<String> clicks) {
        if (!clicks.isEmpty()) {
            add(
                    "engagement",
                    keys(wide(TIMES), clicks, false),
                    "People respond: " + quoted(clicks) + " "
                            + (clicks.size() == 1 ? "counts as a success." : "count as successes."));
        }
    }

    private void opens() {
        List<String> opened =
                outcomes.of(OutcomeWord.OPENED, OutcomeWord.SHOWN, OutcomeWord.CLICKED, OutcomeWord.ACCEPTED);
        boolean outbound = fields.field("Direction")
                .filter(field -> field.values().contains("Outbound"))
                .isPresent();
        if (outbound && !opened.isEmpty() && !outcomes.of(OutcomeWord.SENT).isEmpty()) {
            Map<String, Object> keys = keys(wide(TIMES), opened, false);
            keys.put("filter", "pl.col(\"Direction\") == \"Outbound\"");
            add("engagement_opens", keys, "Messages are sent, so it can be said how many of them are opened.");
        }
    }

    private void conversion() {
        List<String> bought = outcomes.of(OutcomeWord.CONVERTED);
        List<String> accepted = number("Revenue") ? outcomes.of(OutcomeWord.ACCEPTED) : List.of();
        List<String> positive = bought.isEmpty() ? accepted : bought;
        if (!positive.isEmpty()) {
            add(
                    "conversion",
                    keys(wide(TIMES), positive, true),
                    "People buy: " + quoted(positive) + " "
                            + (positive.size() == 1 ? "counts as a conversion." : "count as conversions."));
        }
    }

    private void descriptive() {
        boolean told = fields.field(OUTCOME).isPresent();
        List<String> columns = Stream.concat(
                        told ? Stream.of(OUTCOME) : Stream.empty(),
                        fields.measures().stream().limit(MOST_MEASURES))
                .toList();
        if (columns.isEmpty()) {
            return;
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("group_by", narrow(told ? List.of("Day", "Month", "Quarter", "Year", OUTCOME) : TIMES));
        keys.put("columns", columns);
        keys.put("scores", scores("descriptive"));
        keys.put("use_t_digest", true);
        add("descriptive", keys, "Values are described: " + String.join(", ", columns) + ".");
    }

    private void experiment(List<String> clicks) {
        Optional<String> name = experimentField(Set.of("name", "id", "experiment"));
        Optional<String> arm = experimentField(Set.of("group", "arm", "variant", "cell"));
        if (name.isPresent() && arm.isPresent() && !clicks.isEmpty()) {
            Map<String, Object> keys = keys(narrow(List.of("Month")), clicks, false);
            keys.put("experiment_name", name.get());
            keys.put("experiment_group", arm.get());
            add(
                    "experiment",
                    keys,
                    "Rows belong to experiments: " + name.get() + " names them, " + arm.get() + " their arms.");
        }
    }

    private Optional<String> experimentField(Set<String> last) {
        return fields.interactions().stream()
                .filter(field -> field.kind() == FieldKind.DIMENSION || field.kind() == FieldKind.CONSTANT)
                .map(DataField::name)
                .filter(name -> NameWords.of(name).has(Set.of("experiment"))
                        && NameWords.of(name).ends(last))
                .findFirst();
    }

    private Map<String, Object> keys(List<String> grain, List<String> positive, boolean bought) {
        List<String> others = outcomes.but(positive, bought);
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("group_by", grain);
        keys.put("scores", List.of());
        keys.put("positive_model_response", positive);
        keys.put("negative_model_response", others.isEmpty() ? USUAL_NEGATIVES : others);
        return keys;
    }

    /** The finest that reports of rates show. */
    private List<String> wide(List<String> first) {
        return Stream.concat(first.stream(), fields.grain().stream()).distinct().toList();
    }

    /** Distributions take more room for each cell, and say little of few rows. */
    private List<String> narrow(List<String> first) {
        return Stream.concat(first.stream(), fields.coarse().stream())
                .distinct()
                .toList();
    }

    private Object scores(String metric) {
        return packaged.value(List.of("metrics", metric, "scores"))
                .or(() -> TomlText.of(ConfigurationReader.demoText()).value(List.of("metrics", metric, "scores")))
                .orElse(List.of());
    }

    private void add(String metric, Map<String, Object> keys, String reason) {
        keys.put("scores", scores(metric));
        Object negative = keys.get("negative_model_response");
        if (USUAL_NEGATIVES.equals(negative) && !outcomes.all().containsAll(USUAL_NEGATIVES)) {
            remarks.add("The sample has nothing but successes of " + metric
                    + ", so its rates are 1 until Impression or Pending come; choose its outcomes.");
        }
        entries.add(Entry.ofMetric(metric, keys, reason));
    }

    private static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(name -> "\"" + name + "\"").toList());
    }
}
