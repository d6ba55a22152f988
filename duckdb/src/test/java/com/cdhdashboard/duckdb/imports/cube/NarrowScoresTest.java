package com.cdhdashboard.duckdb.imports.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.summary.CurveSql;
import com.cdhdashboard.duckdb.summary.ScoreReduction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Sets of 60,000 scores each, uniform between a and a + w, with and without ties, rare and frequent positives. However
 * narrow they are and however their rows are divided, area and precision keep the promise.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NarrowScoresTest {
    private static final int ROWS = 60_000;
    private static final double AREA_ERROR = 0.001;
    private static final double PRECISION_ERROR = 0.002;

    private final Session session = Session.open("jdbc:duckdb:", new Properties());
    private Map<Integer, double[]> exact = Map.of();

    @BeforeAll
    void makeSets() {
        session.run(
                "CREATE TABLE sets AS SELECT row_number() OVER (ORDER BY a, w, ties, share) AS id, * FROM"
                        + " (VALUES (0.002), (0.5), (1000.0)) AS starts(a), (VALUES (1e-5), (1e-3), (1.0)) AS widths(w),"
                        + " (VALUES (0), (3000)) AS steps(ties), (VALUES (0.002), (0.3)) AS shares(share)"
                        + " UNION ALL VALUES (99, 0.02, 1e-4, 0, 0.3)",
                "CREATE TABLE numbers AS SELECT range AS i, hash(range) / 18446744073709551616.0 AS u,"
                        + " hash(range + 1000000007) / 18446744073709551616.0 AS v FROM range(" + ROWS + ")",
                "CREATE TABLE rows AS SELECT id, i, a + w * CASE WHEN ties > 0 THEN floor(u * ties) / ties ELSE u END AS"
                        + " score, CAST(v < 2 * share * u AS BIGINT) AS positives, CAST(v >= 2 * share * u AS BIGINT) AS"
                        + " negatives FROM sets, numbers");
        exact = measures("SELECT id AS g, score, positives, negatives FROM rows");
        assertThat(exact).hasSize(37);
        assertThat(of(exact, 99)[0]).isBetween(0.7, 0.8);
    }

    @AfterAll
    void close() {
        session.close();
    }

    private Map<Integer, double[]> measures(String rows) {
        Map<Integer, double[]> measures = new LinkedHashMap<>();
        session.list("SELECT g, area, precision FROM (" + CurveSql.measures(rows) + ")", row -> {
            measures.put(row.getInt(1), new double[] {row.getDouble(2), row.getDouble(3)});
            return 0;
        });
        return measures;
    }

    private static double[] of(Map<Integer, double[]> measures, int id) {
        return Objects.requireNonNull(measures.get(id));
    }

    private void assertKept(String cells) {
        Map<Integer, double[]> kept = measures("SELECT cell // 100 AS g, * EXCLUDE (cell) FROM (" + cells + ")");
        assertThat(kept.keySet()).isEqualTo(exact.keySet());
        exact.forEach((id, measures) -> {
            assertThat(of(kept, id)[0]).as("area of set " + id).isCloseTo(measures[0], within(AREA_ERROR));
            assertThat(of(kept, id)[1]).as("precision of set " + id).isCloseTo(measures[1], within(PRECISION_ERROR));
        });
    }

    private static String rows(String cell) {
        return "SELECT id * 100 + " + cell + " AS cell, score, positives, negatives FROM rows";
    }

    @Test
    void inOneCell() {
        assertKept(new ScoreReduction().reduce(rows("0")));
    }

    @Test
    void inFiftyCellsTogether() {
        assertKept(new ScoreReduction().reduce(rows("i % 50")));
    }

    @Test
    void inFourCellsTogether() {
        assertKept(new ScoreReduction().thin(rows("i % 4")));
    }

    @Test
    void overTwentyFourImports() {
        SummaryTable table = new SummaryTable(session, "imports", new ScoreReduction());
        table.create();
        for (int day = 0; day < 24; day++) {
            table.add(new ScoreReduction().reduce(rows("0") + " WHERE i % 24 = " + day));
            table.reduce();
        }
        assertKept(table.rows());
    }
}
