package com.cdhdashboard.core.config.read;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is said of {@code [metrics]}. */
class MetricProblemsTest {
    static final List<ProblemCase> CASES = List.of(
            ProblemCase.of(
                    "metrics without anything",
                    """
                    [metrics]
                    """,
                    "error config.toml:1:1 metrics.global_filters: is missing; list the fields every page "
                            + "can be filtered by, such as [\"Channel\"], or []"),
            ProblemCase.of(
                    "global filters that are one text",
                    """
                    [metrics]
                    global_filters = "Channel"
                    """,
                    "error config.toml:2:1 metrics.global_filters: \"Channel\" is not a list; write [\"Channel\"]"),
            ProblemCase.of(
                    "global filters that hold a number",
                    """
                    [metrics]
                    global_filters = ["Channel", 2024]
                    """,
                    "error config.toml:2:30 metrics.global_filters: 2024 is not text; write it in quotes: "
                            + "\"2024\""),
            ProblemCase.of(
                    "a field twice",
                    """
                    [metrics]
                    global_filters = ["Channel", "Issue", "Channel"]
                    """,
                    "warning config.toml:2:39 metrics.global_filters: \"Channel\" stands twice in the list; "
                            + "remove one"),
            ProblemCase.of(
                    "a map of segments with faults",
                    """
                    [holdings]
                    file_type = "csv"
                    file_pattern = "*"
                    [metrics]
                    global_filters = []
                    [metrics.clv]
                    group_by = ["Channel"]
                    scores = ["recency"]
                    [metrics.clv.rfm_segment_config]
                    Best = ["444", "443"]
                    Other = ["443", "4441", 111]
                    """,
                    "error config.toml:11:10 metrics.clv.rfm_segment_config.Other: \"443\" is a code of \"Best\" "
                            + "already; remove one of the two",
                    "error config.toml:11:17 metrics.clv.rfm_segment_config.Other: \"4441\" is not a code; a code is "
                            + "three digits from 1 to 4, for recency, frequency and value",
                    "error config.toml:11:25 metrics.clv.rfm_segment_config.Other: 111 is not text; write it in "
                            + "quotes: \"111\""),
            ProblemCase.of(
                    "a map of segments with gaps",
                    """
                    [holdings]
                    file_type = "csv"
                    file_pattern = "*"
                    [metrics]
                    global_filters = []
                    [metrics.clv]
                    group_by = ["Channel"]
                    scores = ["recency"]
                    rfm_segment_config = { Best = ["444"] }
                    """,
                    "error config.toml:9:1 metrics.clv.rfm_segment_config: 63 of the 64 codes have no segment: 111, "
                            + "112, 113, 114, 121, 122, …; add them to a segment"),
            ProblemCase.of(
                    "a misspelt family",
                    """
                    [metrics]
                    global_filters = []
                    [metrics.engagment_web]
                    group_by = ["Day"]
                    scores = ["CTR"]
                    positive_model_response = ["Clicked"]
                    negative_model_response = ["Impression"]
                    """,
                    "error config.toml:3:1 metrics.engagment_web: \"engagment_web\" begins with no metric "
                            + "family; the families are engagement, conversion, model_ml_scores, descriptive, "
                            + "experiment, clv; did you mean \"engagement\"?"),
            ProblemCase.of(
                    "an unlike family",
                    """
                    [metrics]
                    global_filters = []
                    [metrics.sales]
                    group_by = ["Day"]
                    scores = ["CTR"]
                    positive_model_response = ["Clicked"]
                    negative_model_response = ["Impression"]
                    """,
                    "error config.toml:3:1 metrics.sales: \"sales\" begins with no metric family; the families "
                            + "are engagement, conversion, model_ml_scores, descriptive, experiment, clv"),
            ProblemCase.of(
                    "a metric that is a value",
                    """
                    [metrics]
                    global_filters = []
                    engagement = 5
                    """,
                    "error config.toml:3:1 metrics.engagement: 5 is not a table; write [metrics.engagement] "
                            + "with its keys below"),
            ProblemCase.of(
                    "a metric without its keys",
                    """
                    [metrics]
                    global_filters = []
                    [metrics.engagement]
                    """,
                    "error config.toml:3:1 metrics.engagement.group_by: is missing; list the fields reports "
                            + "can be grouped by, such as [\"Month\", \"Channel\"]",
                    "error config.toml:3:1 metrics.engagement.scores: is missing; list the scores that menus "
                            + "offer",
                    "error config.toml:3:1 metrics.engagement.positive_model_response: is missing; list the "
                            + "outcomes that count as success, such as [\"Clicked\"]",
                    "error config.toml:3:1 metrics.engagement.negative_model_response: is missing; list the "
                            + "outcomes of all others, such as [\"Impression\"]"),
            ProblemCase.of(
                    "empty lists",
                    """
                    [metrics]
                    global_filters = []
                    [metrics.engagement]
                    group_by = []
                    scores = []
                    positive_model_response = []
                    negative_model_response = []
                    """,
                    "error config.toml:4:1 metrics.engagement.group_by: is empty; list the fields reports "
                            + "can be grouped by, such as [\"Month\", \"Channel\"]",
                    "error config.toml:5:1 metrics.engagement.scores: is empty; list the scores that menus " + "offer",
                    "error config.toml:6:1 metrics.engagement.positive_model_response: is empty; list the "
                            + "outcomes that count as success, such as [\"Clicked\"]",
                    "error config.toml:7:1 metrics.engagement.negative_model_response: is empty; list the "
                            + "outcomes of all others, such as [\"Impression\"]"),
            ProblemCase.of(
                    "a misspelt metric key",
                    """
                    [metrics]
                    global_filters = []
                    [metrics.engagement]
                    groupby = ["Day"]
                    group_by = ["Day"]
                    scores = ["CTR"]
                    positive_model_response = ["Clicked"]
                    negative_model_response = ["Impression"]
                    """,
                    "error config.toml:4:1 metrics.engagement.groupby: \"groupby\" is not a key of engagement "
                            + "metrics; did you mean \"group_by\"?"),
            ProblemCase.of(
                    "a key of another family",
                    """
                    [metrics]
                    global_filters = []
                    [metrics.engagement]
                    use_t_digest = true
                    group_by = ["Day"]
                    scores = ["CTR"]
                    positive_model_response = ["Clicked"]
                    negative_model_response = ["Impression"]
                    """,
                    "warning config.toml:4:1 metrics.engagement.use_t_digest: is a key of other families "
                            + "(model_ml_scores, descriptive) and has no effect here; remove it"),
            ProblemCase.of(
                    "an outcome in both lists",
                    """
                    [metrics]
                    global_filters = []
                    [metrics.engagement]
                    group_by = ["Day"]
                    scores = ["CTR"]
                    positive_model_response = ["Clicked"]
                    negative_model_response = ["Impression", "Clicked"]
                    """,
                    "warning config.toml:7:1 metrics.engagement.negative_model_response: \"Clicked\" is in "
                            + "positive_model_response too and counts as positive; remove it from one of the two"),
            ProblemCase.of(
                    "an empty control group",
                    """
                    [metrics]
                    global_filters = []
                    [metrics.engagement]
                    control_group = ""
                    group_by = ["Day"]
                    scores = ["CTR"]
                    positive_model_response = ["Clicked"]
                    negative_model_response = ["Impression"]
                    """,
                    "error config.toml:4:1 metrics.engagement.control_group: is empty; write a name, or "
                            + "remove the key for \"Control\""),
            ProblemCase.of(
                    "a filter that is a truth value",
                    """
                    [metrics]
                    global_filters = []
                    [metrics.engagement]
                    filter = true
                    group_by = ["Day"]
                    scores = ["CTR"]
                    positive_model_response = ["Clicked"]
                    negative_model_response = ["Impression"]
                    """,
                    "error config.toml:4:1 metrics.engagement.filter: true is not text; write it in quotes: "
                            + "\"true\""),
            ProblemCase.of(
                    "a digest flag that is no truth value",
                    """
                    [metrics]
                    global_filters = []
                    [metrics.model_ml_scores]
                    use_t_digest = "perhaps"
                    group_by = ["Day"]
                    scores = ["CTR"]
                    positive_model_response = ["Clicked"]
                    negative_model_response = ["Impression"]
                    """,
                    "error config.toml:4:1 metrics.model_ml_scores.use_t_digest: \"perhaps\" is neither true "
                            + "nor false; write true or false without quotes"),
            ProblemCase.of(
                    "descriptive without columns",
                    """
                    [metrics]
                    global_filters = []
                    [metrics.descriptive]
                    group_by = ["Day"]
                    scores = ["Mean"]
                    """,
                    "error config.toml:3:1 metrics.descriptive.columns: is missing; list the fields to "
                            + "describe, such as [\"Propensity\"]"),
            ProblemCase.of(
                    "an experiment without its fields",
                    """
                    [metrics]
                    global_filters = []
                    [metrics.experiment]
                    group_by = ["Day"]
                    scores = ["CTR"]
                    positive_model_response = ["Clicked"]
                    negative_model_response = ["Impression"]
                    """,
                    "error config.toml:3:1 metrics.experiment.experiment_name: is missing; name the field "
                            + "that holds the experiment",
                    "error config.toml:3:1 metrics.experiment.experiment_group: is missing; name the field "
                            + "that holds the arm of the experiment"),
            ProblemCase.of(
                    "lifetime value without holdings; it needs no groups",
                    """
                    [metrics]
                    global_filters = []
                    [metrics.clv]
                    group_by = []
                    scores = ["recency"]
                    """,
                    "warning config.toml:3:1 metrics.clv: needs product holdings; add a [holdings] section "
                            + "or remove this metric"),
            ProblemCase.of(
                    "an unknown lifetime value model",
                    """
                    [holdings]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    [metrics]
                    global_filters = []
                    [metrics.clv]
                    group_by = ["A"]
                    scores = ["recency"]
                    model = "noncontractual"
                    lifespan = 0
                    observation_end = "2024"
                    rfm_segment_config = "telko"
                    """,
                    "error config.toml:9:1 metrics.clv.model: \"noncontractual\" is not a CLV model; allowed: "
                            + "\"non-contractual\", \"contractual\"; did you mean \"non-contractual\"?",
                    "error config.toml:10:1 metrics.clv.lifespan: 0 is not a whole number of years from 1 to "
                            + "10000; write a number of that range",
                    "error config.toml:11:1 metrics.clv.observation_end: \"2024\" is not a date; write it as "
                            + "\"YYYY-MM-DD\", such as \"2025-01-31\"",
                    "warning config.toml:12:1 metrics.clv.rfm_segment_config: \"telko\" is not a set of "
                            + "segment names, so the built-in names are used; allowed: \"retail_banking\", \"telco\", "
                            + "\"e-commerce\"; did you mean \"telco\"?"));

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void saysWhereWhatAndWhatToDo(ProblemCase expected) {
        expected.check();
    }
}
