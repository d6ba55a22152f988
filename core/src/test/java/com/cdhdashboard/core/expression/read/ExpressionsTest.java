package com.cdhdashboard.core.expression.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.text.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

public class ExpressionsTest {
    public static SourceText source(String text) {
        return new SourceText(text, new Position("ih.toml", 22, 11), true);
    }

    private static String refusal(String text) {
        List<Problem> problems = Expressions.filter(source(text)).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0).toString();
    }

    static Stream<Arguments> refusedFilters() {
        return Stream.of(
                // names
                Arguments.of(
                        "pl.colum('a') == 1",
                        "11: \"pl.colum\" is not part of the language; did you mean \"pl.col\"? An expression starts with pl.col, pl.lit, pl.when, pl.datetime or a literal"),
                Arguments.of(
                        "col('a') == 1",
                        "11: \"col\" is not part of the language; did you mean \"pl.col\"? An expression starts with pl.col, pl.lit, pl.when, pl.datetime or a literal"),
                Arguments.of(
                        "__import__('os').system('ls')",
                        "11: \"__import__\" is not part of the language. An expression starts with pl.col, pl.lit, pl.when, pl.datetime or a literal"),
                Arguments.of(
                        "pl.read_csv('x')",
                        "11: \"pl.read_csv\" is not part of the language. An expression starts with pl.col, pl.lit, pl.when, pl.datetime or a literal"),
                Arguments.of(
                        "pl.col('a').is_nul()",
                        "23: the method \"is_nul\" is not part of the language; did you mean \"is_null\"?"),
                Arguments.of(
                        "pl.col('a').contains('x')",
                        "23: the method \"contains\" is not part of the language; did you mean \"str.contains\"?"),
                Arguments.of(
                        "pl.col('a').str.containz('x')",
                        "23: the method \"str.containz\" is not part of the language; did you mean \"str.contains\"?"),
                Arguments.of(
                        "pl.col('a').map_elements(f)",
                        "23: the method \"map_elements\" is not part of the language; functions of Python are never run"),
                Arguments.of(
                        "pl.col('a').str.to_datetime('%Y')",
                        "23: the method \"str.to_datetime\" is not part of the language; did you mean \"str.strptime\"?"),
                Arguments.of(
                        "pl.col('a').is_not_in([1])",
                        "23: the method \"is_not_in\" is not part of the language; write ~ before is_in: ~pl.col(\"…\").is_in([…])"),
                Arguments.of(
                        "pl.col('a').otherwise(1)",
                        "23: the method \"otherwise\" is not part of the language; it belongs to pl.when(…).then(…).otherwise(…)"),
                Arguments.of("pl.col('a').is_null", "23: \"is_null\" is a method; write .is_null(…)"),
                Arguments.of(
                        "pl.col('a').cast(pl.Utf)",
                        "28: the type \"pl.Utf\" is not part of the language; did you mean \"pl.Utf8\"? Types are: pl.Utf8, pl.String, pl.Int8, pl.Int16, pl.Int32, pl.Int64, pl.UInt8, pl.UInt16, pl.UInt32, pl.Float32, pl.Float64, pl.Boolean, pl.Date, pl.Datetime"),
                Arguments.of(
                        "np.log(2)",
                        "11: \"np.log\" is not part of the language; of np there is only np.random.normal(mean, deviation)"),
                Arguments.of(
                        "np.random.choice(2)",
                        "11: \"np.random.choice\" is not part of the language; of np there is only np.random.normal(mean, deviation)"),
                // operators
                Arguments.of(
                        "pl.col('a') == 1 and pl.col('b') == 2",
                        "28: \"and\" is not part of the language; join conditions with &, each in parentheses: (…) & (…)"),
                Arguments.of(
                        "pl.col('a') or pl.col('b')",
                        "23: \"or\" is not part of the language; join conditions with |, each in parentheses: (…) | (…)"),
                Arguments.of(
                        "not pl.col('a')",
                        "11: \"not\" is not part of the language; write ~ before the condition: ~(…)"),
                Arguments.of(
                        "!pl.col('a')", "11: \"!\" is not part of the language; write ~ before the condition: ~(…)"),
                Arguments.of(
                        "pl.col('a') in ['x']",
                        "23: \"in\" is not part of the language; write pl.col(\"…\").is_in([…])"),
                Arguments.of(
                        "pl.col('a') is None",
                        "23: \"is\" is not part of the language; write .is_null() or .is_not_null()"),
                Arguments.of(
                        "1 if pl.col('a') else 2",
                        "13: \"if\" is not part of the language; write pl.when(…).then(…).otherwise(…)"),
                Arguments.of("pl.col('a') = 1", "23: \"=\" assigns; compare with \"==\""),
                Arguments.of("pl.col('a') <> 1", "23: \"<>\" is not part of the language; write \"!=\""),
                Arguments.of("pl.col('a') ** 2", "23: \"**\" is not part of the language; allowed are + - * / // %"),
                Arguments.of(
                        "pl.col('a') ^ pl.col('b')",
                        "23: \"^\" is not part of the language; allowed are + - * / // % & | ~ and comparisons"),
                Arguments.of(
                        "1 < pl.col('a') < 3",
                        "27: \"<\" compares the result of another comparison; put each comparison in parentheses and join them with &: (a < b) & (b < c)"),
                Arguments.of(
                        "pl.col('a') == 1 & pl.col('b') == 2",
                        "42: \"==\" compares the result of another comparison; put each comparison in parentheses and join them with &: (a < b) & (b < c)"),
                Arguments.of("'a' + 'b' == pl.col('c')", "15: both sides are plain texts; write them as one text"),
                // structure
                Arguments.of(
                        "pl.col('a') ==",
                        "25: found the end of the text; expected an expression: pl.col(\"…\"), pl.lit(…), pl.when(…), pl.datetime(…), a literal or parentheses"),
                Arguments.of("(pl.col('a')", "23: found the end of the text; expected \")\""),
                Arguments.of("pl.col('a'))", "22: found \")\"; expected an operator or the end of the text"),
                Arguments.of(
                        "pl.col('a'); pl.col('b')", "22: found \";\"; expected an operator or the end of the text"),
                Arguments.of("pl.col('a' 'b')", "22: found the text \"b\"; expected \")\""),
                Arguments.of("pl.col(a)", "18: found \"a\"; expected the name of one column in quotes"),
                Arguments.of("pl.col.Channel", "17: found \".\"; expected \"(\""),
                Arguments.of(
                        "pl.lit([1])", "18: found \"[\"; expected a literal: a text, a number, True, False or None"),
                Arguments.of(
                        "pl.when(pl.col('a'))",
                        "31: found the end of the text; expected \".then(…)\" after \"when(…)\""),
                Arguments.of(
                        "'a'.str.to_uppercase()",
                        "14: methods belong to columns and to pl.lit(…); wrap the value: pl.lit(…)"),
                Arguments.of(
                        "pl.col('a').is_in('x')",
                        "29: found the text \"x\"; expected a list of literals in square brackets: is_in([\"a\", \"b\"])"),
                Arguments.of(
                        "pl.col('a').is_in([pl.col('b')])",
                        "30: found \"pl\"; expected a literal: a text, a number, True, False or None"),
                // arguments
                Arguments.of("pl.col('a').str.contains()", "23: \"str.contains\" needs \"pattern\""),
                Arguments.of(
                        "pl.col('a').str.contains('x', pattern='y')",
                        "23: \"str.contains\" is given \"pattern\" twice"),
                Arguments.of(
                        "pl.col('a').str.contains('x', regex=True)", "41: \"str.contains\" has no argument \"regex\""),
                Arguments.of(
                        "pl.col('a').str.contains(literal=True, 'x')",
                        "50: found the text \"x\"; expected an argument with its name, as those before it"),
                Arguments.of(
                        "pl.col('a').str.starts_with('x', 'y')", "44: \"str.starts_with\" takes at most 1 arguments"),
                Arguments.of(
                        "pl.col('a').str.slice('x')",
                        "33: found the text \"x\"; expected a whole number for \"offset\""),
                Arguments.of("pl.col('a').str.slice(0, -1)", "36: \"length\" must not be negative"),
                Arguments.of("pl.col('a').alias(' ')", "29: the name of a column must not be empty"),
                Arguments.of(
                        "pl.col('a').str.strptime(pl.Utf8, '%Y')",
                        "36: str.strptime gives pl.Datetime or pl.Date, not pl.Utf8"),
                Arguments.of(
                        "pl.col('a').str.strptime(pl.Datetime, '%Y %q')",
                        "49: \"%q\" is not a directive for reading dates and times; allowed are %Y %m %d %H %M %S %.f %.3f %.6f %3f %6f %Z %F %T %R %%"),
                Arguments.of("pl.col('a').str.strptime(pl.Datetime, '%Y %Y')", "49: the format \"%Y %Y\" has %Y twice"),
                Arguments.of(
                        "pl.col('a').str.strptime(pl.Datetime, '%Z %Y')",
                        "49: the format \"%Z %Y\" has %Z before its end; the zone must come last"),
                Arguments.of("pl.col('a').str.strptime(pl.Datetime, '%Y %M')", "49: the format \"%Y %M\" lacks %H"),
                Arguments.of(
                        "pl.datetime(2016, 13, 1)",
                        "11: pl.datetime does not give a moment: Invalid value for MonthOfYear (valid values 1 - 12): 13"),
                Arguments.of("pl.datetime(2016)", "11: pl.datetime needs at least a year, a month and a day"),
                Arguments.of(
                        "pl.lit(np.random.normal(1, -1))",
                        "18: the deviation of np.random.normal must not be negative: -1.0"),
                // words
                Arguments.of("pl.col('a", "18: the text is not closed; it must end with ' on the same line"),
                Arguments.of(
                        "pl.col('''a''')",
                        "18: texts in triple quotes are not part of the language; use one quote mark"),
                Arguments.of(
                        "pl.col(f'a')",
                        "18: the text prefix \"f\" is not part of the language; write the text without it"),
                Arguments.of("pl.lit('\\x0')", "18: the escape \\x needs 2 hexadecimal digits behind it"),
                Arguments.of(
                        "pl.lit('\\N{DASH}')",
                        "18: the escape \\N{…} is not part of the language; write the character"),
                Arguments.of("pl.lit('a\\0b')", "18: the text holds U+0000, which is not a character texts may hold"),
                Arguments.of("pl.lit('\\ud800')", "18: the text holds U+D800, which is not a character texts may hold"),
                Arguments.of(
                        "pl.lit(1j)",
                        "18: \"1j\" is not a number; allowed are numbers such as 12, 1_000, 0x1F, 1.5 or 1e-10"),
                Arguments.of(
                        "pl.lit(012)",
                        "18: \"012\" is not a number; allowed are numbers such as 12, 1_000, 0x1F, 1.5 or 1e-10"),
                Arguments.of(
                        "pl.lit(9223372036854775808)",
                        "18: the whole number 9223372036854775808 is too large; allowed are -9223372036854775808 to 9223372036854775807"),
                Arguments.of("pl.col('a') ≥ 1", "23: the character \"≥\" (U+2265) has no meaning here"),
                Arguments.of("pl.col('a')\u00a0", "22: the character U+00A0 has no meaning here"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedFilters")
    void refusesWhatIsOutsideTheLanguage(String text, String expected) {
        assertThat(refusal(text)).isEqualTo("ih.toml:22:" + expected);
    }

    static Stream<Arguments> refusedColumns() {
        return Stream.of(
                Arguments.of(
                        "[pl.col('a')]",
                        "12: the expression has no name; end it with .alias(\"name\"): (…).alias(\"name\")"),
                Arguments.of(
                        "pl.col('a').alias('x') + 1",
                        "11: the expression has no name; end it with .alias(\"name\"): (…).alias(\"name\")"),
                Arguments.of(
                        "[pl.col('a').alias('x'), pl.col('b').alias('x')]",
                        "36: the name \"x\" is given twice, first at ih.toml:22:12; each column needs a name of its own"),
                Arguments.of("[pl.col('a').alias('x')", "34: found the end of the text; expected \"]\""),
                Arguments.of(
                        "[pl.col('a').alias('x')] + 1",
                        "36: found \"+\"; expected an operator or the end of the text"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedColumns")
    void refusesColumnsWithoutANameOfTheirOwn(String text, String expected) {
        assertThat(Expressions.columns(source(text)).problems())
                .extracting(Problem::toString)
                .containsExactly("ih.toml:22:" + expected);
    }

    @Test
    void countsLinesAndColumnsFromWhereTheTextStands() {
        assertThat(Expressions.filter(source("(pl.col('a') > 1) &\n  (pl.col('é😀') >> 2)"))
                        .problems())
                .extracting(Problem::toString)
                .containsExactly("ih.toml:23:17: \">>\" is not part of the language; allowed are + - * / // % & | ~ and"
                        + " comparisons");
    }

    @Test
    void quotesThePlaceWhereTheTextDoesNotStandAsItIs() {
        SourceText escaped =
                new SourceText("pl.col(\"a\").is_nul() & pl.col(\"b\")", new Position("ih.toml", 22, 11), false);
        assertThat(Expressions.filter(escaped).problems())
                .extracting(Problem::toString)
                .containsExactly("ih.toml:22:11: the method \"is_nul\" is not part of the language; did you mean"
                        + " \"is_null\"? (at: is_nul() & pl.col(\"b\"))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "# nothing"})
    void aBlankTextKeepsEveryRowAndCalculatesNothing(String text) {
        assertThat(Expressions.filter(source(text)).value())
                .hasValueSatisfying(filter -> assertThat(filter)
                        .isInstanceOfSatisfying(
                                Expression.Literal.class,
                                literal -> assertThat(literal.value()).isEqualTo(true)));
        assertThat(Expressions.columns(source(text)).value()).hasValue(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[pl.col('a').alias('x'), (pl.when(pl.col('b')).then(1)).alias('y')]",
                "[\n  pl.col('a').alias('x'), # the first\n  pl.col('b').alias('y'),\n]",
                "pl.col('a').alias('x'), pl.col('b').alias('y')"
            })
    void readsListsOfNamedExpressions(String text) {
        List<String> names = Expressions.columns(source(text)).value().orElseThrow().stream()
                .map(NamedExpression::name)
                .toList();
        assertThat(names).isEqualTo(text.equals("[]") ? List.of() : List.of("x", "y"));
    }

    @Test
    void readsASingleNamedExpressionAndTellsWhereItStands() {
        NamedExpression column = Expressions.columns(source(" pl.col('src').alias('SubjectID')"))
                .value()
                .orElseThrow()
                .get(0);
        assertThat(column.name()).isEqualTo("SubjectID");
        assertThat(column.body()).isInstanceOf(Expression.Column.class);
        assertThat(column.position()).hasToString("ih.toml:22:12");
    }

    @Test
    void listsTheColumnsInTheOrderNamed() {
        Expression expression = Expressions.filter(
                        source("pl.when(pl.col('b') > pl.col('a')).then('c').otherwise(pl.lit('d')).is_in(['e'])"
                                + " & pl.col('a').is_between('f', 2)"))
                .value()
                .orElseThrow();
        assertThat(expression.columnNames()).containsExactly("b", "a", "c", "a", "f");
    }

    @Test
    void drawsTheSameNumberForTheSameArguments() {
        assertThat(random("np.random.normal(3.5)")).isEqualTo(random("np.random.normal(3.5, 1)"));
        assertThat(random("np.random.normal(3.5)")).isNotEqualTo(random("np.random.normal(3.6)"));
        assertThat(random("np.random.normal(-2, 0)")).isEqualTo(-2.0);
    }

    private static Object random(String text) {
        Expression expression =
                Expressions.filter(source("pl.lit(" + text + ")")).value().orElseThrow();
        return ((Expression.Literal) expression).value();
    }

    @Test
    void refusesTextsAndTreesThatAreTooLarge() {
        assertThat(refusal("(".repeat(101) + "1"))
                .isEqualTo("ih.toml:22:111: nested more than 100 deep; write a simpler expression");
        assertThat(refusal("1" + " + 1".repeat(100)))
                .isEqualTo("ih.toml:22:15: more than 100 operations build on each other; write a simpler expression");
        assertThat(refusal(" ".repeat(100_001)))
                .isEqualTo("ih.toml:22:11: the text has 100001 characters; allowed are at most 100000");
        assertThat(refusal("1".repeat(101)))
                .isEqualTo("ih.toml:22:11: a number of 101 characters; allowed are at most 100");
    }
}
