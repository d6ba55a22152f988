package com.cdhdashboard.duckdb.imports.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.duckdb.summary.CurveSql;
import com.cdhdashboard.duckdb.summary.Reduction;
import com.cdhdashboard.duckdb.summary.ScoreReduction;
import com.cdhdashboard.stats.binary.ScoreDistribution;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Positives and negatives at each score by cell. */
class ScoreTableTest extends SummaryTableContract {
    private static final String SCORES =
            "SELECT *, random / 5 AS score, hash(i + 1000000007) / 18446744073709551616.0 < random / 5 AS hit FROM numbers";

    @Override
    protected Reduction reduction() {
        return new ScoreReduction();
    }

    /** A number becomes a propensity up to 0.2, positive with that chance. */
    @Override
    protected String rows(String cell) {
        return "SELECT " + cell
                + " AS cell, score, CAST(hit AS BIGINT) AS positives, CAST(NOT hit AS BIGINT) AS negatives" + " FROM ("
                + SCORES + ")";
    }

    @Override
    protected String answers(String rows) {
        return CurveSql.measures(rows);
    }

    @Override
    protected void assertAnswers(List<@Nullable Double> answers) {
        List<double[]> rows = session().list("SELECT score, CAST(hit AS DOUBLE) FROM (" + SCORES + ")", row ->
                new double[] {row.getDouble(1), row.getDouble(2)});
        boolean[] positive = new boolean[rows.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = rows.get(i)[1] == 1;
        }
        assertMeasures(
                answers,
                ScoreDistribution.ofRows(
                        rows.stream().mapToDouble(row -> row[0]).toArray(), positive),
                0.001);
    }

    private static void assertMeasures(List<@Nullable Double> answers, ScoreDistribution exact, double error) {
        List<Double> measures = answers.stream().map(Objects::requireNonNull).toList();
        assertThat(measures.get(0)).isEqualTo((double) exact.totalPositives());
        assertThat(measures.get(1)).isEqualTo((double) exact.totalNegatives());
        assertThat(measures.get(2)).isCloseTo(exact.auc(), within(error));
        assertThat(measures.get(3)).isCloseTo(exact.aucStandardError(), within(error));
        assertThat(measures.get(4)).isCloseTo(exact.averagePrecision(), within(2 * error));
    }

    @Test
    void billionsOfRowsHaveTheirArea() {
        String rows = "SELECT * FROM (VALUES (1, 0.1, 4000000000, 1000000000), (2, 0.1, 0, 3000000000), (2, 0.2,"
                + " 4000000001, 4000000000)) AS r(cell, score, positives, negatives)";
        ScoreDistribution exact =
                ScoreDistribution.of(new double[] {0.1, 0.2}, new long[] {4_000_000_000L, 4_000_000_001L}, new long[] {
                    4_000_000_000L, 4_000_000_000L
                });
        assertMeasures(together(reduction().reduce(rows)), exact, 1e-12);
    }
}
