package com.cdhdashboard.core.config.schema;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.RfmSegments;
import java.util.List;

/** The {@code metrics} section, and the keys of each metric family. */
final class MetricKeys {
    static final SchemaSection METRICS = SchemaSection.of("[metrics]", "Metrics", "what is counted")
            .group(
                    "",
                    SchemaKey.of(
                                    "global_filters",
                                    KeyType.list(Naming.FIELD, "Channel"),
                                    Absent.REQUIRED_MAY_BE_EMPTY,
                                    "filters offered on every page; part of every metric's grain")
                            .example("[\"Channel\", \"Issue\"]")
                            .needs(Need.IMPORT));

    private static final String ANSWERED = "Outcomes";
    private static final String COUNTED = "What is counted";
    private static final String SHOWN = "What is shown";
    private static final String GRAIN = "the finest grain reports can show";
    private static final String SUCCESS = "`Outcome` values that are a success";
    private static final String NO_SUCCESS = "the rest of the population; outcomes in neither list are left out";
    private static final SchemaKey FILTER = SchemaKey.of("filter", KeyType.EXPRESSION, "only these prepared rows count")
            .otherwiseMeans("keeps all")
            .example("'pl.col(\"Channel\") == \"Web\"'")
            .needs(Need.IMPORT);

    private static final KeyType SEGMENTS = new KeyType.Choice(
            "set of segment names",
            RfmSegments.NAMES.stream().map(KeyType.Option::of).toList(),
            KeyType.Strictness.WARNING);

    private static final List<SchemaKey> VALUE = List.of(
            SchemaKey.of(
                            "model",
                            KeyType.choice("CLV model", "non-contractual", "contractual"),
                            "contractual adds cost times period to the value")
                    .otherwise("non-contractual")
                    .example("\"contractual\"")
                    .needs(Need.IMPORT),
            SchemaKey.of(
                            "lifespan",
                            KeyType.whole(1, 10_000, "years"),
                            "only purchases of that many years before the end of observation count")
                    .otherwise(MetricConfig.ClvModel.DEFAULT_LIFESPAN)
                    .example("9")
                    .needs(Need.IMPORT),
            SchemaKey.of("observation_end", KeyType.DAY, "the day up to which customers were observed")
                    .otherwiseMeans("latest purchase in the data")
                    .example("2024-12-31")
                    .needs(Need.IMPORT),
            SchemaKey.of(
                            "rfm_segment_config",
                            KeyType.either(SEGMENTS, new KeyType.Table("segment", KeyType.Cells.CODES)),
                            "names of the segments")
                    .otherwiseMeans("built-in names")
                    .example("\"retail_banking\"")
                    .needs(Need.IMPORT));

    private MetricKeys() {}

    static SchemaSection of(Family family) {
        return switch (family) {
            case ENGAGEMENT -> engagement();
            case CONVERSION -> conversion();
            case MODEL_ML_SCORES -> modelScores();
            case DESCRIPTIVE -> descriptive();
            case EXPERIMENT -> experiment();
            case CLV -> clv();
        };
    }

    private static SchemaSection section(Family family, String title, String meaning) {
        return SchemaSection.of(family.prefix() + " metrics", title, meaning);
    }

    private static SchemaSection engagement() {
        return section(
                        Family.ENGAGEMENT,
                        "Engagement",
                        "how often customers respond, and how much more often than the control group does")
                .group(COUNTED, groupBy(GRAIN + "; `ModelControlGroup` is added"), FILTER)
                .group(SHOWN, scores("[\"CTR\", \"Lift\", \"Count\"]"))
                .group(
                        ANSWERED,
                        positive(SUCCESS),
                        negative(NO_SUCCESS
                                + ", and [named](metrics.md#outcomes-that-count-nowhere) where no metric lists"
                                + " them"),
                        SchemaKey.of(
                                        "control_group",
                                        KeyType.text(Naming.VALUE),
                                        "the arm served at random, a value of `ModelControlGroup` in any case; all"
                                                + " other values are the test arm")
                                .otherwise(MetricConfig.Engagement.DEFAULT_CONTROL_GROUP)
                                .example("\"Hold-out\"")
                                .needs(Need.IMPORT));
    }

    private static SchemaSection conversion() {
        return section(
                        Family.CONVERSION,
                        "Conversion",
                        "how often customers buy, for how much, and after how many touchpoints")
                .group(COUNTED, groupBy(GRAIN), FILTER)
                .group(SHOWN, scores("[\"ConversionRate\", \"Revenue\", \"AvgTouchpoints\"]"))
                .group(
                        ANSWERED,
                        positive("outcomes that are a conversion").example("[\"Conversion\"]"),
                        negative("all others that count").example("[\"Impression\", \"Pending\", \"Clicked\"]"));
    }

