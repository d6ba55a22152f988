package com.cdhdashboard.duckdb.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.store.DuckDbCubes;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns in memory answer as the engine does. */
class ColumnarCubesTest {
    private static final Set<String> COUNTED = Set.of("Positives", "Negatives");
    private static final String TABLE = "\"cube:m\"";
    private static final long PLENTY = 1L << 30;
    private static final int QUESTIONS = 200;

    @TempDir
    private Path folder;

    /** The cube as the engine reads it from a published file, and its columns; asking the engine for them is an error. */
    private record Both(DuckDbCubes engine, ColumnarCubes columns) implements AutoCloseable {
        @Override
        public void close() {
            engine.close();
        }
    }

    private Both publish(RandomCube cube) {
        Path file = folder.resolve("cubes.duckdb");
        Optional<ColumnarCube> columns;
        try (Session session = Session.open("jdbc:duckdb:" + file, new Properties())) {
            TestingFile.write(session, RandomCube.SCHEMA);
            cube.write(session, TABLE);
            columns = new ColumnarReading(session, RandomCube.SCHEMA, TABLE).read(PLENTY);
        }
        assertThat(columns).isPresent();
        DuckDbCubes engine = DuckDbCubes.open(file, EngineLimits.forReading());
        return new Both(
                engine, new ColumnarCubes(new TestingFile.OnlySchema(engine), new Columns(columns), COUNTED, PLENTY));
    }

    /** Gives some columns of a cube, and none of summaries. */
    private record Columns(Optional<ColumnarCube> read) implements ColumnarCubes.Source {
        @Override
        public Optional<ColumnarCube> cube(CubeSchema schema, long mostBytes) {
            return read;
        }

