package com.cdhdashboard.duckdb.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.testdata.Definitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments of cells put together are those of the rows, however these are divided. */
class MomentSqlTest {
    private static final Summary.Moments MOMENTS = new Summary.Moments("x");
    private static final int ROWS = 20_000;

    private final Session session = Session.open("jdbc:duckdb:", new Properties());

    @AfterEach
    void close() {
        session.close();
    }

    /** Far from zero, so that a sum of squares would keep no digit of the variance. */
    private void fill() {
        session.run("CREATE TABLE rows AS SELECT range AS i, 1e9 + hash(range) / 18446744073709551616.0 AS \"column:x\""
                + " FROM range(" + ROWS + ")");
    }

    private void makeCells(String cell) {
        session.run("CREATE OR REPLACE TABLE cells AS WITH cut AS (SELECT " + cell
                + " AS cell, \"column:x\" FROM rows),"
                + " sums AS (SELECT cell, " + MomentSql.ofRows(MOMENTS) + " FROM cut GROUP BY cell), squares AS (SELECT"
                + " cell, " + MomentSql.squaresOfRows(MOMENTS) + " FROM cut JOIN sums USING (cell) GROUP BY cell)"
                + " SELECT * FROM sums JOIN squares USING (cell)");
    }

    /** Count, sum, mean, squares, smallest and largest. */
    private List<Double> together(String columns) {
        return session.first(
                        "WITH whole AS (SELECT " + MomentSql.mean(MOMENTS) + " AS \"total:mean\" FROM cells) SELECT "
                                + columns + " FROM cells, whole",
                        row -> {
                            List<Double> values = new ArrayList<>();
                            for (int i = 1; i <= 6; i++) {
                                values.add(row.getDouble(i));
                            }
                            return values;
                        })
                .orElseThrow();
    }

    /**
     * Exact are the moments of the distances from the offset, which doubles hold to the last digit; of a mean they hold
     * seven digits behind the point.
     */
    private void assertMoments(List<Double> actual) {
        double[] distances =
                session.list("SELECT \"column:x\" - 1e9 FROM rows ORDER BY 1", row -> row.getDouble(1)).stream()
                        .mapToDouble(distance -> distance)
                        .toArray();
        double mean = Definitions.mean(distances);
        double variance = Definitions.squares(distances) / (ROWS - 1);
        assertThat(actual.get(0)).isEqualTo(ROWS);
        assertThat(actual.get(1) / ROWS - 1e9).isCloseTo(mean, within(1e-6));
        assertThat(actual.get(2) - 1e9).isCloseTo(mean, within(1e-6));
        assertThat(actual.get(3) / (ROWS - 1)).isCloseTo(variance, within(1e-7 * variance));
        assertThat(actual.subList(4, 6)).containsExactly(1e9 + distances[0], 1e9 + distances[ROWS - 1]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 37, 500, 9_999, ROWS})
    void cellsTogetherAreTheWhole(int size) {
        fill();
        makeCells("i // " + size);
        assertMoments(together(MomentSql.ofCells(MOMENTS)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 37, 10_000, ROWS})
    void theFinalisedAndTheOpenPartTogetherAreTheWhole(int finalised) {
        fill();
        makeCells("CAST(i >= " + finalised + " AS INTEGER)");
        assertMoments(together(MomentSql.ofTwoParts(MOMENTS)));
    }

    /** Two cells of 4 billion rows each, all of them 1 and all of them 3. */
    @Test
    void billionsOfRowsHaveTheirMoments() {
        String cell = "CAST(4000000000 AS BIGINT), %1$s * 4e9, %1$s.0, 0.0, %1$s.0, %1$s.0";
        session.run("CREATE TABLE cells (" + String.join(", ", MomentSql.definition(MOMENTS)) + ")");
        session.run("INSERT INTO cells VALUES (" + cell.formatted("1") + "), (" + cell.formatted("3") + ")");
        List<Double> expected = List.of(8e9, 1.6e10, 2.0, 8e9, 1.0, 3.0);
        assertThat(together(MomentSql.ofCells(MOMENTS))).isEqualTo(expected);
        assertThat(together(MomentSql.ofTwoParts(MOMENTS))).isEqualTo(expected);
    }
}
