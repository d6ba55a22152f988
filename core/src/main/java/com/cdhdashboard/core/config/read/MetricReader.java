package com.cdhdashboard.core.config.read;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.MetricConfig.ClvColumns;
import com.cdhdashboard.core.config.MetricConfig.ClvModel;
import com.cdhdashboard.core.config.MetricConfig.Common;
import com.cdhdashboard.core.config.MetricConfig.Responses;
import com.cdhdashboard.core.config.schema.ConfigurationKeys;
import com.cdhdashboard.core.error.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code [metrics]}: each table below it becomes a metric of the family its name begins with. */
final class MetricReader {
    private static final String GLOBAL_FILTERS = "global_filters";
    private static final String CONTRACTUAL = "contractual";

    private final Section root;

    MetricReader(Section root) {
        this.root = root;
    }

    /**
     * The metrics of a file.
     *
     * @param names of all metrics, those with errors too, in file order
     * @param usable the metrics without errors, in file order
     */
    record Metrics(List<String> globalFilters, List<String> names, List<MetricConfig> usable) {}

    Metrics read() {
        if (!root.has("metrics")) {
            root.missing("metrics", "write [metrics] with global_filters, and a table such as [metrics.engagement]");
        }
        Optional<Section> section = root.section("metrics");
        if (section.isEmpty()) {
            return new Metrics(List.of(), List.of(), List.of());
        }
        List<String> names = section.get().keys().stream()
                .filter(key -> !key.equals(GLOBAL_FILTERS))
                .toList();
        List<MetricConfig> usable = new ArrayList<>();
        for (String name : names) {
            metric(section.get(), name).ifPresent(usable::add);
        }
        return new Metrics(globalFilters(section.get()), names, usable);
    }

    private static List<String> globalFilters(Section section) {
        if (!section.has(GLOBAL_FILTERS)) {
            section.missing(
                    GLOBAL_FILTERS, "list the fields every page can be filtered by, such as [\"Channel\"], or []");
        }
        return section.texts(GLOBAL_FILTERS).orElse(List.of());
    }

    private Optional<MetricConfig> metric(Section metrics, String name) {
        Optional<Family> family = Family.of(name);
        if (family.isEmpty()) {
            metrics.error(
                    name,
                    Found.quote(name) + " begins with no metric family; the families are "
                            + String.join(", ", Family.prefixes()) + DidYouMean.hint(name, Family.prefixes()));
            return Optional.empty();
        }
        return metrics.section(name).flatMap(found -> {
            Section section = found.by(ConfigurationKeys.of(family.get()));
            MetricConfig metric = metric(name, section, family.get());
            return section.sound() ? Optional.of(metric) : Optional.empty();
        });
    }

    private MetricConfig metric(String name, Section section, Family family) {
        Common common = common(name, section, groupBy(section, family));
        return switch (family) {
            case ENGAGEMENT -> new MetricConfig.Engagement(common, responses(section), named(section, "control_group"));
            case CONVERSION -> new MetricConfig.Conversion(common, responses(section));
            case MODEL_ML_SCORES ->
                new MetricConfig.ModelScores(common, responses(section), section.flagOrDefault("use_t_digest"));
            case DESCRIPTIVE ->
                new MetricConfig.Descriptive(
                        common,
                        section.requiredTexts("columns", "list the fields to describe, such as [\"Propensity\"]"),
                        section.flagOrDefault("use_t_digest"));
            case EXPERIMENT -> experiment(common, section);
            case CLV -> clv(common, section);
        };
    }

    /** Customers can be reported without groups: every report has their segment. */
    private static List<String> groupBy(Section section, Family family) {
        return family == Family.CLV
                ? section.texts("group_by").orElse(List.of())
                : section.requiredTexts(
                        "group_by", "list the fields reports can be grouped by, such as [\"Month\", \"Channel\"]");
    }

    private static Common common(String name, Section section, List<String> groupBy) {
        return new Common(
                name,
                section.position(),
                groupBy,
                section.expression("filter"),
                section.requiredTexts("scores", "list the scores that menus offer"));
    }

    private static Responses responses(Section section) {
        List<String> positive = section.requiredTexts(
                "positive_model_response", "list the outcomes that count as success, such as [\"Clicked\"]");
        List<String> negative = section.requiredTexts(
                "negative_model_response", "list the outcomes of all others, such as [\"Impression\"]");
        for (String outcome : negative) {
            if (positive.contains(outcome)) {
                section.warning(
                        "negative_model_response",
                        Found.quote(outcome) + " is in positive_model_response too and counts as positive; remove it"
                                + " from one of the two");
            }
        }
        return new Responses(positive, negative);
    }

    private static MetricConfig experiment(Common common, Section section) {
        return new MetricConfig.Experiment(
                common,
                responses(section),
                section.requiredText("experiment_name", "name the field that holds the experiment")
                        .orElse(""),
                section.requiredText("experiment_group", "name the field that holds the arm of the experiment")
                        .orElse(""),
                section.text("control_group").filter(arm -> !arm.isBlank()));
    }

    private MetricConfig clv(Common common, Section section) {
        if (!root.has("holdings")) {
            section.warning("", "needs product holdings; add a [holdings] section or remove this metric");
        }
        ClvColumns columns = new ClvColumns(
                named(section, "order_id_col"),
                named(section, "customer_id_col"),
                named(section, "monetary_value_col"),
                named(section, "purchase_date_col"),
                named(section, "recurring_period"),
                named(section, "recurring_cost"));
        boolean contractual =
                section.choice("model").filter(CONTRACTUAL::equals).isPresent();
        ClvModel model = new ClvModel(
                contractual,
                section.integerOrDefault("lifespan"),
                GeneralReader.date(section, "observation_end"),
                SegmentReader.read(section));
        return new MetricConfig.Clv(common, columns, model);
    }

    /** The name of a field or a value, with a default; blank text is no name. */
    private static String named(Section section, String key) {
        String whenAbsent = section.otherwise(key, String.class);
        return section.has(key)
                ? section.requiredText(key, "write a name, or remove the key for " + Found.quote(whenAbsent))
                        .orElse(whenAbsent)
                : whenAbsent;
    }
}
