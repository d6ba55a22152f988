package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows of holdings count: repeats, bad rows, files imported again, and data of the simplest kind. */
class HoldingRowsTest {
    @TempDir
    private Path temp;

    private TestingHoldings store(String more) {
        return new TestingHoldings(temp.resolve("store"), TestingHoldings.configuration(more));
    }

    private Path file(String name, String... lines) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("export"));
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static String holding(String customer, String order, String day, String value) {
        return "{\"CustomerID\":" + quoted(customer) + ",\"Arm\":\"A\",\"HoldingID\":" + quoted(order)
                + ",\"PurchasedDate\":" + quoted(day) + ",\"OneTimeCost\":" + value + "}";
    }

    private static String quoted(String text) {
        return text.equals("null") ? "null" : '"' + text + '"';
    }

    private static List<String> rejected(ImportSummary summary) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (String line : Files.readAllLines(summary.rejectedRows().orElseThrow())) {
            JsonNode row = new ObjectMapper().readTree(line);
            reasons.add(row.get("file").asText() + ":" + row.get("row").asText() + " "
                    + row.get("reason").asText());
        }
        return reasons;
    }

    @Test
    void anOrderIsOneHoldingAndItsLatestRowStandsForItInAnyOrderOfFiles() throws IOException {
        Path a = file("a.json", holding("C1", "O1", "2024-01-01", "1"), holding("C1", "O1", "2024-01-03", "7"));
        Path b = file("b.json", holding("C1", "O1", "2024-01-02", "100"), holding("C1", "O2", "2024-01-05", "2"));
        Path c = file("c.json", holding("C1", "O1", "2024-01-03", "5"), holding("C1", "O2", "2024-01-05", "2"));
        for (List<Path> order : List.of(List.of(a, b, c), List.of(c, b, a), List.of(b, a, c))) {
            try (TestingHoldings store =
                    new TestingHoldings(temp.resolve("store" + order), TestingHoldings.configuration(""))) {
                order.forEach(store::add);
                assertThat(store.rows("unique_holdings", "frequency", "recency", "lifetime_value"))
                        .containsExactly(List.of(2L, 1L, 2L, 9.0));
                assertThat(store.published().loaded().rows()).isEqualTo(2);
            }
        }
    }

    @Test
    void rowsWithoutAnOrderAreHoldingsOfTheirOwn() throws IOException {
        Path file = file(
                "a.json",
                holding("C1", "null", "2024-01-01", "1"),
                holding("C1", "null", "2024-01-01", "1"),
                holding("C1", "", "2024-01-01", "1"));
        try (TestingHoldings store = store("")) {
            assertThat(store.add(file).files().get(0))
                    .extracting(FileSummary::read, FileSummary::repeated, FileSummary::kept)
                    .containsExactly(3L, 0L, 3L);
            assertThat(store.rows("unique_holdings", "frequency", "lifetime_value"))
                    .containsExactly(List.of(3L, 0L, 3.0));
        }
    }

    @Test
    void badRowsAreKeptWithTheirReasonAndGoodOnesCounted() throws IOException {
        Path file = file(
                "a.json",
                holding("C1", "O1", "2024-01-01", "1"),
                holding("null", "O2", "2024-01-01", "1"),
                holding("C1", "O3", "soon", "1"),
                "{\"CustomerID\":",
                holding("C1", "O4", "2024-01-01", "\"much\""),
                holding("C1", "O5", "null", "1"),
                holding("C1", "O6", "2024-01-01", "1e16"),
                holding("C1", "O7", "2024-01-09", "null"));
        try (TestingHoldings store = store("")) {
            ImportSummary summary = store.add(file);
            assertThat(summary.files().get(0))
                    .extracting(FileSummary::read, FileSummary::rejected, FileSummary::kept)
                    .containsExactly(8L, 6L, 2L);
            assertThat(rejected(summary))
                    .containsExactlyInAnyOrder(
                            "a.json:2 CustomerID is missing",
                            "a.json:3 PurchasedDate is \"soon\", a day such as 2024-01-31 or 31.01.2024 is expected",
                            "a.json:4 not JSON: the row ends too early",
                            "a.json:5 value of column \"OneTimeCost\" is \"much\", a number is expected",
                            "a.json:6 PurchasedDate is missing or could not be computed",
                            "a.json:7 the value is beyond 1,000,000,000,000,000");
            assertThat(store.rows("frequency", "lifetime_value")).containsExactly(List.of(1L, 1.0));
        }
    }

    @Test
    void badRowsOfTablesAreKeptWithTheirReason() throws IOException {
        Path file = file(
                "a.csv",
                "CustomerID,Arm,HoldingID,PurchasedDate,OneTimeCost",
                "C1,A,O1,2024-01-01,1",
                "C1,A,O2,2024-01-01,1,extra",
                "C1,A,O3,2024-01-01,much",
                "C1,A",
                "",
                "C1,A,\"O4\"x,2024-01-01,1",
                "C1,A,O5,31.01.2024,\"1,234.5\"",
                "C1,A,\"O6,2024-01-01,1");
        try (TestingHoldings store = store("")) {
            ImportSummary summary = store.add(file);
            assertThat(rejected(summary))
                    .containsExactlyInAnyOrder(
                            "a.csv:2 the row has 6 values, the header names 5 columns",
                            "a.csv:3 value of column \"OneTimeCost\" is \"much\", a number is expected",
                            "a.csv:4 PurchasedDate is missing or could not be computed",
                            "a.csv:5 there is text after a closing quote",
                            "a.csv:7 a quote is opened in line 9 and not closed, so that it takes 1 line, all up to"
                                    + " the end of the file; close it, or say another quote");
            assertThat(store.rows("frequency", "recency", "lifetime_value")).containsExactly(List.of(1L, 30L, 1235.5));
        }
    }

    @Test
    void bytesThatAreNoTextRejectTheirRow() throws IOException {
        String text = "CustomerID,Arm,HoldingID,PurchasedDate,OneTimeCost\n" + "C1,A,O1,2024-01-01,1\n".repeat(4_000)
                + "C1,A,O\u00e4,2024-01-01,1\n";
        Path file = Files.write(temp.resolve("a.csv"), text.getBytes(StandardCharsets.ISO_8859_1));
        try (TestingHoldings store = store("")) {
            assertThat(rejected(store.add(file)))
                    .containsExactly(
                            "a.csv:4001 it holds bytes that are no utf-8; say the encoding, such as windows-1252");
        }
    }

    @Test
    void importingAgainChangesNothingAndAChangedFileReplacesOnRequest() throws IOException {
        Path file = file("a.json", holding("C1", "O1", "2024-01-01", "1"));
        try (TestingHoldings store = store("")) {
            store.add(file);
            List<?> first = store.all().rows();
            assertThat(store.add(file).files().get(0).status()).isEqualTo(FileSummary.Status.UNCHANGED);
            assertThat(store.all().rows()).isEqualTo(first);
            file("a.json", holding("C2", "O2", "2024-01-02", "2"));
            assertThat(store.add(file).files().get(0).status()).isEqualTo(FileSummary.Status.CHANGED);
            assertThat(store.all().rows()).isEqualTo(first);
            store.add(new ImportRequest(List.of(file), true, false));
            assertThat(store.rows("CustomerID")).containsExactly(List.of("C2"));
            file("b.json", holding("C3", "O3", "2024-01-02", "2"));
            store.add(new ImportRequest(List.of(temp.resolve("export/b.json")), false, true));
            assertThat(store.rows("CustomerID")).containsExactly(List.of("C3"));
        }
    }

    @Test
    void oneCustomerWithOnePurchaseIsInTheLowestQuartilesButRecent() throws IOException {
        try (TestingHoldings store = store("")) {
            store.add(file("a.json", holding("C1", "O1", "2024-01-01", "5")));
            assertThat(store.rows(
                            "frequency",
                            "recency",
                            "tenure",
                            "monetary_value",
                            "lifetime_value",
                            "days_since_last",
                            "r_quartile",
                            "f_quartile",
                            "m_quartile",
                            "rfm_score",
                            "rfm_segment"))
                    .containsExactly(List.of(0L, 0L, 0L, 0.0, 5.0, 0L, 4L, 1L, 1L, 2.0, "Inactive Customer"));
            assertThat(store.customers()
                            .aggregates("clv", List.of(), List.of())
                            .rows()
                            .get(0))
                    .containsExactly(1L, 0L, 1L, 5.0, 5.0, null, 0.0, 0.0, 0.0, 0.0, 2.0);
        }
    }

    @Test
    void valuesMayBeNegativeOrNothingAndDaysStillToCome() throws IOException {
        try (TestingHoldings store = store("")) {
            ImportSummary summary = store.add(file(
                    "a.json",
                    holding("C1", "O1", "2024-01-01", "5"),
                    holding("C1", "O2", "2024-01-02", "-7"),
                    holding("C2", "O3", "2024-01-02", "0"),
                    holding("C2", "O4", "2199-01-01", "0")));
            assertThat(summary.notes())
                    .containsExactly(
                            "1 row has a time before 1970 or after "
                                    + (LocalDate.now(ZoneOffset.UTC).getYear() + 1)
                                    + " in PurchasedDate, the first 2199-01-01 00:00:00 in \"a.json\": counted as it"
                                    + " is; correct the export if the year is wrong",
                            "metric clv: the latest purchase is on 2199-01-01, a day still to come, and all"
                                    + " customers are seen from there; set observation_end in the metric, or mend the date");
            assertThat(store.rows("CustomerID", "monetary_value", "lifetime_value"))
                    .containsExactly(List.of("C1", -7.0, -2.0), List.of("C2", 0.0, 0.0));
        }
    }

    @Test
    void theEndOfObservationAndTheLifespanBoundWhatCounts() throws IOException {
        Path file = file(
                "a.json",
                holding("C1", "O1", "2019-12-31", "1"),
                holding("C1", "O2", "2022-01-01", "10"),
                holding("C1", "O3", "2023-12-31", "100"),
                holding("C2", "O4", "2024-01-01", "1000"));
        try (TestingHoldings store = store("observation_end = \"2023-12-31\"\nlifespan = 4\n")) {
            store.add(file);
            assertThat(store.rows("CustomerID", "frequency", "tenure", "monetary_value", "lifetime_value"))
                    .containsExactly(List.of("C1", 1L, 729L, 100.0, 110.0));
        }
    }

    @Test
    void contractsAddTheirPayments() throws IOException {
        String line =
                holding("C1", "O1", "2024-01-01", "5").replace("}", ",\"RecurringCost\":2.5,\"RecurringPeriod\":12}");
        String without =
                holding("C1", "O2", "2024-01-01", "1").replace("}", ",\"RecurringCost\":null,\"RecurringPeriod\":12}");
        try (TestingHoldings store = store("model = \"contractual\"\n")) {
            store.add(file("a.json", line, without));
            assertThat(store.rows("lifetime_value")).containsExactly(List.of(36.0));
        }
    }

    @Test
    void aCustomerInTwoGroupsHasTwoRowsAndCountsOnce() throws IOException {
        try (TestingHoldings store = store("")) {
            store.add(file(
                    "a.json",
                    holding("C1", "O1", "2024-01-01", "1"),
                    holding("C1", "O2", "2024-01-02", "2").replace("\"A\"", "\"B\""),
                    holding("C2", "O3", "2024-01-02", "4")));
            assertThat(store.rows("CustomerID", "Arm", "frequency", "f_quartile", "lifetime_value"))
                    .containsExactly(
                            List.of("C1", "A", 0L, 4L, 1.0),
                            List.of("C1", "B", 0L, 4L, 2.0),
                            List.of("C2", "A", 0L, 1L, 4.0));
            assertThat(store.customers()
                            .aggregates("clv", List.of(), List.of())
                            .rows()
                            .get(0)
                            .subList(0, 5))
                    .containsExactly(2L, 1L, 3L, 7.0, 3.5);
            assertThat(store.customers()
                            .aggregates("clv", List.of("Arm"), List.of())
                            .rows())
                    .extracting(row -> row.subList(0, 5))
                    .containsExactly(Arrays.asList("A", 2L, 0L, 2L, 5.0), Arrays.asList("B", 1L, 0L, 1L, 2.0));
        }
    }

    @Test
    void aMetricWhoseColumnsAreMissingIsSaidSo() throws IOException {
        Path file = file("a.json", holding("C1", "O1", "2024-01-01", "1"));
        try (TestingHoldings store = store("purchase_date_col = \"Bought\"\nmonetary_value_col = \"OneTimeCosts\"\n")) {
            FileSummary refused = store.add(file).files().get(0);
            assertThat(refused.status()).isEqualTo(FileSummary.Status.FAILED);
            assertThat(refused.message())
                    .hasValue("no metric can be computed from these files: metric clv is off: the files have no"
                            + " Bought, OneTimeCosts (did you mean OneTimeCost?); name the right columns in the metric, add a default under"
                            + " [holdings.extensions.default_values], or take it out of group_by; see [metrics]");
        }
    }

    @Test
    void aPurchaseOfAYearNobodyHasIsRejectedAndANumberThatIsNoneIsMissing() throws IOException {
        try (TestingHoldings store = store("observation_end = 2024-01-31")) {
            ImportSummary summary = store.add(file(
                    "a.json",
                    holding("C1", "O1", "2024-01-01", "NaN"),
                    holding("C1", "O2", "2024-01-02", "7"),
                    holding("C2", "O3", "0195-01-02", "1"),
                    holding("C3", "O4", "2201-01-01", "1"),
                    holding("C4", "O5", "1704153600", "2"),
                    holding("C4", "O6", "1704153601", "\"Infinity\"")));
            assertThat(summary.notes())
                    .containsExactly("2 rows have NaN or an infinite number as OneTimeCost: counted as missing values");
            assertThat(Files.readString(summary.rejectedRows().orElseThrow()))
                    .contains("PurchasedDate is 0195-01-02 00:00:00, a year from 1900 to 2200 is expected")
                    .contains("PurchasedDate is 2201-01-01 00:00:00, a year from 1900 to 2200 is expected");
            assertThat(store.rows("CustomerID", "tenure", "lifetime_value"))
                    .containsExactly(List.of("C1", 30L, 7.0), List.of("C4", 29L, 2.0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Customer", "Day", "VALUE", "Frequency"})
    void aGroupCalledAsAColumnOfCustomersIsRefused(String name) throws IOException {
        String configuration = TestingHoldings.configuration("").replace("\"Arm\"", '"' + name + '"');
        Path file = file("a.json", holding("C1", "O1", "2024-01-01", "1").replace("Arm", name));
        try (TestingHoldings store = new TestingHoldings(temp.resolve("store"), configuration)) {
            ImportSummary summary = store.add(file);
            assertThat(summary.files().get(0).message().orElseThrow())
                    .contains("metric clv is off: group_by names " + name
                            + ", which is a column of every customer already; take it out, or give the column another"
                            + " name under [holdings.extensions] columns");
        }
    }
}
