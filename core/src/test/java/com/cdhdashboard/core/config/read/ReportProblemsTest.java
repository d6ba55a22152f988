package com.cdhdashboard.core.config.read;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is said of {@code [reports]}. */
class ReportProblemsTest {
    private static final String FILTERS = "write such as \"Channel=Web,Mobile\", \"Channel.not=Web\","
            + " \"Day.from=2024-12-01\" or \"Name.contains=loan\"";

    static final List<ProblemCase> CASES = List.of(
            ProblemCase.of(
                    "a report without its keys",
                    """
                    [reports.a]
                    """,
                    "error config.toml:1:1 reports.a.metric: is missing; name a table below [metrics]",
                    "error config.toml:1:1 reports.a.type: is missing; write the kind of chart, such as " + "\"line\"",
                    "error config.toml:1:1 reports.a.description: is missing; write the title, such as "
                            + "\"[ENG] Daily click-through rate\""),
            ProblemCase.of(
                    "a report that is a value",
                    """
                    [reports]
                    a = "line"
                    """,
                    "error config.toml:2:1 reports.a: \"line\" is not a table; write [reports.a] with its keys "
                            + "below"),
            ProblemCase.of(
                    "a misspelt report key",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    facet_colum = "Day"
                    """,
                    "error config.toml:5:1 reports.a.facet_colum: \"facet_colum\" is not a key of reports; did "
                            + "you mean \"facet_column\" or \"facet_col\"?"),
            ProblemCase.of(
                    "a British colour",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    colour = "Day"
                    """,
                    "error config.toml:5:1 reports.a.colour: \"colour\" is not a key of reports; did you mean "
                            + "\"color\"?"),
            ProblemCase.of(
                    "a misspelt metric",
                    """
                    [reports.a]
                    metric = "engagment"
                    type = "line"
                    description = "A"
                    """,
                    "error config.toml:2:1 reports.a.metric: \"engagment\" is not a metric; the metrics that "
                            + "can be used are engagement; did you mean \"engagement\"?"),
            ProblemCase.of(
                    "a key that is no metric",
                    """
                    [reports.a]
                    metric = "global_filters"
                    type = "line"
                    description = "A"
                    """,
                    "error config.toml:2:1 reports.a.metric: \"global_filters\" is not a metric; the metrics "
                            + "that can be used are engagement"),
            ProblemCase.of(
                    "a metric with errors",
                    """
                    [reports.a]
                    metric = "engagement_web"
                    type = "line"
                    description = "A"
                    [metrics]
                    global_filters = []
                    [metrics.engagement]
                    group_by = ["Day"]
                    scores = ["CTR"]
                    positive_model_response = ["Clicked"]
                    negative_model_response = ["Impression"]
                    [metrics.engagement_web]
                    group_by = ["Day"]
                    scores = ["CTR"]
                    positive_model_response = ["Clicked"]
                    negative_model_response = ["Impression"]
                    colums = []
                    """,
                    "error config.toml:2:1 reports.a.metric: metric \"engagement_web\" has errors, so this "
                            + "report is left out with it; correct [metrics.engagement_web]; the metrics that can be "
                            + "used are engagement",
                    "error config.toml:17:1 metrics.engagement_web.colums: \"colums\" is not a key of "
                            + "engagement metrics; its keys are group_by, filter, scores, positive_model_response, "
                            + "negative_model_response, control_group"),
            ProblemCase.of(
                    "a report where no metric is left",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    [metrics]
                    global_filters = []
                    """,
                    "error config.toml:2:1 reports.a.metric: \"engagement\" is not a metric; there is no "
                            + "metric without errors"),
            ProblemCase.of(
                    "an empty type",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = ""
                    description = "A"
                    """,
                    "error config.toml:3:1 reports.a.type: is empty; write the kind of chart, such as \"line\""),
            ProblemCase.of(
                    "a description that is a number",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = 2024
                    """,
                    "error config.toml:4:1 reports.a.description: 2024 is not text; write it in quotes: " + "\"2024\""),
            ProblemCase.of(
                    "a description used twice",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    [reports.b]
                    metric = "engagement"
                    type = "line"
                    description = " A "
                    """,
                    "warning config.toml:8:1 reports.b.description: \"A\" is the description of reports.a too; "
                            + "write another, as menus show it"),
            ProblemCase.of(
                    "a group that is one text",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    group_by = "Day"
                    """,
                    "error config.toml:5:1 reports.a.group_by: \"Day\" is not a list; write [\"Day\"]"),
            ProblemCase.of(
                    "filters that are none",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    filters = ["Channel", "Day.from=", "Name=\\"Web", "Issue=Sales"]
                    """,
                    "error config.toml:5:1 reports.a.filters: \"Channel\" is not a filter: no \"=\" in it; " + FILTERS,
                    "error config.toml:5:1 reports.a.filters: \"Day.from=\" is not a filter: no value after the \"=\";"
                            + " the empty value is written (empty); " + FILTERS,
                    "error config.toml:5:1 reports.a.filters: \"Name=\\\"Web\" is not a filter: Name: a quote in it is not"
                            + " closed: \"Web; " + FILTERS),
            ProblemCase.of(
                    "an axis that is a list",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    x = ["Day"]
                    """,
                    "error config.toml:5:1 reports.a.x: a list is not text; write one text in quotes"),
            ProblemCase.of(
                    "an axis that is a truth value",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    x = true
                    """,
                    "error config.toml:5:1 reports.a.x: true is not text; write it in quotes: \"true\""),
            ProblemCase.of(
                    "a legend that is no truth value",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    showlegend = "left"
                    """,
                    "error config.toml:5:1 reports.a.showlegend: \"left\" is neither true nor false; write "
                            + "true or false without quotes"),
            ProblemCase.of(
                    "a height that is too low",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    height = 10
                    """,
                    "error config.toml:5:1 reports.a.height: 10 is not a whole number of pixels from 100 to "
                            + "4000; write a number of that range"),
            ProblemCase.of(
                    "stages that are empty",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    stages = []
                    """,
                    "error config.toml:5:1 reports.a.stages: is empty; list the stages in order"),
            ProblemCase.of(
                    "a target that is text",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    [reports.a.reference]
                    Web = "0.05"
                    Mobile = nan
                    Email = 0.1
                    """,
                    "error config.toml:6:1 reports.a.reference.Web: \"0.05\" is not a target; write a number "
                            + "without quotes, such as 0.05",
                    "error config.toml:7:1 reports.a.reference.Mobile: NaN is not a target; write a number "
                            + "without quotes, such as 0.05"),
            ProblemCase.of(
                    "targets that are a number",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    reference = 0.05
                    """,
                    "error config.toml:5:1 reports.a.reference: 0.05 is not a table; write "
                            + "[reports.a.reference] with its keys below"),
            ProblemCase.of(
                    "a report key with blanks",
                    """
                    [reports."daily CTR"]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    hight = 500
                    """,
                    "error config.toml:5:1 reports.\"daily CTR\".hight: \"hight\" is not a key of reports; did "
                            + "you mean \"height\"?"));

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void saysWhereWhatAndWhatToDo(ProblemCase expected) {
        expected.check();
    }
}
