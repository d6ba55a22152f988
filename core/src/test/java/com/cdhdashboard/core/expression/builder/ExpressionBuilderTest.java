package com.cdhdashboard.core.expression.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.expression.ArithmeticOperator;
import com.cdhdashboard.core.expression.LogicOperator;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.testdata.TestData;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionBuilderTest {
    private static FieldTest test(String field, Operator operator, Object... values) {
        List<Value> literals = new ArrayList<>();
        for (Object value : values) {
            literals.add(value instanceof Value given ? given : new Value.Literal(value));
        }
        return new FieldTest(new Field(field), operator, literals);
    }

    private static Group all(Condition... members) {
        return new Group(LogicOperator.AND, false, List.of(members));
    }

    private static <T> T shown(ExpressionBuilder<T> builder, String text) {
        Reading<T> reading = builder.read(text);
        assertThat(reading).as(text).isInstanceOf(Reading.Shown.class);
        return ((Reading.Shown<T>) reading).model();
    }

    /** Each text is as the form writes it. */
    static Stream<Arguments> filters() {
        FieldTest web = test("Channel", Operator.EQUAL, "Web");
        return Stream.of(
                Arguments.of("", Group.EMPTY),
                Arguments.of("pl.col(\"Channel\") == \"Web\"", all(web)),
                Arguments.of("pl.col(\"Year\") == \"2024\"", all(test("Year", Operator.EQUAL, "2024"))),
                Arguments.of("pl.col(\"Year\") == 2024", all(test("Year", Operator.EQUAL, 2024L))),
                Arguments.of("pl.col(\"Share\") == 2024.0", all(test("Share", Operator.EQUAL, 2024.0))),
                Arguments.of(
                        "pl.col(\"At\") > pl.datetime(2024, 12, 31, 0, 30)",
                        all(test("At", Operator.GREATER, LocalDateTime.of(2024, 12, 31, 0, 30)))),
                Arguments.of(
                        "pl.col(\"Name\").is_in([\"a, b\", \"it's \\\"c\\\"\", None])",
                        all(test("Name", Operator.IN, "a, b", "it's \"c\"", new Value.Missing()))),
                Arguments.of("~pl.col(\"Rank\").is_in([1, 2])", all(test("Rank", Operator.NOT_IN, 1L, 2L))),
                Arguments.of("~pl.col(\"Rank\").is_in([])", all(test("Rank", Operator.NOT_IN))),
                Arguments.of(
                        "pl.col(\"Name\").str.contains(\"a.b\", literal=True)",
                        all(test("Name", Operator.CONTAINS, "a.b"))),
                Arguments.of("pl.col(\"Name\").str.contains(\"a.b\")", all(test("Name", Operator.MATCHES, "a.b"))),
                Arguments.of(
                        "pl.col(\"Rank\").is_between(1, pl.col(\"Most\"))",
                        all(test("Rank", Operator.BETWEEN, 1L, new Value.OfField(new Field("Most"))))),
                Arguments.of("~pl.col(\"Active\")", all(test("Active", Operator.IS_FALSE))),
                Arguments.of("pl.col(\"Active\") == True", all(test("Active", Operator.EQUAL, true))),
                Arguments.of(
                        "pl.col(\"Day\").dt.year() >= 2024",
                        all(new FieldTest(
                                new Field("Day", Aspect.YEAR),
                                Operator.GREATER_OR_EQUAL,
                                List.of(new Value.Literal(2024L))))),
                Arguments.of("~(pl.col(\"Channel\") == \"Web\")", new Group(LogicOperator.AND, true, List.of(web))),
                Arguments.of("pl.col(\"Channel\") != \"Web\"", all(test("Channel", Operator.NOT_EQUAL, "Web"))),
                Arguments.of(
                        "(pl.col(\"Channel\") == \"Web\") | (pl.col(\"Rank\").is_null() & ~pl.col(\"Active\"))",
                        new Group(
                                LogicOperator.OR,
                                false,
                                List.of(web, all(test("Rank", Operator.IS_NULL), test("Active", Operator.IS_FALSE))))),
                Arguments.of(
                        "~((pl.col(\"Channel\") == \"Web\") & pl.col(\"Active\"))",
                        new Group(LogicOperator.AND, true, List.of(web, test("Active", Operator.IS_TRUE)))),
                Arguments.of(
                        "(pl.col(\"a\") + 1 > 2) & (pl.col(\"Channel\") == \"Web\")",
                        all(
                                new Passage(
                                        "pl.col(\"a\") + 1 > 2", "the form shows tests of one field against values"),
                                web)),
                Arguments.of(
                        "pl.col(\"a\") == None",
                        all(new Passage(
                                "pl.col(\"a\") == None",
                                "a comparison with None is never true; ask whether the field is missing instead"))));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aFilterIsShownAsConditionsAndWrittenFromThem(String text, Group group) {
        assertThat(shown(ExpressionBuilder.FILTER, text)).isEqualTo(group);
        assertThat(ExpressionBuilder.FILTER.write(group, "something else")).isEqualTo(text);
    }

    @Test
    void aTextThatNobodyChangedStaysAsItIsWritten() {
        String text = "pl.col('a')   ==\n  1  # of a";
        Reading.Shown<Group> shown = (Reading.Shown<Group>) ExpressionBuilder.FILTER.read(text);

        assertThat(ExpressionBuilder.FILTER.write(shown.model(), text)).isEqualTo(text);
        assertThat(ExpressionBuilder.FILTER.write(all(test("a", Operator.EQUAL, 2L)), text))
                .isEqualTo("pl.col(\"a\") == 2");
        assertThat(shown.remarks()).containsExactly("The text has comments, which are lost when the form changes it.");
    }

    @Test
    void aLongFilterHasOneConditionOnEachLine() {
        FieldTest test = test("ALongNameOfAColumn", Operator.EQUAL, "a long value");

        assertThat(ExpressionBuilder.FILTER.write(all(test, test), "")).isEqualTo("""
                        (pl.col("ALongNameOfAColumn") == "a long value") &
                        (pl.col("ALongNameOfAColumn") == "a long value")""");
    }

    @ParameterizedTest
    @CsvSource({
        "pl.col('a') =, '\"=\" assigns; compare with \"==\"'",
        "1 and 2, '\"and\" is not part of the language; join conditions with &, each in parentheses: (…) & (…)'"
    })
    void whatCannotBeReadStaysText(String text, String reason) {
        assertThat(ExpressionBuilder.FILTER.read(text)).isEqualTo(new Reading.StaysText<>(reason));
    }

    @Test
    void groupsWithoutConditionsAskForNothing() {
        Group nested = all(Group.EMPTY, all(Group.EMPTY), test("a", Operator.IS_NULL));

        assertThat(ExpressionBuilder.FILTER.write(nested, "x")).isEqualTo("pl.col(\"a\").is_null()");
        assertThat(ExpressionBuilder.FILTER.write(new Group(LogicOperator.OR, true, List.of(Group.EMPTY)), "x"))
                .isEmpty();
    }

    @Test
    void aPassageDoesNotReachBeyondItsParentheses() {
        assertThat(ExpressionBuilder.problems("pl.col(\"a\") == 1")).isEmpty();
        assertThat(ExpressionBuilder.problems("1) | (2 == 2")).hasSize(1);

        Group group = all(new Passage("pl.col(\"a\") # first", ""), test("b", Operator.IS_TRUE));
        assertThat(ExpressionBuilder.FILTER.write(group, "")).isEqualTo("(pl.col(\"a\") # first\n) & pl.col(\"b\")");
    }

    private static Formula.Calculation calculation(Value first, Object... operatorsAndValues) {
        List<Formula.Term> terms = new ArrayList<>();
        for (int i = 0; i < operatorsAndValues.length; i += 2) {
            terms.add(new Formula.Term((ArithmeticOperator) operatorsAndValues[i], (Value) operatorsAndValues[i + 1]));
        }
        return new Formula.Calculation(first, terms);
    }

    static Stream<Arguments> calculations() {
        Value a = new Value.OfField(new Field("a"));
        Value dash = new Value.Literal("-");
        Value two = new Value.Literal(2L);
        return Stream.of(
                Arguments.of(
                        "pl.col(\"a\") + \"-\" + pl.col(\"a\")",
                        calculation(a, ArithmeticOperator.ADD, dash, ArithmeticOperator.ADD, a),
                        false),
                Arguments.of(
                        "(pl.col(\"a\") - 2) * pl.col(\"a\") / 2",
                        calculation(
                                a,
                                ArithmeticOperator.SUBTRACT,
                                two,
                                ArithmeticOperator.MULTIPLY,
                                a,
                                ArithmeticOperator.DIVIDE,
                                two),
                        true),
                Arguments.of(
                        "pl.col(\"a\") * 2 + pl.col(\"a\")",
                        calculation(a, ArithmeticOperator.MULTIPLY, two, ArithmeticOperator.ADD, a),
                        true));
    }

    @ParameterizedTest
    @MethodSource("calculations")
    void severalValuesAreCalculatedOneAfterAnother(String text, Formula.Calculation calculation, boolean ordered) {
        String columns = "[\n    (" + text + ").alias(\"x\"),\n]";
        List<CalculatedColumn> shown = List.of(new CalculatedColumn("x", calculation));

        assertThat(shown(ExpressionBuilder.COLUMNS, columns)).isEqualTo(shown);
        assertThat(ExpressionBuilder.COLUMNS.write(shown, "")).isEqualTo(columns);
        assertThat(calculation.ordered()).isEqualTo(ordered);
    }

    @Test
    void whatIsCalculatedOfACalculationStaysText() {
        assertThat(shown(ExpressionBuilder.COLUMNS, "(1 + (pl.col(\"a\") + 2)).alias(\"x\")"))
                .containsExactly(new CalculatedColumn(
                        "x",
                        new Passage(
                                "1 + (pl.col(\"a\") + 2)",
                                "the form shows a field, a value, several of them calculated, or a choice")));
    }

    @Test
    void anyColumnsOfAFormAreShownAgainAsTheyWere() {
        Random random = new Random(170);
        for (int i = 0; i < 500; i++) {
            List<CalculatedColumn> columns = new RandomColumns(random).next();
            String text = ExpressionBuilder.COLUMNS.write(columns, "pl.lit(0).alias(\"of another text\")");
            assertThat(shown(ExpressionBuilder.COLUMNS, text)).as(text).isEqualTo(columns);
            assertThat(ExpressionBuilder.COLUMNS.write(columns, text)).isEqualTo(text);
        }
    }

    @Test
    void columnsAreShownAsFormulasAndWrittenFromThem() {
        Value.OfField name = new Value.OfField(new Field("Name"));
        Value.Literal none = new Value.Literal("none");
        Choice choice = new Choice(
                List.of(
                        new Choice.Branch(all(test("Event", Operator.NOT_EQUAL, "")), new Formula.Plain(name)),
                        new Choice.Branch(
                                all(test("Event", Operator.IS_NULL)), calculation(name, ArithmeticOperator.ADD, none))),
                Optional.of(new Formula.Plain(none)));
        List<CalculatedColumn> columns = List.of(
                new CalculatedColumn("Event", choice),
                new CalculatedColumn(
                        "Percent",
                        calculation(
                                new Value.OfField(new Field("Propensity")),
                                ArithmeticOperator.MULTIPLY,
                                new Value.Literal(100L))),
                new CalculatedColumn("One \"1\"", new Formula.Plain(new Value.Literal(1L))),
                new CalculatedColumn("Copy", new Formula.Plain(name)),
                new CalculatedColumn(
                        "Odd",
                        new Passage(
                                "pl.col(\"a\").round(2)",
                                "the form shows a field, a value, several of them calculated, or a choice")));
        String text = """
                [
                    pl.when(pl.col("Event") != "").then(pl.col("Name"))
                      .when(pl.col("Event").is_null()).then(pl.col("Name") + "none")
                      .otherwise(pl.lit("none")).alias("Event"),
                    (pl.col("Propensity") * 100).alias("Percent"),
                    pl.lit(1).alias("One \\"1\\""),
                    pl.col("Name").alias("Copy"),
                    (pl.col("a").round(2)).alias("Odd"),
                ]""";

        assertThat(shown(ExpressionBuilder.COLUMNS, text)).isEqualTo(columns);
        assertThat(ExpressionBuilder.COLUMNS.write(columns, "")).isEqualTo(text);
        assertThat(ExpressionBuilder.COLUMNS.write(List.of(), "x")).isEmpty();
    }

    @Test
    void operatorsAreThoseOfTheType() {
        assertThat(Operator.of(ValueType.BOOLEAN))
                .containsExactly(
                        Operator.EQUAL,
                        Operator.NOT_EQUAL,
                        Operator.IN,
                        Operator.NOT_IN,
                        Operator.IS_TRUE,
                        Operator.IS_FALSE,
                        Operator.IS_NULL,
                        Operator.IS_NOT_NULL);
        assertThat(Operator.of(ValueType.TEXT)).contains(Operator.CONTAINS, Operator.MATCHES);
        assertThat(Operator.of(ValueType.NUMBER))
                .doesNotContain(Operator.CONTAINS)
                .contains(Operator.BETWEEN);
        assertThat(Operator.of(ValueType.TIMESTAMP)).doesNotContain(Operator.IN);
    }

    @Test
    void aTypedValueIsOfTheTypeThatWasChosen() {
        assertThat(Value.of(Value.Type.TEXT, "2024")).isEqualTo(new Value.Literal("2024"));
        assertThat(Value.of(Value.Type.NUMBER, "2024")).isEqualTo(new Value.Literal(2024L));
        assertThat(Value.of(Value.Type.NUMBER, "1e-3")).isEqualTo(new Value.Literal(0.001));
        assertThat(Value.of(Value.Type.MOMENT, "2024-12-31"))
                .isEqualTo(new Value.Literal(LocalDateTime.of(2024, 12, 31, 0, 0)));
        assertThat(new Value.Literal(LocalDateTime.of(2024, 12, 31, 0, 0)).shown())
                .isEqualTo("2024-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, NaN, '\"NaN\" is not a number such as 12 or 0.5'",
        "TRUTH, yes, '\"yes\" is neither true nor false'",
        "MOMENT, 31.12.2024, '\"31.12.2024\" is not a day such as 2024-12-31, or a moment such as 2024-12-31T23:59'"
    })
    void aValueThatIsNotOfItsTypeIsRefused(Value.Type type, String typed, String message) {
        assertThatThrownBy(() -> Value.of(type, typed))
                .isInstanceOf(UserException.class)
                .hasMessage(message);
    }

    static Stream<Configuration> configurations() {
        return Stream.of(
                ConfigurationReader.defaults().configuration(),
                ConfigurationReader.demo().configuration(),
                ConfigurationReader.read(TestData.path("configs/reference_demo.toml"))
                        .configuration(),
                ConfigurationReader.read(TestData.path("configs/reference_template.toml"))
                        .configuration());
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void filtersAndColumnsOfKnownConfigurationsAreShownWithoutAnyText(Configuration configuration) {
        Stream<Preparation> preparations = Stream.concat(
                Stream.of(configuration.interactionHistory().preparation()),
                configuration.holdings().map(Holdings::preparation).stream());
        List<SourceText> columns = new ArrayList<>();
        List<SourceText> filters = new ArrayList<>();
        preparations.forEach(preparation -> {
            preparation.filter().ifPresent(filters::add);
            preparation.columns().ifPresent(columns::add);
        });
        for (MetricConfig metric : configuration.metrics()) {
            metric.common().filter().ifPresent(filters::add);
        }

        for (SourceText filter : filters) {
            assertThat(shown(ExpressionBuilder.FILTER, filter.text()).toString())
                    .doesNotContain("Passage");
        }
        columns.forEach(text -> shown(ExpressionBuilder.COLUMNS, text.text()));
    }
}
