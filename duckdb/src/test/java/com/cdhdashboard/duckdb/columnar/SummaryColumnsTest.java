package com.cdhdashboard.duckdb.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.Moments;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.store.DuckDbCubes;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Summaries held in memory answer as the engine does. */
class SummaryColumnsTest {
    private static final String TABLE = "\"cube:m\"";
    private static final long PLENTY = 1L << 30;
    private static final int QUESTIONS = 100;
    /** Relative: both add amounts up with compensation, in orders of their own. */
    private static final double ROUNDING = 1e-12;

    @TempDir
    private Path folder;

    /** The cube as the engine reads it, and its columns; asking the engine for them is an error. */
    private record Both(DuckDbCubes engine, ColumnarCubes columns) implements AutoCloseable {
        @Override
        public void close() {
            engine.close();
        }
    }

    /** Columns that were read. */
    private record Columns(Optional<ColumnarCube> cube, Map<Summary, Optional<SummaryColumns>> summaries)
            implements ColumnarCubes.Source {
        static Columns read(Session session) {
            Map<Summary, Optional<SummaryColumns>> summaries = new LinkedHashMap<>();
            RandomSummaries.SCHEMA
                    .summaries()
                    .forEach(summary ->
                            summaries.put(summary, new SummaryReading(session, "m", TABLE).read(summary, PLENTY)));
            return new Columns(new ColumnarReading(session, RandomSummaries.SCHEMA, TABLE).read(PLENTY), summaries);
        }

        @Override
        public Optional<ColumnarCube> cube(CubeSchema schema, long mostBytes) {
            return cube;
        }

        @Override
        public Optional<SummaryColumns> summary(CubeSchema schema, Summary summary, long mostBytes) {
            return summaries.getOrDefault(summary, Optional.empty());
        }
    }

    private Both publish(RandomSummaries summaries) {
        Path file = folder.resolve("cubes.duckdb");
        Columns columns;
        try (Session session = Session.open("jdbc:duckdb:" + file, new Properties())) {
            TestingFile.write(session, RandomSummaries.SCHEMA);
            summaries.write(session, TABLE);
            columns = Columns.read(session);
        }
        DuckDbCubes engine = DuckDbCubes.open(file, EngineLimits.forReading());
        return new Both(engine, new ColumnarCubes(new TestingFile.OnlySchema(engine), columns, Set.of(), PLENTY));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mergesAsTheEngineDoes(long seed) {
        RandomSummaries summaries = new RandomSummaries(seed);
        try (Both both = publish(summaries)) {
            for (int i = 0; i < QUESTIONS; i++) {
                RollUp question = summaries.rollUp();
                assertSame(both.columns().rollUp(question), both.engine().rollUp(question), question);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void countsAtScoresAsTheEngineDoes(long seed) {
        RandomSummaries summaries = new RandomSummaries(seed);
        try (Both both = publish(summaries)) {
            for (int i = 0; i < QUESTIONS / 2; i++) {
                RollUp question = summaries.rollUp(RandomSummaries.SCORES);
                assertSame(both.columns().scoreCounts(question), both.engine().scoreCounts(question), question);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void countsBetweenEdgesAsTheEngineDoes(long seed) {
        RandomSummaries summaries = new RandomSummaries(seed);
        double[][] edges = {{-5, -2, 0, 0.5, 4}, {-100, 100}, {1, 2}, {50, 60, 70}};
        try (Both both = publish(summaries)) {
            for (int i = 0; i < QUESTIONS / 2; i++) {
                RollUp question = summaries.rollUp(RandomSummaries.QUANTILES);
                double[] bins = edges[i % edges.length];
                assertSame(
                        both.columns().histogram(question, bins), both.engine().histogram(question, bins), question);
            }
        }
    }

    @Test
    void leavesWhatItDoesNotHoldToTheEngine() {
        RandomSummaries summaries = new RandomSummaries(8);
        try (Both both = publish(summaries)) {
            RollUp question = new RollUp("m", List.of("Channel"), List.of(), RandomSummaries.SCHEMA.summaries());
            Columns none = new Columns(Optional.empty(), Map.of());
            ColumnarCubes cubes = new ColumnarCubes(both.engine(), none, Set.of(), PLENTY);
            assertSame(cubes.rollUp(question), both.engine().rollUp(question), question);
            RollUp scores = summaries.rollUp(RandomSummaries.SCORES);
            assertSame(cubes.scoreCounts(scores), both.engine().scoreCounts(scores), scores);
            RollUp unknown = new RollUp("m", List.of(), List.of(), List.of(new ScoreCounts("q", false)));
            assertThatThrownBy(() -> cubes.scoreCounts(unknown))
                    .isInstanceOf(UserException.class)
                    .hasMessage("the files imported for the metric m have no numbers in q; see the notes of the last"
                            + " import");
        }
    }

    @Test
    void readsNoSummaryThatDoesNotSuit() {
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            new RandomSummaries(9).write(session, TABLE);
            SummaryReading reading = new SummaryReading(session, "m", TABLE);
            for (Summary summary : RandomSummaries.SCHEMA.summaries()) {
                assertThat(reading.read(summary, PLENTY)).as("%s", summary).isPresent();
                assertThat(reading.read(summary, 4000))
                        .as("%s too large", summary)
                        .isEmpty();
            }
            assertThat(reading.read(new Quantiles("x", true), PLENTY))
                    .as("averages")
                    .isEmpty();
            assertThat(reading.read(new ScoreCounts("p", true), PLENTY))
                    .as("averages")
                    .isEmpty();
            session.run("UPDATE " + TABLE + " SET \"x:sum\" = 'infinity' WHERE \"cell:\" = 10");
            assertThat(reading.read(new Moments("x"), PLENTY)).as("not finite").isEmpty();
        }
    }

    private static void assertSame(Table actual, Table expected, RollUp question) {
        assertThat(actual.columns()).as("%s", question).isEqualTo(expected.columns());
        assertThat(actual.rows()).as("%s", question).hasSameSizeAs(expected.rows());
        for (int row = 0; row < actual.rows().size(); row++) {
            for (int column = 0; column < actual.columns().size(); column++) {
                assertSame(
                        actual.rows().get(row).get(column),
                        expected.rows().get(row).get(column),
                        actual.columns().get(column).name() + " of " + question);
            }
        }
    }

    private static void assertSame(@Nullable Object actual, @Nullable Object expected, String what) {
        if (expected instanceof Double number && Double.isFinite(number) && actual instanceof Double found) {
            assertThat(found).as(what).isCloseTo(number, offset(ROUNDING * Math.max(1, Math.abs(number))));
        } else {
            assertThat(actual).as(what).isEqualTo(expected);
        }
    }
}
