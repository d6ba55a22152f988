package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holdings in tables as other systems write them, or damaged, imported by the command line. */
class HoldingTablesTest {
    private static final String REASONS = "Rejected rows, with reasons: ";

    @TempDir
    Path temporary;

    private CaseStore store = CaseStore.in(Path.of("none"));

    @BeforeEach
    void emptyStore() {
        store = CaseStore.in(temporary.resolve("data"));
    }

    private InstalledProgram.Outcome importing(Path... files) {
        List<Object> all = new ArrayList<>(List.of(files));
        all.add(0, "--holdings");
        return store.importing(all.toArray());
    }

    private InstalledProgram.Outcome imported(Path file) {
        InstalledProgram.Outcome outcome = importing(file);
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        return outcome;
    }

    /** A value of each customer. */
    private Map<String, String> customers(String column) {
        Map<String, String> values = new TreeMap<>();
        store.query("clv", "--limit", 10_000)
                .forEach(row -> values.put(
                        row.get("CustomerID").asText(), row.get(column).asText()));
        return values;
    }

    private static List<String> reasons(InstalledProgram.Outcome outcome) throws IOException {
        String file = outcome.err()
                .lines()
                .filter(line -> line.startsWith(REASONS))
                .findFirst()
                .orElseThrow()
                .substring(REASONS.length());
        List<String> reasons = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(file))) {
            reasons.add(new ObjectMapper().readTree(line).get("reason").asText());
        }
        return reasons;
    }

    @Test
    void amountsInAnyFormAreRead() {
        InstalledProgram.Outcome outcome = imported(TestData.path("cases", "20-csv-amount-forms", "amounts.csv"));
        assertThat(customers("lifetime_value"))
                .isEqualTo(Map.of("C1", "20475.3", "C2", "987.5", "C3", "0.0", "C4", "12.5"));
        assertThat(outcome.out()).contains("column \"OneTimeCost\": the sign \"\u20ac\" beside numbers is left out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp1252.csv", "utf16le_bom.csv", "utf16le_nobom.csv", "utf8_bom.csv"})
    void textInAnyEncodingIsRead(String name) {
        imported(TestData.path("cases", "22-csv-encodings", name));
        assertThat(customers("lifetime_value").keySet()).contains("M\u00fcller; S\u00f6hne", "C\"2");
        assertThat(customers("lifetime_value").values()).containsExactlyInAnyOrder("10.5", "20.0");
    }

    @Test
    void aByteOutsideOfTheEncodingCostsItsRow() throws IOException {
        InstalledProgram.Outcome outcome = imported(TestData.path("cases", "22-csv-encodings", "cp1252_after_64k.csv"));
        assertThat(reasons(outcome))
                .containsExactly("it holds bytes that are no utf-8; say the encoding, such as windows-1252");
        assertThat(customers("lifetime_value")).hasSize(4_000);
    }

    @Test
    void cellsWithoutAddressesAndDatesInAnyFormatAreRead() throws IOException {
        imported(TestData.path("cases", "25-xlsx-dimension", "tool.xlsx"));
        assertThat(customers("lifetime_value")).isEqualTo(Map.of("C0", "7.0", "C1", "10.5"));
        InstalledProgram.Outcome outcome = imported(TestData.path("cases", "27-xlsx-date-formats", "dates.xlsx"));
        assertThat(customers("last_purchase"))
                .containsEntry("C2", "2024-03-02")
                .containsEntry("C3", "2024-03-03")
                .containsEntry("C6", "2024-03-05");
        assertThat(reasons(outcome))
                .containsExactly(
                        "PurchasedDate is \"30-JUN-2013\", a day such as 2024-01-31 or 31.01.2024 is expected",
                        "PurchasedDate is \"04/03/2024\", a day such as 2024-01-31 or 31.01.2024 is expected");
    }

    @Test
    void damagedWorkbooksAreRefusedByNameAndTheOthersImported() {
        Path good = TestData.path("hostile", "02-xlsx-crash-hang", "product-holdings-good.zip");
        Path bad = TestData.path("hostile", "02-xlsx-crash-hang", "product-holdings-bad.xlsx");
        Path flipped = TestData.path("hostile", "03-xlsx-checksum", "product-holdings-flipped.xlsx");
        Assertions.assertTimeout(Duration.ofMinutes(1), () -> {
            InstalledProgram.Outcome outcome = importing(bad, good, flipped);
            assertThat(outcome.out())
                    .contains(refusal(bad, "xl/sharedStrings.xml"), refusal(flipped, "xl/worksheets/sheet1.xml"));
            assertThat(outcome.err()).contains("1 imported, 0 imported before, 2 not imported");
        });
        assertThat(store.query("clv", "--limit", 3)).hasSize(3);
    }

    private static String refusal(Path file, String part) {
        return file.getFileName() + ": the workbook is damaged: its part \"" + part
                + "\" does not fit its checksum. Copy or export the file again";
    }

    @Test
    void hugeNumbersAndManyEqualNamesEndQuickly() {
        imported(TestData.path("cases", "25-xlsx-dimension", "tool.xlsx"));
        Assertions.assertTimeout(Duration.ofMinutes(1), () -> {
            InstalledProgram.Outcome numbers =
                    importing(TestData.path("hostile", "13-xlsx-long-number", "x-badnum2.xlsx"));
            assertThat(reasons(numbers)).allMatch(reason -> reason.contains(" holds a number of 300000 digits"));
            for (String name : List.of("n1000.csv", "n2000.csv", "n4000.csv", "product-holdings-a.csv")) {
                InstalledProgram.Outcome outcome = importing(TestData.path("hostile", "09-csv-dup-header", name));
                assertThat(outcome.out()).contains("its header has \"a\" more than once");
            }
        });
        assertThat(customers("lifetime_value")).isEqualTo(Map.of("C0", "7.0", "C1", "10.5"));
    }
}
