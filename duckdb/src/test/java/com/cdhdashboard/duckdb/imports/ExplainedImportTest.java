package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.ExecutedStatement;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.SampleChoice;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows an import is told every statement, and a plain connection that runs them again comes to the same. */
class ExplainedImportTest {
    private static final String CELLS = "SELECT * FROM \"published:engagement\" ORDER BY ALL";
    private static final String CUSTOMERS = "SELECT * FROM \"published-extra:customers:clv\" ORDER BY ALL";

    @TempDir
    private Path temp;

    private final List<ExecutedStatement> told = new ArrayList<>();

    private final ImportListener following = new ImportListener() {
        @Override
        public void progressed(ImportProgress progress) {}

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public boolean explains() {
            return true;
        }

        @Override
        public void executed(ExecutedStatement statement) {
            told.add(statement);
        }
    };

    /** Without a sample: the lines that are drawn lie in a file that is gone afterwards. */
    private static ImportRequest request(Path file) {
        return new ImportRequest(List.of(file), false, false).with(SampleChoice.NONE);
    }

    @Test
    void statementsOfInteractionsComeToTheSameAgain() throws IOException, SQLException {
        Path file = TestingInteractions.json(
                temp.resolve("rows.json"),
                List.of("\"pyChannel\":\"Web\"", "\"pyChannel\":\"it's a ?\"", "\"Revenue\":2.5", ""));
        try (TestingStore store = new TestingStore(
                temp.resolve("store"), TestingInteractions.configuration("\"Rank\"", "late_outcome_days = 0"))) {
            ImportSummary summary = store.importer().run(request(file), following);
            assertThat(summary.complete()).isTrue();
        }
        assertThat(told.stream().map(ExecutedStatement::step).distinct())
                .containsExactly(
                        "Open the store",
                        "Choose the files",
                        "Sample the columns",
                        "Make the tables",
                        "Read and prepare the rows",
                        "Commit the files",
                        "Describe the columns",
                        "Look for odd rows",
                        "Find days that are final",
                        "Choose one row of each interaction",
                        "Count what no metric counts",
                        "Count the cells of engagement",
                        "Count the cells of conversion",
                        "Count the cells of descriptive",
                        "Drop rows that are final",
                        "Publish");
        assertThat(told)
                .filteredOn(statement -> statement.text().startsWith("INSERT INTO window_rows"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.rows()).isEqualTo(4);
                    assertThat(statement.elapsed()).isPositive();
                });
        assertThat(again(CELLS)).containsExactly("2024-03-01 Test 0 4 0 4 0 0");
    }

    @Test
    void noStatementTellsWhatCustomersAreHashedWith() throws IOException, SQLException {
        Path file = TestingInteractions.json(temp.resolve("rows.json"), List.of("\"pySubjectID\":\"C1\""));
        Path folder = temp.resolve("store");
        try (TestingStore store =
                new TestingStore(folder, TestingInteractions.configuration("\"Rank\"", "late_outcome_days = 3"))) {
            store.importer().run(request(file), following);
        }
        String salt;
        try (Connection plain = DriverManager.getConnection("jdbc:duckdb:" + new StoreFolder(folder).database());
                Statement statement = plain.createStatement()) {
            salt = rows(statement, "SELECT salt FROM store").get(0);
        }
        assertThat(salt).hasSize(32);
        assertThat(told).noneMatch(statement -> statement.text().contains(salt));
        assertThat(told)
                .anyMatch(statement -> statement.text().startsWith("INSERT INTO store VALUES")
                        && statement.text().contains("'concealed'"));
    }

    @Test
    void statementsOfHoldingsComeToTheSameAgain() throws IOException, SQLException {
        Path file = Files.writeString(temp.resolve("holdings.json"), """
                {"CustomerID": "C1", "HoldingID": "H1", "PurchasedDate": "2024-01-05", "OneTimeCost": 10, "Arm": "A"}
                {"CustomerID": "C1", "HoldingID": "H2", "PurchasedDate": "2024-02-05", "OneTimeCost": 20, "Arm": "A"}
                {"CustomerID": "C2", "HoldingID": "H3", "PurchasedDate": "2024-02-06", "OneTimeCost": 5, "Arm": "B"}
                """);
        try (TestingHoldings store = new TestingHoldings(temp.resolve("store"), TestingHoldings.configuration(""))) {
            ImportSummary summary = store.importer().run(request(file), following);
            assertThat(summary.complete()).isTrue();
        }
        assertThat(again(CUSTOMERS)).hasSize(2);
    }

    /** What a query answers just before the file is published, from all statements run again. */
    private List<String> again(String query) throws SQLException {
        List<String> answer = List.of();
        try (Connection plain = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = plain.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            for (ExecutedStatement again : told) {
                if (again.text().startsWith("ATTACH")) {
                    answer = rows(statement, query);
                }
                statement.execute(again.text());
            }
        }
        return answer;
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> answer = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    values.add(rows.getString(column));
                }
                answer.add(String.join(" ", values));
            }
        }
        return answer;
    }
}
