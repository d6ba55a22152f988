package com.cdhdashboard.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.expression.Expression;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.read.Expressions;
import com.cdhdashboard.core.expression.sql.SqlCompiler;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.expression.type.ExpressionTypes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpressionFuzzTest {
    private static final int INPUTS = 2000;
    private static final Pattern FUNCTION = Pattern.compile("\"function_name\":\"([^\"]*)\"");
    private static final Pattern NODE = Pattern.compile("\"(?:class|type)\":\"([A-Z_]*)\"");
    /** All that compiled expressions may call; none of these reads anything but its arguments. */
    private static final Set<String> FUNCTIONS = Set.of(
            "+",
            "-",
            "*",
            "/",
            "//",
            "%",
            "||",
            "abs",
            "sign",
            "floor",
            "trunc",
            "round_even",
            "contains",
            "prefix",
            "suffix",
            "lower",
            "upper",
            "length",
            "substring",
            "replace",
            "regexp_matches",
            "regexp_replace",
            "regexp_extract",
            "strftime",
            "try_strptime",
            "list_value",
            "epoch_us",
            "isodow",
            "year",
            "quarter",
            "month",
            "day",
            "hour",
            "minute",
            "nullif",
            "second");

    private final TestingExpressions expressions;

    ExpressionFuzzTest() throws SQLException {
        expressions = new TestingExpressions();
    }

    @AfterAll
    void close() throws SQLException {
        expressions.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyInputIsRefusedWithAPlaceOrRunsAsAScalarOverTheRows(long seed) {
        List<String> seeds = DuckDbDialectTest.expressions()
                .map(arguments -> (String) arguments.get()[0])
                .toList();
        ExpressionGenerator generator = new ExpressionGenerator(new Random(seed));
        List<String> accepted = new ArrayList<>();

        assertTimeoutPreemptively(Duration.ofMinutes(5), () -> {
            for (int i = 0; i < INPUTS; i++) {
                String text = generator.next(seeds);
                if (runs(text)) {
                    accepted.add(text);
                }
            }
        });

        assertThat(accepted).hasSizeGreaterThan(INPUTS / 3);
        assertThatOnlyTheSampleIsLeft();
    }

    private boolean runs(String text) throws SQLException {
        SourceText source = new SourceText(text, new Position("fuzz.toml", 3, 5), true);
        Parsed<List<NamedExpression>> columns = Expressions.columns(source);
        assertPlaced(text, columns);
        Parsed<Expression> parsed = Expressions.filter(source);
        assertPlaced(text, parsed);
        if (parsed.value().isEmpty()) {
            return false;
        }
        Parsed<ValueType> type = ExpressionTypes.check(parsed.value().get(), TestingExpressions.columns());
        assertPlaced(text, type);
        if (type.value().isEmpty()) {
            return false;
        }
        String sql = SqlCompiler.compile(parsed.value().get(), TestingExpressions.columns(), new DuckDbDialect());
        assertThatOnlyScalarsAreCalled(text, sql);
        assertThatEveryRowHasAValue(text, sql);
        return true;
    }

    private static void assertPlaced(String text, Parsed<?> parsed) {
        assertThat(parsed.problems()).as(text).allSatisfy(problem -> {
            assertThat(problem.position()).isPresent();
            assertThat(problem.message()).isNotBlank();
        });
    }

    private void assertThatEveryRowHasAValue(String text, String sql) {
        List<@Nullable Object> values;
        try {
            values = expressions.values(sql);
        } catch (SQLException e) {
            throw new AssertionError("accepted but fails: " + text + "\n" + sql, e);
        }
        assertThat(values).as(text).hasSize(5);
    }

    private void assertThatOnlyScalarsAreCalled(String text, String sql) throws SQLException {
        String query = "SELECT " + sql + " AS value FROM sample";
        String tree = expressions.text("SELECT json_serialize_sql('" + query.replace("'", "''") + "')");
        assertThat(tree).as(text).startsWith("{\"error\":false,\"statements\":[{\"node\":{\"type\":\"SELECT_NODE\"");
        assertThat(found(FUNCTION, tree)).as(text).isSubsetOf(FUNCTIONS);
        assertThat(found(NODE, tree)).as(text).doesNotContain("SUBQUERY", "TABLE_FUNCTION", "JOIN");
        assertThat(tree.split("\"node\":", -1)).as(text).hasSize(2);
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private void assertThatOnlyTheSampleIsLeft() {
        try {
            assertThat(expressions.text("SELECT string_agg(table_name) FROM duckdb_tables()"))
                    .isEqualTo("sample");
            assertThat(expressions.text("SELECT count(*) FROM sample")).isEqualTo("4");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> giants() {
        return List.of(
                "(".repeat(50_000),
                "~".repeat(90_000) + "pl.col('b')",
                "-".repeat(90_000) + "1",
                "[".repeat(1_000),
                "pl.col('i')" + " + pl.col('i')".repeat(5_000),
                "pl.col('s')" + ".str.to_lowercase()".repeat(5_000),
                "pl.when(".repeat(5_000),
                "1".repeat(90_000),
                "\"" + "a".repeat(99_999),
                "pl.col('i') // (".repeat(60) + "pl.col('j')" + ")".repeat(60),
                "pl.col('s').str.contains('" + "(".repeat(40_000) + "')",
                "pl.col('s').str.contains('" + "a*".repeat(40_000) + "')",
                "pl.col('s').str.contains('((((a{9}){9}){9}){9}){9}')",
                "x".repeat(200_000));
    }

    @Test
    void giantsAreRefusedQuickly() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (String giant : giants()) {
                assertThat(runs(giant)).as(giant.substring(0, 30)).isFalse();
            }
        });
    }

    @Test
    void theDeepestAndWidestAcceptedExpressionsRun() throws SQLException {
        String sum = "pl.col('i')" + " + pl.col('i')".repeat(97);
        String nested = "(".repeat(98) + "pl.col('b')" + ")".repeat(98);
        String not = "~".repeat(98) + "pl.col('b')";
        String when = "pl.when(pl.col('b')).then(".repeat(48) + "1" + ").otherwise(0)".repeat(48);
        String wide = "pl.col('b')" + " & pl.col('b')".repeat(2_000);
        String division = "pl.col('i')" + " // pl.col('j')".repeat(6);
        String list = "pl.col('s').is_in([" + "'abc', ".repeat(9_000) + "])";
        for (String text : List.of(sum, nested, not, when, wide, division, list)) {
            assertThat(runs(text)).as(text.substring(0, 20)).isTrue();
        }
    }
}
