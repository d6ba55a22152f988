package com.cdhdashboard.core.expression.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.read.ExpressionsTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTypesTest {
    private static Map<String, ValueType> columns() {
        Map<String, ValueType> columns = new LinkedHashMap<>();
        columns.put("Channel", ValueType.TEXT);
        columns.put("Rank", ValueType.INTEGER);
        columns.put("Propensity", ValueType.NUMBER);
        columns.put("Won", ValueType.BOOLEAN);
        columns.put("Day", ValueType.DATE);
        columns.put("OutcomeTime", ValueType.TIMESTAMP);
        return columns;
    }

    private static Expression parse(String text) {
        return Expressions.filter(ExpressionsTest.source(text)).value().orElseThrow();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        "pl.col('Chanel') == 'Web'", "11: there is no column \"Chanel\"; did you mean \"Channel\"?"),
                Arguments.of(
                        "pl.col('channel') == 'Web'", "11: there is no column \"channel\"; did you mean \"Channel\"?"),
                Arguments.of(
                        "pl.col('Customer').is_null()",
                        "11: there is no column \"Customer\"; columns are: Channel, Rank, Propensity, Won, Day, OutcomeTime"),
                Arguments.of(
                        "pl.when(pl.col('Won')).then('Yes').otherwise(pl.lit('No'))",
                        "39: there is no column \"Yes\"; columns are: Channel, Rank, Propensity, Won, Day, OutcomeTime (a plain text names a column here; for a text write pl.lit(\"…\"))"),
                Arguments.of(
                        "pl.col('Rank') == '1'",
                        "26: \"==\" compares a whole number with a text; write the number in quotes, or cast one side: .cast(pl.Utf8) or .cast(pl.Float64)"),
                Arguments.of(
                        "pl.col('Channel') > 1.5",
                        "29: \">\" compares a text with a number; write the number in quotes, or cast one side: .cast(pl.Utf8) or .cast(pl.Float64)"),
                Arguments.of(
                        "pl.col('Day') > '2024-12-31'",
                        "25: \">\" compares a date with a text; compare dates with pl.datetime(year, month, day)"),
                Arguments.of(
                        "pl.col('Won') == 1",
                        "25: \"==\" compares true or false with a whole number; use True and False for conditions, and put comparisons joined by & in parentheses"),
                Arguments.of(
                        "(pl.col('Rank') > 1) & pl.col('Rank')",
                        "34: \"&\" joins conditions, but this is a whole number; put each comparison in parentheses: (…) & (…)"),
                Arguments.of(
                        "~pl.col('Rank')",
                        "11: \"~\" turns a condition round, but this is a whole number; put the comparison in parentheses: ~(…)"),
                Arguments.of("-pl.col('Channel')", "11: \"-\" needs a number, but this is a text"),
                Arguments.of(
                        "pl.col('Channel') + 1",
                        "29: \"+\" cannot be used between a text and a whole number; cast one side: .cast(pl.Utf8) or .cast(pl.Float64)"),
                Arguments.of("pl.col('Won') * 2", "25: \"*\" cannot be used between true or false and a whole number"),
                Arguments.of("pl.col('Day') + pl.col('Day')", "25: \"+\" cannot be used between a date and a date"),
                Arguments.of(
                        "pl.col('Day') - pl.col('OutcomeTime')",
                        "25: the difference of two timestamps is not a value; end it with .dt.total_seconds()"),
                Arguments.of(
                        "(pl.col('Day') - pl.col('Day')) > 3",
                        "43: \">\" compares a duration with a whole number; turn the difference into a number with .dt.total_seconds()"),
                Arguments.of(
                        "pl.col('Rank').is_in([1, '2'])",
                        "36: is_in compares a whole number with a text; all values must have the type of what is looked at"),
                Arguments.of(
                        "pl.col('Channel').is_in([1])",
                        "36: is_in compares a text with a whole number; all values must have the type of what is looked at"),
                Arguments.of(
                        "pl.when(pl.col('Rank')).then(1)", "19: when needs a condition, but this is a whole number"),
                Arguments.of(
                        "pl.when(pl.col('Won')).then(pl.col('Day')).otherwise(1)",
                        "64: when gives a date before and a whole number here; all results need a common type"),
                Arguments.of(
                        "pl.col('Day').fill_null(1)",
                        "25: fill_null puts a whole number in the place of a date; both need a common type"),
                Arguments.of(
                        "pl.col('Rank').is_between(1, pl.lit('x'))",
                        "26: is_between compares a whole number with a text; write the number in quotes, or cast one side: .cast(pl.Utf8) or .cast(pl.Float64)"),
                Arguments.of(
                        "pl.col('Rank').is_between(1, 2, 'open')",
                        "43: \"open\" is not a way to close a range; allowed are both, left, right, none"),
                Arguments.of(
                        "pl.col('Rank').str.contains('1')",
                        "26: \"str.contains\" needs a text, but this is a whole number; cast it first: .cast(pl.Utf8)"),
                Arguments.of(
                        "pl.col('Rank').str.strptime(pl.Date, '%Y')",
                        "26: \"str.strptime\" needs a text, but this is a whole number"),
                Arguments.of(
                        "pl.col('OutcomeTime').str.strptime(pl.Datetime, '%Y')",
                        "33: \"str.strptime\" needs a text, but this is a timestamp"),
                Arguments.of(
                        "pl.col('Channel').dt.year()",
                        "29: \"dt.year\" needs a date or a timestamp, but this is a text"),
                Arguments.of("pl.col('Day').dt.hour()", "25: \"dt.hour\" needs a timestamp, but this is a date"),
                Arguments.of(
                        "pl.col('Day').dt.total_seconds()",
                        "25: \"dt.total_seconds\" needs the difference of two timestamps, but this is a date"),
                Arguments.of("pl.col('Channel').abs()", "29: \"abs\" needs a number, but this is a text"),
                Arguments.of("pl.col('Propensity').round(99)", "38: round to 99 decimals; allowed are 0 to 15"),
                Arguments.of(
                        "pl.col('Channel').cast(pl.Boolean)",
                        "29: a text cannot be cast to pl.Boolean; compare it: == \"true\""),
                Arguments.of("pl.col('Rank').cast(pl.Date)", "26: a whole number cannot be cast to pl.Date"),
                Arguments.of(
                        "pl.col('Day').dt.strftime('%Q')",
                        "37: \"%Q\" is not a directive for writing dates and times; allowed are %Y %m %d %H %M %S %.3f %.6f %3f %6f %j %b %B %a %A %y %I %p %G %V %u %W %U %w %F %T %R %%"),
                Arguments.of(
                        "pl.col('Channel').str.replace('(a)', '$2')",
                        "48: the replacement names the group \"2\", which the pattern lacks; write $$ for a $"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesWhatDoesNotFitTheColumns(String text, String expected) {
        assertThat(ExpressionTypes.check(parse(text), columns()).problems())
                .extracting(Problem::toString)
                .containsExactly("ih.toml:22:" + expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a(?=b)|look-ahead and look-behind are not supported; test for two patterns with & instead",
                "(?<!a)b|look-ahead and look-behind are not supported; test for two patterns with & instead",
                "(a)\\1|back-references such as \"\\1\" are not supported",
                "(a|a group is not closed",
                "a)|\")\" closes no group",
                "[a|a character class is not closed",
                "*a|there is nothing to repeat before \"*\"",
                "a{2|\"{\" begins a repetition that is not closed; write \\{ for the character",
                "a{x|\"{\" begins a repetition that lacks a number; write \\{ for the character",
                "a{3,2}|the repetition {3,2} ends before it begins",
                "a{1001}|a repetition of 1001 times; allowed are at most 1000",
                "(a{40}){40}|the repetitions make it too large",
                "[z-a]|a range in a class ends before it begins",
                "[a-\\d]|a range in a class must end in a character",
                "[\\d-z]|a range in a class must begin with a character",
                "[a&&b]|set operations such as && in a class are not supported",
                "[a[b]]|a class in a class is not supported; write \\[ for the character",
                "[^\\W]|\\W and \\S cannot stand in a negated class",
                "[[:letter:]]|\"[:letter:]\" is not a known class",
                "\\Qa|the escape \"\\Q\" is not supported",
                "a\\|it ends in a single backslash",
                "\\p{Alphabetic}|\"\\p{Alphabetic}\" is not supported; use a general category such as \\p{L} or \\p{Nd}",
                "\\x{110000}|\"\\x110000\" is not a character",
                "(?x)a|\"(?x\" is not supported; flags are i, m, s and U",
                "(?i|\"(?i\" is not supported; flags are i, m, s and U",
                "(?P<1>a)|a group's name must be letters, digits and _, and end with \">\"",
            })
    void refusesPatternsThatEnginesDoNotShare(String pattern, String reason) {
        String text = "pl.col('Channel').str.contains(r\"" + pattern + "\")";
        if (pattern.endsWith("\\")) {
            text = "pl.col('Channel').str.contains('a\\\\')";
        }
        assertThat(ExpressionTypes.check(parse(text), columns()).problems())
                .extracting(Problem::toString)
                .containsExactly("ih.toml:22:42: the regular expression \"" + pattern + "\" is refused: " + reason);
    }

    @Test
    void findsAllProblemsAtOnce() {
        assertThat(ExpressionTypes.check(
                                parse("(pl.col('Chanel') == 1) & (pl.col('Rank') == 'x') & pl.col('Day').is_in([1])"),
                                columns())
                        .problems())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "pl.col('Channel');a text",
                "pl.col('Rank') + 1;a whole number",
                "pl.lit(None) + None;null",
            })
    void aFilterMustBeACondition(String text, String kind) {
        assertThat(ExpressionTypes.checkFilter(parse(text), columns()).problems())
                .extracting(Problem::message)
                .containsExactly("a filter must be true or false for each row, but this is " + kind
                        + "; compare it, for instance with ==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl.lit(True)", "pl.col('Won')", "pl.col('Channel') == None", "~pl.lit(None)", ""})
    void conditionsAreFilters(String text) {
        assertThat(ExpressionTypes.checkFilter(parse(text), columns()).value()).hasValue(ValueType.BOOLEAN);
    }

    @Test
    void calculatedColumnsSeeTheInputOnly() {
        List<NamedExpression> named = Expressions.columns(
                        ExpressionsTest.source("[pl.lit(1).alias('One'), (pl.col('One') + 1).alias('Two')]"))
                .value()
                .orElseThrow();
        assertThat(ExpressionTypes.checkColumns(named, columns()).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "there is no column \"One\"; columns are: Channel, Rank, Propensity, Won, Day, OutcomeTime");
        assertThat(ExpressionTypes.checkColumns(named.subList(0, 1), columns()).value())
                .hasValue(Map.of("One", ValueType.INTEGER));
    }

    @Test
    void refusesExpressionsWhoseSqlWouldExplode() {
        String text = "pl.col('Rank') // (".repeat(30) + "pl.col('Rank')" + ")".repeat(30);
        assertThat(ExpressionTypes.check(parse(text), columns()).problems())
                .extracting(Problem::message)
                .containsExactly("the expression is too large; nest // and % and is_between less");
    }
}
