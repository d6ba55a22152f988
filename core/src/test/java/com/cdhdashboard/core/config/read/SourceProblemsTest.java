package com.cdhdashboard.core.config.read;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is said of {@code [ih]} and {@code [holdings]}. */
class SourceProblemsTest {
    static final List<ProblemCase> CASES = List.of(
            ProblemCase.of(
                    "ways to read tables that there are not",
                    """
                    [holdings]
                    file_type = "csv"
                    file_pattern = "*"
                    delimiter = ";;"
                    encoding = "latin-1"
                    decimal = "."
                    quote = ""
                    header = "maybe"
                    """,
                    "error config.toml:4:1 holdings.delimiter: \";;\" is not one character; write such as \";\" or "
                            + "the word tab or space",
                    "error config.toml:5:1 holdings.encoding: \"latin-1\" is not an encoding that is read; allowed: "
                            + "\"utf-8\", \"utf-16le\", \"utf-16be\", \"windows-1252\"",
                    "error config.toml:8:1 holdings.header: \"maybe\" is neither true nor false; write true or false "
                            + "without quotes"),
            ProblemCase.of(
                    "interaction history without its keys",
                    """
                    [ih]
                    """,
                    "error config.toml:1:1 ih.file_type: is missing; allowed: \"pega_ds_export\", \"parquet\", "
                            + "\"csv\", \"xlsx\"",
                    "error config.toml:1:1 ih.file_pattern: is missing; write which files are read, such as "
                            + "\"**/*.zip\""),
            ProblemCase.of(
                    "a misspelt file type",
                    """
                    [ih]
                    file_type = "parket"
                    file_pattern = "*.zip"
                    """,
                    "error config.toml:2:1 ih.file_type: \"parket\" is not a file type of [ih]; allowed: "
                            + "\"pega_ds_export\", \"parquet\", \"csv\", \"xlsx\"; did you mean \"parquet\"?"),
            ProblemCase.of(
                    "an unknown file type of holdings",
                    """
                    [holdings]
                    file_type = "gzip"
                    file_pattern = "*.json"
                    """,
                    "error config.toml:2:1 holdings.file_type: \"gzip\" is not a file type of [holdings]; "
                            + "allowed: \"pega_ds_export\", \"parquet\", \"csv\", \"xlsx\""),
            ProblemCase.of(
                    "holdings without their keys",
                    """
                    [holdings]
                    """,
                    "error config.toml:1:1 holdings.file_type: is missing; allowed: \"pega_ds_export\", "
                            + "\"parquet\", \"csv\", \"xlsx\"",
                    "error config.toml:1:1 holdings.file_pattern: is missing; write which files are read, "
                            + "such as \"**/*.json\""),
            ProblemCase.of(
                    "the group pattern of the other source",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    file_group_pattern = "(.*)"
                    """,
                    "error config.toml:4:1 ih.file_group_pattern: \"file_group_pattern\" is not a key of [ih]; "
                            + "did you mean \"file_pattern\"?"),
            ProblemCase.of(
                    "an empty file pattern",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = " "
                    """,
                    "error config.toml:3:1 ih.file_pattern: is empty; write which files are read, such as "
                            + "\"**/*.zip\""),
            ProblemCase.of(
                    "a file pattern that does not close",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "*.{zip"
                    """,
                    "error config.toml:3:1 ih.file_pattern: \"*.{zip\" is not a file pattern; close its "
                            + "brackets, and write such as \"**/*.zip\""),
            ProblemCase.of(
                    "a group pattern that does not close",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    ih_group_pattern = "Day=(.*"
                    """,
                    "warning config.toml:4:1 ih.ih_group_pattern: has no effect; remove it",
                    "error config.toml:4:1 ih.ih_group_pattern: \"Day=(.*\" is not a regular expression: "
                            + "Unclosed group at character 8; write such as \"(.*)\""),
            ProblemCase.of(
                    "negative days",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    late_outcome_days = -1
                    """,
                    "error config.toml:4:1 ih.late_outcome_days: -1 is not a whole number of days from 0 to "
                            + "3650; write a number of that range"),
            ProblemCase.of(
                    "days in quotes",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    late_outcome_days = "30"
                    """,
                    "error config.toml:4:1 ih.late_outcome_days: \"30\" is not a whole number of days from 0 "
                            + "to 3650; write it without quotes"),
            ProblemCase.of(
                    "hours beyond ten years",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    finalise_after_hours = 87601
                    """,
                    "error config.toml:4:1 ih.finalise_after_hours: 87601 is not a whole number of hours from 0 to "
                            + "87600; write a number of that range"),
            ProblemCase.of(
                    "a zone that is near one",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    zone_of_days = "Pacific/Aukland"
                    """,
                    "error config.toml:4:1 ih.zone_of_days: \"Pacific/Aukland\" is not a time zone; did you mean "
                            + "\"Pacific/Auckland\"?"),
            ProblemCase.of(
                    "a zone that is an offset",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    zone_of_days = "+13:00"
                    """,
                    "error config.toml:4:1 ih.zone_of_days: \"+13:00\" is not a time zone; write the name of a "
                            + "region such as \"Europe/Berlin\", or \"UTC\""),
            ProblemCase.of(
                    "a zone that is a number",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    zone_of_days = 13
                    """,
                    "error config.toml:4:1 ih.zone_of_days: 13 is not text; write it in quotes: \"13\""),
            ProblemCase.of(
                    "a default that is no number",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    [ih.extensions.default_values]
                    Revenue = nan
                    """,
                    "error config.toml:5:1 ih.extensions.default_values.Revenue: NaN is no value to count with; write a "
                            + "number, or leave the default out"),
            ProblemCase.of(
                    "a limit out of range",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    [ih.limits]
                    memory_megabytes = 64
                    """,
                    "error config.toml:5:1 ih.limits.memory_megabytes: 64 is not a whole number of megabytes from 256 to "
                            + "1000000; write a number of that range"),
            ProblemCase.of(
                    "late outcomes of holdings",
                    """
                    [holdings]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    late_outcome_days = 30
                    """,
                    "error config.toml:4:1 holdings.late_outcome_days: \"late_outcome_days\" is not a key of "
                            + "[holdings]; its keys are file_type, file_pattern, hive_partitioning, "
                            + "delimiter, quote, encoding, decimal, header, header_row, sheet, extensions"),
            ProblemCase.of(
                    "a flag that is no truth value",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    hive_partitioning = "sometimes"
                    """,
                    "error config.toml:4:1 ih.hive_partitioning: \"sometimes\" is neither true nor false; write "
                            + "true or false without quotes"),
            ProblemCase.of(
                    "a list as truth value",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    hive_partitioning = []
                    """,
                    "error config.toml:4:1 ih.hive_partitioning: a list is neither true nor false; write true or "
                            + "false without quotes"),
            ProblemCase.of(
                    "keys without effect",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    ih_group_pattern = "Day=(.*)/"
                    streaming = true
                    background = false
                    [holdings]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    file_group_pattern = "(.*)"
                    streaming = false
                    background = false
                    """,
                    "warning config.toml:4:1 ih.ih_group_pattern: has no effect; remove it",
                    "warning config.toml:5:1 ih.streaming: has no effect; remove it",
                    "warning config.toml:6:1 ih.background: has no effect; remove it",
                    "warning config.toml:10:1 holdings.file_group_pattern: has no effect; remove it",
                    "warning config.toml:11:1 holdings.streaming: has no effect; remove it",
                    "warning config.toml:12:1 holdings.background: has no effect; remove it"),
            ProblemCase.of(
                    "a misspelt extension",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    [ih.extensions]
                    colums = ""
                    """,
                    "error config.toml:5:1 ih.extensions.colums: \"colums\" is not a key of extensions; did "
                            + "you mean \"columns\"?"),
            ProblemCase.of(
                    "an extension in the wrong table",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    filter = "x"
                    """,
                    "error config.toml:4:1 ih.filter: \"filter\" is not a key of [ih]; its keys are file_type, "
                            + "file_pattern, hive_partitioning, late_outcome_days, finalise_after_hours, zone_of_days, limits, extensions"),
            ProblemCase.of(
                    "extensions that are a value",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    extensions = "x"
                    """,
                    "error config.toml:4:1 ih.extensions: \"x\" is not a table; write [ih.extensions] with its "
                            + "keys below"),
            ProblemCase.of(
                    "a filter that is a list",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    [ih.extensions]
                    filter = ["a", "b"]
                    """,
                    "error config.toml:5:1 ih.extensions.filter: a list is not text; write one text in quotes"),
            ProblemCase.of(
                    "a default value that is a list",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    [ih.extensions.default_values]
                    Channel = ["Web"]
                    Revenue = { a = 1 }
                    """,
                    "error config.toml:5:1 ih.extensions.default_values.Channel: a list is not a default "
                            + "value; write text, a number, true or false",
                    "error config.toml:6:1 ih.extensions.default_values.Revenue: a table is not a default "
                            + "value; write text, a number, true or false"),
            ProblemCase.of(
                    "a list cut at a comma",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    [ih.extensions]
                    columns = ["pl.col('A').str.slice(0", "1).alias('B')"]
                    """,
                    "error config.toml:5:1 ih.extensions.columns: the elements of the list are pieces of one "
                            + "expression cut at a comma, and no calculated column is made; write it as one text: "
                            + "columns = \"pl.col('A').str.slice(0, 1).alias('B')\""),
            ProblemCase.of(
                    "a list element that does not close",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    [ih.extensions]
                    columns = ["pl.col('A').alias('B')", "pl.col('C'.alias('D')"]
                    """,
                    "error config.toml:5:1 ih.extensions.columns: \"pl.col('C'.alias('D')\" is not a whole "
                            + "expression: its brackets or quotes do not close; write each element of the list as one "
                            + "expression"),
            ProblemCase.of(
                    "a list element with an open quote",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    [ih.extensions]
                    columns = ["pl.col('A).alias()"]
                    """,
                    "error config.toml:5:1 ih.extensions.columns: \"pl.col('A).alias()\" is not a whole "
                            + "expression: its brackets or quotes do not close; write each element of the list as one "
                            + "expression"),
            ProblemCase.of(
                    "a list element that is no text",
                    """
                    [ih]
                    file_type = "parquet"
                    file_pattern = "**/*.parquet"
                    [ih.extensions]
                    columns = ["pl.col('A').alias('B')", 5]
                    """,
                    "error config.toml:5:38 ih.extensions.columns: 5 is not an expression; write it as text"));

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void saysWhereWhatAndWhatToDo(ProblemCase expected) {
        expected.check();
    }
}
