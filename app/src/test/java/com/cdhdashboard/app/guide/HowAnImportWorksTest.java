package com.cdhdashboard.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statements of the page are those of the import of its rows, and a plain connection answers its queries as it says. */
class HowAnImportWorksTest {
    private static final Path PAGE = Path.of("..", "docs", "how-an-import-works.md");
    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)\n```\n(?:\n((?:\\|[^\n]*\n)+))?", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void everyStatementRunsAsItIsShown() throws IOException, SQLException {
        String page = Files.readString(PAGE);
        Path rows = Files.writeString(folder.resolve("ten.json"), block(page, "json"));
        Path configuration = Files.writeString(folder.resolve("small.toml"), block(page, "toml"));
        InstalledProgram.Outcome answer = InstalledProgram.run("import", "--explain", "--config", configuration, rows);
        assertThat(answer.code()).as(answer.err()).isZero();
        List<String> statements = statements(answer.out());

        try (Connection plain = DriverManager.getConnection("jdbc:duckdb:");
                Statement runner = plain.createStatement()) {
            int next = 0;
            for (MatchResult shown : SQL.matcher(page).results().toList()) {
                if (shown.group(2) != null) {
                    assertThat(table(runner, shown.group(1))).as(shown.group(1)).isEqualTo(shown.group(2));
                    continue;
                }
                Pattern sought = pattern(shown.group(1));
                boolean found = false;
                while (!found) {
                    assertThat(next)
                            .as("not run, or in another order: " + shown.group(1))
                            .isLessThan(statements.size());
                    String statement = statements.get(next++);
                    runner.execute(statement);
                    found = sought.matcher(statement.replace(rows.toString(), "ten.json"))
                            .matches();
                }
            }
        }
    }

    private static String block(String page, String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /** Comments begin a line, and statements end with a semicolon at the end of one. */
    private static List<String> statements(String script) {
        return Arrays.stream(script.split("(?m)^-- .*$"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, text.length() - 1))
                .toList();
    }

    private static Pattern pattern(String shown) {
        return Pattern.compile(
                Arrays.stream(shown.split("…")).map(Pattern::quote).collect(Collectors.joining(".*?")), Pattern.DOTALL);
    }

    private static String table(Statement runner, String query) throws SQLException {
        List<List<String>> lines = new ArrayList<>();
        try (ResultSet rows = runner.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                names.add(rows.getMetaData().getColumnLabel(column));
            }
            lines.add(names);
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(Objects.requireNonNullElse(rows.getString(column), ""));
                }
                lines.add(values);
            }
            return lines.stream()
                            .map(HowAnImportWorksTest::line)
                            .collect(Collectors.joining("\n"))
                            .replaceFirst("\n", "\n|" + "---|".repeat(columns) + "\n")
                    + "\n";
        }
    }

    private static String line(List<String> values) {
        return "| " + String.join(" | ", values) + " |";
    }
}
