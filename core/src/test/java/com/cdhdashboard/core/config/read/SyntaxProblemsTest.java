package com.cdhdashboard.core.config.read;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is said of text that is not TOML. */
class SyntaxProblemsTest {
    static final List<ProblemCase> CASES = List.of(
            ProblemCase.of(
                    "no value",
                    """
                    [ux]
                    refresh_dashboard =
                    """,
                    "error config.toml:2:20: not valid TOML: Unexpected end of line, expected a value"),
            ProblemCase.of(
                    "a word without quotes",
                    """
                    [ux]
                    refresh_dashboard = yes
                    """,
                    "error config.toml:2:21: not valid TOML: Unexpected 'y', expected a value; put text in "
                            + "quotes, and write true and false in lower case"),
            ProblemCase.of(
                    "an open quote",
                    """
                    [copyright]
                    name = "A
                    version = "1"
                    """,
                    "error config.toml:2:10: not valid TOML: Unexpected end of line, expected \" or a "
                            + "character; close the text with the quotes it began with"),
            ProblemCase.of(
                    "a backslash in double quotes",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "*.zip"
                    ih_group_pattern = "\\d{8}"
                    """,
                    "error config.toml:4:21: not valid TOML: Invalid escape sequence '\\d'; double the "
                            + "backslash, or put the text in single quotes"),
            ProblemCase.of(
                    "a key twice",
                    """
                    [ux]
                    refresh_dashboard = true
                    refresh_dashboard = false
                    """,
                    "error config.toml:3:1: not valid TOML: refresh_dashboard previously defined at line 2, "
                            + "column 1; remove or rename one of the two"),
            ProblemCase.of(
                    "a key twice, with rows of comments before, between and behind",
                    "# x\n".repeat(30_000) + "[ux]\nrefresh_dashboard = true\n" + " \t\r\n".repeat(30_000)
                            + "refresh_dashboard = false\n" + "\n# y\n".repeat(30_000),
                    "error config.toml:60003:1: not valid TOML: refresh_dashboard previously defined at line 30002, "
                            + "column 1; remove or rename one of the two"),
            ProblemCase.of(
                    "a list without its end, with rows of comments in it",
                    "[ux]\na = [1,\n" + "# ] \"\"\"\n".repeat(30_000) + "\"#\",'#' # '''\n" + "\n".repeat(30_000),
                    "error config.toml:30003:14: not valid TOML: Unexpected end of line, expected ] or a comma; the "
                            + "array opened at line 2, column 5 is unclosed"),
            ProblemCase.of(
                    "a character that no comment may have, in a row of comments",
                    "# x\n".repeat(100) + "# \u0007\n" + "# x\n".repeat(100),
                    "error config.toml:101:3: not valid TOML: Unexpected '\\u0007', expected a newline"),
            ProblemCase.of(
                    "a table twice",
                    """
                    [reports.a]
                    metric = "engagement"
                    type = "line"
                    description = "A"
                    [reports.b]
                    metric = "engagement"
                    type = "line"
                    description = "B"
                    [reports.a]
                    x = "Day"
                    """,
                    "error config.toml:9:1: not valid TOML: reports.a previously defined at line 1, column "
                            + "1; remove or rename one of the two"),
            ProblemCase.of(
                    "an open table header",
                    """
                    [ux]
                    refresh_dashboard = false
                    [variants
                    name = "A"
                    description = "B"
                    """,
                    "error config.toml:3:10: not valid TOML: Unexpected end of line, expected ]"),
            ProblemCase.of(
                    "two brackets too many",
                    """
                    [ux]
                    refresh_dashboard = false
                    [variants]]
                    name = "A"
                    description = "B"
                    """,
                    "error config.toml:3:10: not valid TOML: Unexpected ']]', expected ] or ."),
            ProblemCase.of(
                    "an open list",
                    """
                    [metrics]
                    global_filters = ["Channel"
                    [metrics.engagement]
                    group_by = ["Day"]
                    scores = ["CTR"]
                    positive_model_response = ["Clicked"]
                    negative_model_response = ["Impression"]
                    """,
                    "error config.toml:2:28: not valid TOML: Unexpected end of line, expected ] or a comma"),
            ProblemCase.of(
                    "several at once",
                    """
                    [ux]
                    refresh_dashboard = yes
                    refresh_interval = "fast"
                    thema = 1
                    [variants]
                    name =\s
                    description = "B"
                    """,
                    "error config.toml:2:21: not valid TOML: Unexpected 'y', expected a value; put text in "
                            + "quotes, and write true and false in lower case",
                    "error config.toml:3:1 ux.refresh_interval: \"fast\" is not a whole number of milliseconds "
                            + "from 1000 to 86400000; write a number of that range",
                    "error config.toml:4:1 ux.thema: \"thema\" is not a key of [ux]; its keys are "
                            + "refresh_dashboard, refresh_interval, chat_with_data",
                    "error config.toml:6:8: not valid TOML: Unexpected end of line, expected a value"),
            ProblemCase.of(
                    "nothing but rubbish",
                    """
                    <html>
                    </html>
                    """,
                    "error config.toml:1:1: not valid TOML: Unexpected '<', expected a key, a table key, a "
                            + "newline, or end-of-input",
                    "error config.toml:2:1: not valid TOML: Unexpected '<', expected a key, a table key, a "
                            + "newline, or end-of-input"));

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void saysWhereWhatAndWhatToDo(ProblemCase expected) {
        expected.check();
    }
}
