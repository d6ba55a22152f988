package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.summary.ScoreReduction;
import com.cdhdashboard.duckdb.summary.Thinning;
import com.cdhdashboard.duckdb.summary.ValueReduction;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueSpreadTest {
    private static final String VALUES = "SELECT cell, \"column:%s\" AS value, 1.0::DOUBLE AS n FROM sample";
    private static final String SCORES =
            "SELECT cell, \"column:%s\" AS score, row %% 2 AS positives, 1 - row %% 2 AS negatives FROM sample";

    private final Session session = Session.open("jdbc:duckdb:", new Properties());
    private final ValueSpread spread = new ValueSpread(session, "metric", List.of("Unlike", "Alike", "Missing"));

    /** Cells 1 to 300 have ten rows each, cell 301 has 5,000. */
    @BeforeEach
    void look() {
        session.run("CREATE TABLE sample AS SELECT row, least(row // 10 + 1, 301) AS cell, hash(row) /"
                + " 18446744073709551616.0 AS \"column:Unlike\", CAST(row % 4 AS DOUBLE) AS \"column:Alike\", CAST(NULL AS"
                + " DOUBLE) AS \"column:Missing\" FROM range(8000) r(row)");
        spread.find("sample");
    }

    @AfterEach
    void close() {
        session.close();
    }

    @ParameterizedTest
    @CsvSource({"Unlike, 1, 10", "Unlike, 301, 1024", "Alike, 1, 4", "Alike, 301, 4"})
    void valuesAreAddedUpOrThinnedWhereThatPays(String column, int cell, int rows) {
        String reduced = spread.reduced(column, VALUES.formatted(column), new ValueReduction());

        assertThat(number("SELECT count(*) FROM (%s) WHERE cell = " + cell, reduced))
                .isEqualTo(rows);
        assertThat(number("SELECT CAST(sum(n) AS BIGINT) FROM (%s) WHERE cell = " + cell, reduced))
                .isEqualTo(number("SELECT count(*) FROM (%s) WHERE cell = " + cell, VALUES.formatted(column)));
    }

    @Test
    void withoutAddingUpValuesThatDifferAreThinnedAlike() {
        sameRows(VALUES, new ValueReduction());
    }

    @Test
    void withoutAddingUpScoresThatDifferAreThinnedAlike() {
        sameRows(SCORES, new ScoreReduction());
    }

    private void sameRows(String sql, Thinning reduction) {
        String fresh = sql.formatted("Unlike");
        String spared = spread.reduced("Unlike", fresh, reduction);
        assertThat(spared).isNotEqualTo(reduction.reduce(fresh));
        assertThat(number("SELECT count(*) FROM (%s)", spared)).isGreaterThan(4000);
        assertThat(difference(spared, reduction.reduce(fresh))).isZero();
        assertThat(difference(reduction.reduce(fresh), spared)).isZero();
    }

    private long difference(String rows, String others) {
        return session.number(
                "SELECT count(*) FROM (SELECT * FROM (" + rows + ") EXCEPT ALL SELECT * FROM (" + others + "))");
    }

    @Test
    void aColumnWithoutValuesLeavesNoRows() {
        String none = "SELECT * FROM (" + VALUES.formatted("Missing") + ") WHERE value IS NOT NULL";

        assertThat(number("SELECT count(*) FROM (%s)", spread.reduced("Missing", none, new ValueReduction())))
                .isZero();
    }

    private long number(String sql, String rows) {
        return session.number(sql.formatted(rows));
    }
}
