package com.cdhdashboard.duckdb.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.stats.binary.ScoreDistribution;
import com.cdhdashboard.stats.binary.ScoreRuns;
import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The engine computes from rows what {@code stats} computes from arrays. */
class CurveSqlTest {
    private final Session session = Session.open("jdbc:duckdb:", new Properties());

    @AfterEach
    void close() {
        session.close();
    }

    /** Positives, negatives, area, error and precision; NaN where the engine has none. */
    private double[] measures(String rows) {
        return session.first(CurveSql.measures(rows), row -> {
                    double[] values = new double[5];
                    for (int i = 0; i < 5; i++) {
                        double value = row.getDouble(i + 2);
                        values[i] = row.wasNull() ? Double.NaN : value;
                    }
                    return values;
                })
                .orElseThrow();
    }

    private static String rows(double[] scores, boolean[] positive) {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < scores.length; i++) {
            values.append(i == 0 ? "" : ", ")
                    .append("(CAST('" + scores[i] + "' AS DOUBLE), " + (positive[i] ? "1, 0" : "0, 1") + ")");
        }
        return "SELECT 1 AS cell, * FROM (VALUES " + values + ") AS rows(score, positives, negatives)";
    }

    private static String grouped(String rows) {
        return "SELECT cell AS g, * EXCLUDE (cell) FROM (" + rows + ")";
    }

    private static void assertSame(double[] actual, ScoreDistribution expected, double error) {
        assertThat(actual[0]).isEqualTo((double) expected.totalPositives());
        assertThat(actual[1]).isEqualTo((double) expected.totalNegatives());
        assertThat(actual[2]).isCloseTo(expected.auc(), within(error));
        assertThat(actual[4]).isCloseTo(expected.averagePrecision(), within(2 * error));
    }

    @Test
    void everySetOfCurvesHasItsMeasuresExactlyAndOnceReducedWithinThePromise() throws IOException {
        Path folder = TestData.path("curves");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                session.run(
                        "CREATE OR REPLACE TABLE scores AS SELECT 1 AS cell, CAST(score AS DOUBLE) AS score, CAST(label = 1"
                                + " AS BIGINT) AS positives, CAST(label = 0 AS BIGINT) AS negatives FROM read_csv("
                                + Sql.text(file.toString()) + ")");
                List<double[]> rows = session.list("SELECT score, positives FROM scores", row ->
                        new double[] {row.getDouble(1), row.getDouble(2)});
                boolean[] positive = new boolean[rows.size()];
                for (int i = 0; i < positive.length; i++) {
                    positive[i] = rows.get(i)[1] == 1;
                }
                ScoreDistribution expected = ScoreDistribution.ofRows(
                        rows.stream().mapToDouble(row -> row[0]).toArray(), positive);

                double[] exact = measures(grouped("FROM scores"));
                assertSame(exact, expected, 1e-12);
                assertThat(exact[3]).as(file.toString()).isCloseTo(expected.aucStandardError(), within(1e-12));
                assertSame(measures(grouped(new ScoreReduction().reduce("FROM scores"))), expected, 0.001);
            }
        }
    }

    @Test
    void aClassThatIsAbsentLeavesNothingToMeasure() {
        double[] none = measures(grouped(rows(new double[] {0.1, 0.2}, new boolean[] {false, false})));
        assertThat(none).containsExactly(0, 2, Double.NaN, Double.NaN, Double.NaN);
        double[] one = measures(grouped(rows(new double[] {0.1, 0.2}, new boolean[] {false, true})));
        assertThat(one).containsExactly(1, 1, 1, Double.NaN, 1);
        double[] constant = measures(grouped(rows(new double[] {0.1, 0.1, 0.1}, new boolean[] {false, true, false})));
        assertThat(constant[2]).isEqualTo(0.5);
        assertThat(constant[4]).isCloseTo(1.0 / 3, within(1e-15));
    }

    @Test
    void perfectScoresHaveNoError() {
        double[] perfect =
                measures(grouped(rows(new double[] {0.1, 0.2, 0.3, 0.4}, new boolean[] {false, false, true, true})));
        assertThat(perfect).containsExactly(2, 2, 1, 0, 1);
    }

    @Test
    void runsOfScoresAreThoseOfStatistics() {
        session.run("SET threads = 1");
        for (String score : List.of("random", "0.5 + random / 1e5", "round(random, 4)", "1e300 * random - 5e299")) {
            session.run(
                    "CREATE OR REPLACE TABLE scores AS SELECT 1 AS cell, score, CAST(hit < 0.4 * random AS BIGINT) AS"
                            + " positives, CAST(hit >= 0.4 * random AS BIGINT) AS negatives FROM (SELECT random, "
                            + score
                            + " AS score, hash(range + 1000000007) / 18446744073709551616.0 AS hit FROM (SELECT range,"
                            + " hash(range) / 18446744073709551616.0 AS random FROM range(60000)))");
            ScoreDistribution expected = ScoreRuns.of(distribution(
                    "SELECT score, sum(positives), sum(negatives) FROM scores GROUP BY score ORDER BY score"));
            for (String sql :
                    List.of(new ScoreReduction().reduce("FROM scores"), new ScoreReduction().thin("FROM scores"))) {
                assertSameRuns(
                        distribution("SELECT score, positives, negatives FROM (" + sql + ") ORDER BY score"), expected);
            }
        }
    }

    private static void assertSameRuns(ScoreDistribution actual, ScoreDistribution expected) {
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.positives(i)).isEqualTo(expected.positives(i));
            assertThat(actual.negatives(i)).isEqualTo(expected.negatives(i));
            double score = expected.score(i);
            assertThat(actual.score(i)).isCloseTo(score, within(1e-12 * Math.abs(score)));
        }
    }

    private ScoreDistribution distribution(String sql) {
        List<double[]> rows = session.list(sql, row -> new double[] {row.getDouble(1), row.getLong(2), row.getLong(3)});
        return ScoreDistribution.of(
                rows.stream().mapToDouble(row -> row[0]).toArray(),
                rows.stream().mapToLong(row -> (long) row[1]).toArray(),
                rows.stream().mapToLong(row -> (long) row[2]).toArray());
    }
}
