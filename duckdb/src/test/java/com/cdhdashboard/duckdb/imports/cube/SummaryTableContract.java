package com.cdhdashboard.duckdb.imports.cube;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.summary.Reduction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every summary kept as rows by cell: what holds for the states of {@code stats} that merge. */
abstract class SummaryTableContract {
    private static final int ROWS = 20_000;

    @TempDir
    private Path temp;

    private Session session = Session.open("jdbc:duckdb:", new Properties());

    protected abstract Reduction reduction();

    /**
     * The rows, not reduced, that stand for all of the table {@code numbers}, of which each makes one in its own way:
     * {@code i} counts from 0, {@code random} lies between 0 and 1.
     *
     * @param cell over {@code i}
     */
    protected abstract String rows(String cell);

    /** A query of the answers for each {@code g}, which the rows have in the place of {@code cell}. */
    protected abstract String answers(String rows);

    /** Fails unless these are the answers over all of {@code numbers}, up to the stated error. */
    protected abstract void assertAnswers(List<@Nullable Double> answers);

    protected final Session session() {
        return session;
    }

    @BeforeEach
    void fill() {
        // Sums of doubles are compared to the last bit
        session.run("SET threads = 1");
        fill(ROWS);
    }

    private void fill(int rows) {
        session.run(
                "CREATE OR REPLACE TABLE numbers AS SELECT range AS i, hash(range) / 18446744073709551616.0 AS random"
                        + " FROM range(" + rows + ")");
    }

    @AfterEach
    void close() {
        session.close();
    }

    /** The answers when all cells are put together. */
    protected final List<@Nullable Double> together(String rows) {
        return session.first(answers("SELECT 1 AS g, * EXCLUDE (cell) FROM (" + rows + ")"), row -> {
                    List<@Nullable Double> answers = new ArrayList<>();
                    for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
                        double answer = row.getDouble(i);
                        answers.add(row.wasNull() ? null : answer);
                    }
                    return answers;
                })
                .orElseThrow();
    }

    private String reduced(String cell) {
        return reduction().reduce(rows(cell));
    }

    private void assertSameRows(String actual, String expected) {
        assertThat(session.number("SELECT count(*) FROM (" + actual + ")"))
                .isEqualTo(session.number("SELECT count(*) FROM (" + expected + ")"));
        assertThat(session.number("SELECT count(*) FROM (FROM (" + actual + ") EXCEPT FROM (" + expected + "))"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {37, 500, 9_999, ROWS})
    void theCellsTogetherAreTheWhole(int size) {
        assertAnswers(together(reduced("i // " + size)));
    }

    @Test
    void cellsOfOneRowTogetherAreTheWhole() {
        fill(600);
        assertAnswers(together(reduced("i")));
    }

    @Test
    void tenThousandCellsTogetherAreTheWhole() {
        fill(200_000);
        assertAnswers(together(reduced("i // 20")));
    }

    @Test
    void nothingAddedChangesNothing() {
        String nothing = "SELECT * FROM (" + rows("i // 37") + ") WHERE false";
        assertThat(session.number("SELECT count(*) FROM (" + reduction().reduce(nothing) + ")"))
                .isZero();
        String all = "FROM (" + rows("i // 9999") + ") UNION ALL FROM (" + nothing + ")";
        assertSameRows(reduction().reduce(all), reduced("i // 9999"));
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        session.run("CREATE TABLE shuffled AS SELECT * FROM (" + rows("i // 9999") + ") AS r ORDER BY hash(r)");
        assertAnswers(together(reduction().reduce("FROM shuffled")));
    }

    @Test
    void reducingAgainChangesNothing() {
        session.run("CREATE TABLE once AS " + reduced("i // 9999"));
        assertSameRows(reduction().reduce("FROM once"), "FROM once");
    }

    @Test
    void manyImportsIntoOneCellAreTheWhole() {
        SummaryTable table = new SummaryTable(session, "imports", reduction());
        table.create();
        session.run("CREATE TABLE parts AS " + rows("i // 500"));
        for (int part = 0; part < ROWS / 500; part++) {
            table.add(reduction().reduce("SELECT 1 AS cell, * EXCLUDE (cell) FROM parts WHERE cell = " + part));
            table.reduce();
        }
        assertAnswers(together(table.rows()));
    }

    @Test
    void whatWasWrittenIsReadBackAsItWas() {
        String url = "jdbc:duckdb:" + temp.resolve("cells.duckdb");
        session.run("CREATE TABLE made AS " + reduced("i // 9999"));
        List<@Nullable Double> written = together("FROM made");
        session.run("ATTACH '" + temp.resolve("cells.duckdb") + "' AS kept", "CREATE TABLE kept.cells AS FROM made");
        session.run("DETACH kept");
        session.close();
        session = Session.open(url, new Properties());
        session.run("SET threads = 1");
        assertThat(together("FROM cells")).isEqualTo(written);
    }
}
