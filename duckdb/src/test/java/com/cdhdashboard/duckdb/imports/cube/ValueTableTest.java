package com.cdhdashboard.duckdb.imports.cube;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.duckdb.summary.QuantileSql;
import com.cdhdashboard.duckdb.summary.Reduction;
import com.cdhdashboard.duckdb.summary.ValueReduction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Quantiles of values by cell. */
class ValueTableTest extends SummaryTableContract {
    @Override
    protected Reduction reduction() {
        return new ValueReduction();
    }

    @Override
    protected String rows(String cell) {
        return "SELECT " + cell + " AS cell, random AS value, CAST(1 AS DOUBLE) AS n FROM numbers";
    }

    @Override
    protected String answers(String rows) {
        return QuantileSql.quantiles(rows);
    }

    @Override
    protected void assertAnswers(List<@Nullable Double> answers) {
        double[] values = session().list("SELECT random FROM numbers", row -> row.getDouble(1)).stream()
                .mapToDouble(value -> value)
                .toArray();
        for (int i = 0; i < answers.size(); i++) {
            double share = Quantiles.share(Quantiles.PARTS.get(i));
            RankError.assertKept(Objects.requireNonNull(answers.get(i)), share, values);
        }
    }

    /** Of 8 billion rows half are 1, a quarter 2, a quarter 3. */
    @Test
    void billionsOfRowsHaveTheirQuantiles() {
        String rows = "SELECT * FROM (VALUES (1, 1.0, 4e9), (2, 2.0, 2e9), (3, 3.0, 2e9)) AS r(cell, value, n)";
        assertThat(together(reduction().reduce(rows))).containsExactly(1.0, 1.5, 2.25, 3.0, 3.0);
    }
}
