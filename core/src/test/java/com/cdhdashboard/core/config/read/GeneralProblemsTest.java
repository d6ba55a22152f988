package com.cdhdashboard.core.config.read;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is said of sections that any configuration may leave out, and of keys and values in general. */
class GeneralProblemsTest {
    static final List<ProblemCase> CASES = List.of(
            ProblemCase.of(
                    "a misspelt section",
                    """
                    [uxx]
                    refresh_dashboard = true
                    """,
                    "error config.toml:1:1 uxx: \"uxx\" is not a key of the configuration; did you mean \"ux\"?",
                    "warning config.toml:1:1 ux: is missing; without [ux] reports do not take "
                            + "turns by themselves"),
            ProblemCase.of(
                    "an unlike section",
                    """
                    [database]
                    url = "x"
                    """,
                    "error config.toml:1:1 database: \"database\" is not a key of the configuration; its keys "
                            + "are copyright, ux, ih, holdings, metrics, reports, variants, chat_with_data, assistant"),
            ProblemCase.of(
                    "a key outside any section",
                    """
                    name = "x"
                    """,
                    "error config.toml:1:1 name: \"name\" is not a key of the configuration; its keys are "
                            + "copyright, ux, ih, holdings, metrics, reports, variants, chat_with_data, assistant"),
            ProblemCase.of(
                    "a misspelt key",
                    """
                    [ux]
                    refresh_intervall = 5
                    """,
                    "error config.toml:2:1 ux.refresh_intervall: \"refresh_intervall\" is not a key of [ux]; "
                            + "did you mean \"refresh_interval\"?"),
            ProblemCase.of(
                    "a key like several",
                    """
                    [ux]
                    refresh = 5
                    """,
                    "error config.toml:2:1 ux.refresh: \"refresh\" is not a key of [ux]; did you mean "
                            + "\"refresh_interval\" or \"refresh_dashboard\"?"),
            ProblemCase.of(
                    "a key like none",
                    """
                    [ux]
                    theme = "dark"
                    """,
                    "error config.toml:2:1 ux.theme: \"theme\" is not a key of [ux]; its keys are "
                            + "refresh_dashboard, refresh_interval, chat_with_data"),
            ProblemCase.of(
                    "keys without effect",
                    """
                    [copyright]
                    name = "A"
                    version = "1"
                    version_date = 2025-01-31
                    [ux]
                    data_profiling = "true"
                    data_cache_hours = 8
                    chat_with_data = false
                    [variants]
                    name = "a"
                    description = "A"
                    demo_mode = true
                    [chat_with_data]
                    agent_prompt = "Answer."
                    """,
                    "warning config.toml:4:1 copyright.version_date: has no effect; remove it",
                    "warning config.toml:6:1 ux.data_profiling: has no effect; remove it",
                    "warning config.toml:7:1 ux.data_cache_hours: has no effect; remove it"),
            ProblemCase.of(
                    "a word that is no truth value",
                    """
                    [ux]
                    refresh_dashboard = "maybe"
                    """,
                    "error config.toml:2:1 ux.refresh_dashboard: \"maybe\" is neither true nor false; write "
                            + "true or false without quotes"),
            ProblemCase.of(
                    "a fraction as truth value",
                    """
                    [ux]
                    refresh_dashboard = 1.0
                    """,
                    "error config.toml:2:1 ux.refresh_dashboard: 1.0 is neither true nor false; write true "
                            + "or false without quotes"),
            ProblemCase.of(
                    "a number in quotes",
                    """
                    [ux]
                    refresh_interval = "180000"
                    """,
                    "error config.toml:2:1 ux.refresh_interval: \"180000\" is not a whole number of "
                            + "milliseconds from 1000 to 86400000; write it without quotes"),
            ProblemCase.of(
                    "a number too small",
                    """
                    [ux]
                    refresh_interval = 999
                    """,
                    "error config.toml:2:1 ux.refresh_interval: 999 is not a whole number of milliseconds "
                            + "from 1000 to 86400000; write a number of that range"),
            ProblemCase.of(
                    "a number too large",
                    """
                    [ux]
                    refresh_interval = 4000000000
                    """,
                    "error config.toml:2:1 ux.refresh_interval: 4000000000 is not a whole number of "
                            + "milliseconds from 1000 to 86400000; write a number of that range"),
            ProblemCase.of(
                    "a fraction where a whole number is meant",
                    """
                    [ux]
                    refresh_interval = 1500.5
                    """,
                    "error config.toml:2:1 ux.refresh_interval: 1500.5 is not a whole number of milliseconds "
                            + "from 1000 to 86400000; write a number of that range"),
            ProblemCase.of(
                    "a section that is a value",
                    """
                    ux = 5
                    """,
                    "error config.toml:1:1 ux: 5 is not a table; write [ux] with its keys below"),
            ProblemCase.of(
                    "a list of tables",
                    """
                    [[ux]]
                    refresh_dashboard = true
                    """,
                    "error config.toml:1:1 ux: a list is not a table; write [ux] with its keys below"),
            ProblemCase.of(
                    "branding without its keys",
                    """
                    [copyright]
                    """,
                    "warning config.toml:1:1 copyright.name: is missing; using \"CDH Dashboard\"",
                    "warning config.toml:1:1 copyright.version: is missing; using \"1.0\""),
            ProblemCase.of(
                    "a number as name",
                    """
                    [copyright]
                    name = 5
                    version = 1.0
                    """,
                    "error config.toml:2:1 copyright.name: 5 is not text; write it in quotes: \"5\""),
            ProblemCase.of(
                    "a date that is none",
                    """
                    [copyright]
                    name = "A"
                    version = "1"
                    version_date = "2024-02-30"
                    """,
                    "warning config.toml:4:1 copyright.version_date: has no effect; remove it",
                    "error config.toml:4:1 copyright.version_date: \"2024-02-30\" is not a date; write it as "
                            + "\"YYYY-MM-DD\", such as \"2025-01-31\""),
            ProblemCase.of(
                    "a number as date",
                    """
                    [copyright]
                    name = "A"
                    version = "1"
                    version_date = 20240707
                    """,
                    "warning config.toml:4:1 copyright.version_date: has no effect; remove it",
                    "error config.toml:4:1 copyright.version_date: 20240707 is not a date; write it as "
                            + "\"YYYY-MM-DD\", such as \"2025-01-31\""),
            ProblemCase.of(
                    "a variant without its keys",
                    """
                    [variants]
                    """,
                    "warning config.toml:1:1 variants.name: is missing; using \"default\"",
                    "warning config.toml:1:1 variants.description: is missing; using \"\""),
            ProblemCase.of(
                    "a description of an unknown metric",
                    """
                    [chat_with_data]
                    agent_prompt = "x"
                    [chat_with_data.metric_descriptions]
                    engagment = "y"
                    other = "z"
                    clv = "known family"
                    """,
                    "warning config.toml:4:1 chat_with_data.metric_descriptions.engagment: \"engagment\" is "
                            + "neither a metric nor a family; did you mean \"engagement\"?",
                    "warning config.toml:5:1 chat_with_data.metric_descriptions.other: \"other\" is neither a "
                            + "metric nor a family; known are engagement, conversion, model_ml_scores, descriptive, "
                            + "experiment, clv"),
            ProblemCase.of(
                    "a description that is no text",
                    """
                    [chat_with_data]
                    agent_prompt = "x"
                    metric_descriptions = { engagement = 5 }
                    """,
                    "error config.toml:3:25 chat_with_data.metric_descriptions.engagement: 5 is not text; "
                            + "write it in quotes: \"5\""),
            ProblemCase.of(
                    "a dimension to mask that no metric has",
                    """
                    [metrics]
                    global_filters = ["Channel"]
                    [assistant]
                    mask = ["Chanel"]
                    withhold = ["Salary"]
                    """,
                    "warning config.toml:4:1 assistant.mask: \"Chanel\" is a dimension of no metric, so that it has"
                            + " no effect; did you mean \"Channel\"?",
                    "warning config.toml:5:1 assistant.withhold: \"Salary\" is a dimension of no metric, so that it"
                            + " has no effect; there are Channel"),
            ProblemCase.of(
                    "a tool that there is not",
                    """
                    [assistant]
                    tools = ["query_metrics", "list_metrics"]
                    """,
                    "error config.toml:2:1 assistant.tools: \"query_metrics\" is not a tool; allowed: \"list_metrics\","
                            + " \"describe_metric\", \"list_values\", \"query_metric\", \"query_customers\","
                            + " \"list_reports\", \"get_report\", \"explain_number\", \"data_health\", \"compute\","
                            + " \"draw_chart\"; did you mean \"query_metric\"?"));

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void saysWhereWhatAndWhatToDo(ProblemCase expected) {
        expected.check();
    }
}
