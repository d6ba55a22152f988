package com.cdhdashboard.duckdb.imports.cube;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.summary.QuantileSql;
import com.cdhdashboard.duckdb.summary.ValueReduction;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTableTest {
    private static final int DAYS = 400;
    private static final double PROMISE = 0.005;

    private final Session session = Session.open("jdbc:duckdb:", new Properties());
    private final SummaryTable table = new SummaryTable(session, "values", new ValueReduction());

    @AfterEach
    void close() {
        session.close();
    }

    /** {@code random} is a number between 0 and 1, {@code day} drifts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "random",
                "1e9 + random + day / 100.0",
                "CASE WHEN random < 0.7 THEN 0.05 ELSE random END",
                "floor(-400000 * ln(1 - random))"
            })
    void fourHundredImportsIntoOneCellKeepThePromise(String value) {
        table.create();
        session.run("CREATE TABLE rows (value DOUBLE)");
        for (int day = 0; day < DAYS; day++) {
            session.run("CREATE OR REPLACE TEMP TABLE today AS SELECT CAST(" + value
                    + " AS DOUBLE) AS value FROM (SELECT " + day + " AS day, hash(range + 10000 * " + day
                    + ") / 18446744073709551616.0 AS random FROM range(2500))");
            session.run("INSERT INTO rows FROM today");
            table.add(new ValueReduction().reduce("SELECT 1 AS cell, value, 1.0 AS n FROM today"));
            table.reduce();
        }
        assertThat(session.number("SELECT round(sum(n)) FROM (" + table.rows() + ")"))
                .isEqualTo(DAYS * 2500L);
        assertThat(session.number("SELECT count(*) FROM (" + table.rows() + ")"))
                .isLessThan(150_000);

        List<Double> quantiles = session.first(
                        QuantileSql.quantiles("SELECT cell AS g, value, n FROM (" + table.rows() + ")"),
                        row -> List.of(
                                row.getDouble(2),
                                row.getDouble(3),
                                row.getDouble(4),
                                row.getDouble(5),
                                row.getDouble(6)))
                .orElseThrow();
        for (int i = 0; i < quantiles.size(); i++) {
            double share = Quantiles.share(Quantiles.PARTS.get(i));
            List<Double> ranks = session.first(
                            "SELECT count(*) FILTER (value < $1) / count(*), count(*) FILTER (value <= $1) / count(*) FROM rows",
                            row -> List.of(row.getDouble(1), row.getDouble(2)),
                            quantiles.get(i))
                    .orElseThrow();
            assertThat(ranks.get(0)).isLessThanOrEqualTo(share + PROMISE);
            assertThat(ranks.get(1)).isGreaterThanOrEqualTo(share - PROMISE);
        }
    }
}
