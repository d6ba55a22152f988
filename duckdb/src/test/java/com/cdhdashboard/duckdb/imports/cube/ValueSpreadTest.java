package com.cdhdashboard.duckdb.imports.cube;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.summary.ScoreReduction;
import com.cdhdashboard.duckdb.summary.Thinning;
import com.cdhdashboard.duckdb.summary.ValueReduction;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueSpreadTest {
    private static final String VALUES = "SELECT cell, \"column:Unlike\" AS value, 1.0::DOUBLE AS n FROM sample";
    private static final String SCORES =
            "SELECT cell, \"column:Unlike\" AS score, row % 2 AS positives, 1 - row % 2 AS negatives FROM sample";
    private static final String CROWDED = " WHERE cell = 301";

    private final Session session = Session.open("jdbc:duckdb:", new Properties());

    /** Cells 1 to 300 have ten rows each, cell 301 has 20,000. */
    @BeforeEach
    void fill() {
        session.run(
                "CREATE TABLE sample AS SELECT row, least(row // 10 + 1, 301) AS cell, hash(row) / 18446744073709551616.0"
                        + " AS \"column:Unlike\", CAST(if(cell < 301, row % 4, hash(row) % 10000000) AS DOUBLE) AS"
                        + " \"column:Alike\", CAST(NULL AS DOUBLE) AS \"column:Missing\" FROM range(23000) r(row)",
                "CREATE TABLE cells AS SELECT DISTINCT cell, cell = 301 AS crowded FROM sample");
    }

    @AfterEach
    void close() {
        session.close();
    }

    @ParameterizedTest
    @CsvSource({"Unlike, true", "Alike, false", "Missing, false"})
    void valuesAreUnlikeWhereMostInACellAreTheOnlyOnesOfTheirKind(String column, boolean unlike) {
        ValueSpread spread = new ValueSpread(
                session,
                Stream.of("Unlike", "Alike", "Missing")
                        .<Summary>map(name -> new Quantiles(name, false))
                        .toList());
        spread.find("sample", "cells");

        assertThat(spread.isUnlike(column)).isEqualTo(unlike);
    }

    @Test
    void aCellIsCrowdedFromTheFewestRowsThatAnySummaryThins() {
        Summary values = new Quantiles("Unlike", false);
        Summary scores = new ScoreCounts("Unlike", false);

        assertThat(new ValueSpread(session, List.of(values)).mostPlain()).isEqualTo(2048);
        assertThat(new ValueSpread(session, List.of(scores)).mostPlain()).isEqualTo(8192);
        assertThat(new ValueSpread(session, List.of(scores, values)).mostPlain())
                .isEqualTo(2048);
    }

    @Test
    void withoutAddingUpValuesAreThinnedAlike() {
        assertSameRows(VALUES + CROWDED, new ValueReduction());
    }

    @Test
    void withoutAddingUpScoresAreThinnedAlike() {
        assertSameRows(SCORES + CROWDED, new ScoreReduction());
    }

    private void assertSameRows(String rows, Thinning reduction) {
        String thinned = reduction.thin(rows);
        assertThat(session.number("SELECT count(*) FROM (" + thinned + ")")).isBetween(1000L, 19_999L);
        assertThat(difference(thinned, reduction.reduce(rows))).isZero();
        assertThat(difference(reduction.reduce(rows), thinned)).isZero();
    }

    private long difference(String rows, String others) {
        return session.number(
                "SELECT count(*) FROM (SELECT * FROM (" + rows + ") EXCEPT ALL SELECT * FROM (" + others + "))");
    }
}
