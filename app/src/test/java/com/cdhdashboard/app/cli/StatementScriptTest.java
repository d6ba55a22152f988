package com.cdhdashboard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.ExecutedStatement;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed of a statement means the same, and does nothing to a terminal. */
class StatementScriptTest {
    private static String printed(String step, String sql) {
        StringWriter out = new StringWriter();
        new StatementScript(new PrintWriter(out, true)).add(new ExecutedStatement(step, sql, Duration.ofMillis(12), 1));
        String text = out.toString();
        return text.substring(text.indexOf("\n\n") + 2);
    }

    private static String body(String sql) {
        String text = printed("Read", sql);
        return text.substring(text.indexOf("rows: 1\n") + "rows: 1\n".length());
    }

    @Test
    void aStatementStandsUnderItsStep() {
        assertThat(printed("Read", "SELECT 'a?'\n")).isEqualTo("""
                -- ===== Read =====

                -- 0.012 s, rows: 1
                SELECT 'a?';
                """);
    }

    @Test
    void aStepStaysInItsComment() {
        assertThat(printed("Count the cells of a\nDROP TABLE b", "SELECT 1"))
                .startsWith("-- ===== Count the cells of a\uFFFDDROP TABLE b =====\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "it's \u001B[2J",
                "\u001B",
                "''\r''",
                "a\\b\u0007\\",
                "\u009B31m",
                "\u202Eabc",
                "\u2028",
                "two\nlines\there",
                "${name} \"\u001B\"",
                "\u001B-- ; DROP TABLE x",
                "\uD83D\uDE00\u200D"
            })
    void aValueComesToTheSame(String value) {
        String sql = body("SELECT " + Sql.text(value) + " AS \"it's\", '\u001B'");
        assertThat(sql.codePoints().filter(c -> c != '\n' && c != '\t'))
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            assertThat(session.first(sql, row -> row.getString(1))).contains(value);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT 1 AS \"a\u001B[2J\"\"'b\", 'c' | SELECT 1 AS \"a\uFFFD[2J\"\"'b\", 'c';",
                "FROM read_json(['a'], columns = {'b\u001B': 'DATE'}) | FROM read_json(['a'], columns = {'b\uFFFD': 'DATE'});",
                "SELECT 'a\u001B'::VARCHAR | SELECT E'a\\x1B'::VARCHAR;"
            })
    void aNameKeepsWhatCanBeShown(String sql, String shown) {
        assertThat(body(sql)).isEqualTo(shown + "\n");
    }
}