    private static SchemaSection modelScores() {
        return section(
                        Family.MODEL_ML_SCORES,
                        "Model scores",
                        "how well the models tell those who respond from those who do not, and how varied"
                                + " recommendations are")
                .group(COUNTED, groupBy(GRAIN), FILTER)
                .group(SHOWN, scores("[\"roc_auc\", \"average_precision\"]"))
                .group(ANSWERED, positive(SUCCESS), negative(NO_SUCCESS))
                .group(
                        "Precision",
                        tDigest("any roll-up is computed anew from the scores; `false` keeps AUC and average precision"
                                + " of the finest groups, which a roll-up averages: it is marked as approximate, and"
                                + " has no intervals and no curves"));
    }

    private static SchemaSection descriptive() {
        return section(Family.DESCRIPTIVE, "Descriptive", "how the values of single fields are distributed")
                .group(COUNTED, groupBy(GRAIN), FILTER)
                .group(SHOWN, scores("[\"Count\", \"Mean\", \"Median\", \"p90\"]"))
                .group(
                        "Fields",
                        SchemaKey.of(
                                        "columns",
                                        KeyType.list(Naming.FIELD, "Propensity"),
                                        "the fields to describe; of fields that are no numbers only the values are"
                                                + " counted")
                                .example("[\"Propensity\", \"ResponseTime\"]")
                                .needs(Need.IMPORT),
                        tDigest("any roll-up has quantiles of its own; `false` keeps those of the finest groups, which"
                                + " a roll-up averages: it is marked as approximate, and has no histogram"));
    }

    private static SchemaSection experiment() {
        return section(Family.EXPERIMENT, "Experiment", "whether the arms of an experiment differ")
                .group(COUNTED, groupBy(GRAIN + "; the two fields of the experiment are added"), FILTER)
                .group(SHOWN, scores("[\"z_score\", \"chi2_stat\"]"))
                .group(ANSWERED, positive(SUCCESS), negative(NO_SUCCESS))
                .group(
                        "Experiment",
                        arm(
                                "experiment_name",
                                "ExperimentName",
                                "holds the experiment; rows where it is missing,"
                                        + " empty or its default value are left out"),
                        arm("experiment_group", "ExperimentGroup", "holds the arm; likewise"),
                        SchemaKey.of(
                                        "control_group",
                                        KeyType.text(Naming.VALUE),
                                        "the arm others are compared with, a value of the field of arms; an experiment"
                                                + " without it compares nothing")
                                .otherwiseMeans("the arm named `control` in any case, or else the first by name")
                                .example("\"Control\""));
    }

    private static SchemaSection clv() {
        return section(
                        Family.CLV,
                        "Customer lifetime value",
                        "what customers are worth over time, from product holdings")
                .group(
                        COUNTED,
                        groupBy("fields of the customer to group by; the segment is there without")
                                .otherwiseMeans("none")
                                .example("[\"ControlGroup\"]"),
                        FILTER.told(FILTER.label(), "only these prepared holdings count")
                                .example("'pl.col(\"OneTimeCost\") > 0'"))
                .group(SHOWN, scores("[\"recency\", \"frequency\", \"monetary_value\", \"lifetime_value\"]"))
                .group(
                        "Fields of holdings",
                        column("order_id_col", "HoldingID", "identifies a holding"),
                        column("customer_id_col", "SubjectID", "identifies a customer"),
                        column("monetary_value_col", "OneTimeCost", "value of a holding"),
                        column("purchase_date_col", "PurchasedDate", "date of the purchase"),
                        column("recurring_period", "RecurringPeriod", "number of periods, contractual only"),
                        column("recurring_cost", "RecurringCost", "cost of a period, contractual only"))
                .group("Value", VALUE);
    }

    private static SchemaKey groupBy(String meaning) {
        return SchemaKey.of("group_by", KeyType.list(Naming.FIELD, "Month", "Channel"), meaning)
                .example("[\"Day\", \"Month\", \"Channel\"]")
                .needs(Need.IMPORT);
    }

    private static SchemaKey scores(String example) {
        return SchemaKey.of("scores", KeyType.list(Naming.SCORE), "scores that menus offer [first](#metrics)")
                .example(example);
    }

    private static SchemaKey positive(String meaning) {
        return SchemaKey.of("positive_model_response", KeyType.list(Naming.OUTCOME), meaning)
                .example("[\"Clicked\"]")
                .needs(Need.IMPORT);
    }

    private static SchemaKey negative(String meaning) {
        return SchemaKey.of("negative_model_response", KeyType.list(Naming.OUTCOME), meaning)
                .example("[\"Impression\", \"Pending\"]")
                .needs(Need.IMPORT);
    }

    private static SchemaKey tDigest(String meaning) {
        return SchemaKey.of("use_t_digest", KeyType.FLAG, meaning)
                .otherwise(true)
                .example("false")
                .needs(Need.IMPORT);
    }

    private static SchemaKey arm(String name, String example, String meaning) {
        return SchemaKey.of(name, KeyType.text(Naming.FIELD), meaning)
                .example("\"" + example + "\"")
                .needs(Need.IMPORT);
    }

    private static SchemaKey column(String name, String field, String meaning) {
        return SchemaKey.of(name, KeyType.text(Naming.FIELD), meaning)
                .otherwise(field)
                .needs(Need.IMPORT);
    }
}