        @Override
        public Optional<SummaryColumns> summary(CubeSchema schema, Summary summary, long mostBytes) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rollsUpAsTheEngineDoes(long seed) {
        RandomCube cube = new RandomCube(seed, 800);
        try (Both both = publish(cube)) {
            for (int i = 0; i < QUESTIONS; i++) {
                RollUp question = cube.rollUp();
                Table expected = both.engine().rollUp(question);
                Table actual = both.columns().rollUp(question);
                assertThat(actual.columns()).as("%s", question).isEqualTo(expected.columns());
                assertSameRows(actual.rows(), expected.rows(), question);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void countsValuesAsTheEngineDoes(long seed) {
        RandomCube cube = new RandomCube(seed, 800);
        try (Both both = publish(cube)) {
            for (int i = 0; i < QUESTIONS; i++) {
                String dimension = cube.dimension();
                List<Filter> filters = cube.filters();
                assertThat(both.columns().values("m", dimension, filters))
                        .as("%s %s", dimension, filters)
                        .isEqualTo(both.engine().values("m", dimension, filters));
            }
        }
    }

    @Test
    void sumsAmountsWithoutLosingCentsBesideLargeOnes() {
        RandomCube cube = new RandomCube(6, 800);
        try (Both both = publish(cube)) {
            BigDecimal exact = cube.cells().stream()
                    .map(cell -> BigDecimal.valueOf((Double) cell.get(7)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Table all = both.columns().rollUp(new RollUp("m", List.of(), List.of()));
            assertThat((Double) all.rows().get(0).get(2)).isEqualTo(exact.doubleValue());
        }
    }

    @Test
    void givesOneRowOfZerosWhereNoCellPasses() {
        try (Both both = publish(new RandomCube(7, 10))) {
            Filter nothing = Filter.In.of("Text", List.of());
            assertThat(both.columns()
                            .rollUp(new RollUp("m", List.of(), List.of(nothing)))
                            .rows())
                    .containsExactly(List.of(0L, 0L, 0.0));
            assertThat(both.columns()
                            .rollUp(new RollUp("m", List.of("Day"), List.of(nothing)))
                            .rows())
                    .isEmpty();
            assertThat(both.columns().values("m", "Day", List.of(nothing))).isEmpty();
        }
    }

    @Test
    void leavesToTheEngineWhatItHasToRefuse() {
        try (Both both = publish(new RandomCube(8, 10))) {
            ColumnarCubes cubes = new ColumnarCubes(both.engine(), new Columns(Optional.empty()), COUNTED, PLENTY);
            assertThatThrownBy(() -> cubes.rollUp(new RollUp("m", List.of("Colour"), List.of())))
                    .isInstanceOf(UserException.class)
                    .hasMessage("\"Colour\" is not a dimension of m; its dimensions are Text, Number, Flag, Day, Many");
            assertThatThrownBy(() -> both.columns()
                            .values("m", "Day", List.of(Filter.In.of("Number", List.of(Optional.of("x"))))))
                    .isInstanceOf(UserException.class)
                    .hasMessage("\"x\" is not a value of Number; a whole number is expected, such as 2025");
        }
    }

    @Test
    void asksTheEngineForWhatMemoryDoesNotHold() {
        RandomCube cube = new RandomCube(9, 100);
        try (Both both = publish(cube)) {
            ColumnarCubes cubes = new ColumnarCubes(both.engine(), new Columns(Optional.empty()), COUNTED, PLENTY);
            RollUp question = new RollUp("m", List.of("Text"), List.of());
            assertThat(cubes.rollUp(question)).isEqualTo(both.engine().rollUp(question));
            assertThat(cubes.values("m", "Flag", List.of()))
                    .isEqualTo(both.engine().values("m", "Flag", List.of()));
        }
    }

    @Test
    void readsNoCubeThatDoesNotSuit() {
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            session.run("CREATE TABLE t (d VARCHAR, t TIMESTAMP, n BIGINT, x DOUBLE, one BIGINT)");
            session.run("INSERT INTO t SELECT CAST(range AS VARCHAR), NULL, 9e18, 'infinity', 1 FROM range(70000)");
            List<Column> one = List.of(Column.measure("one", ValueType.INTEGER));
            assertThat(read(session, List.of(), one, PLENTY)).isPresent();
            assertThat(read(session, List.of(), one, 100)).as("too large").isEmpty();
            assertThat(read(session, List.of(Column.dimension("d", ValueType.TEXT)), one, PLENTY))
                    .as("too many values")
                    .isEmpty();
            assertThat(read(session, List.of(Column.dimension("t", ValueType.TIMESTAMP)), one, PLENTY))
                    .as("a dimension of another type")
                    .isEmpty();
            assertThat(read(session, List.of(), List.of(Column.measure("n", ValueType.INTEGER)), PLENTY))
                    .as("sums beyond a long")
                    .isEmpty();
            assertThat(read(session, List.of(), List.of(Column.measure("x", ValueType.NUMBER)), PLENTY))
                    .as("sums that are not finite")
                    .isEmpty();
            assertThat(read(session, List.of(), List.of(Column.measure("d", ValueType.TEXT)), PLENTY))
                    .as("no sum")
                    .isEmpty();
        }
    }

    private static Optional<ColumnarCube> read(
            Session session, List<Column> dimensions, List<Column> measures, long bytes) {
        return new ColumnarReading(session, new CubeSchema("t", dimensions, measures), "t").read(bytes);
    }

    /** The engine's own sums of amounts may be off by a few units beside amounts of 1e15. */
    private static void assertSameRows(
            List<List<@Nullable Object>> actual, List<List<@Nullable Object>> expected, RollUp question) {
        int revenue = question.groupBy().size() + 2;
        assertThat(actual).as("%s", question).hasSameSizeAs(expected);
        for (int row = 0; row < actual.size(); row++) {
            assertThat(actual.get(row).subList(0, revenue))
                    .as("%s", question)
                    .isEqualTo(expected.get(row).subList(0, revenue));
            assertThat((Double) actual.get(row).get(revenue))
                    .as("%s", question)
                    .isCloseTo((Double) expected.get(row).get(revenue), offset(4.0));
        }
    }
}
