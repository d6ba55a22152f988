package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file holds decides where it goes, whatever it is called and however it is handed over. */
class KindsOfDataTest {
    private static final Path ENGAGEMENT = TestData.path("cases", "42-pooled-totals", "data.json");

    @TempDir
    Path temporary;

    private CaseStore store;

    @BeforeEach
    void openAnEmptyStore() {
        store = CaseStore.in(temporary.resolve("data"));
    }

    private Path copied(Path file, String name) throws IOException {
        return Files.copy(file, temporary.resolve(name));
    }

    @ParameterizedTest
    @CsvSource({
        "25-xlsx-dimension, tool.xlsx, tool.xlsx, 2",
        "29-clv-daily-buyers, daily.csv.gz, daily.csv.gz, 250",
        "22-csv-encodings, cp1252.csv, cp1252.csv, 2",
        "22-csv-encodings, utf16le_bom.csv, interactions.csv, 2",
        "28-clv-same-day, holdings.ndjson, Data-pxStrategyResult.json, 2",
    })
    void holdingsUnderAnyNameAreHoldings(String name, String file, String called, int customers) throws IOException {
        InstalledProgram.Outcome outcome = store.importing(copied(TestData.path("cases", name, file), called));
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out()).contains("recognised as product holdings by its columns");
        assertThat(store.query("clv", "--limit", 1000)).hasSize(customers);
    }

    @Test
    void interactionHistoryGivenAsHoldingsIsInteractionHistory() {
        InstalledProgram.Outcome outcome = store.importing("--holdings", ENGAGEMENT);
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out()).contains("recognised as interaction history by its columns");
        assertThat(store.total("engagement").get("Count").asLong()).isPositive();
    }

    @Test
    void aFolderOfBothKindsIsImportedAsWhatItHolds() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("both"));
        Files.copy(ENGAGEMENT, folder.resolve("a.json"));
        Files.copy(TestData.path("cases", "28-clv-same-day", "holdings.ndjson"), folder.resolve("b.ndjson"));
        Files.copy(TestData.path("cases", "25-xlsx-dimension", "tool.xlsx"), folder.resolve("my-holdings.xlsx"));
        InstalledProgram.Outcome outcome = store.importing(folder);
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        assertThat(store.total("engagement").get("Count").asLong()).isPositive();
        assertThat(store.query("clv")).hasSizeGreaterThan(2);
    }

    @Test
    void aConfigurationIsNoExport() throws IOException {
        Path configuration = copied(TestData.path("cases", "58-hive-daily", "c.toml"), "settings.json");
        for (String[] options : new String[][] {{}, {"--holdings"}}) {
            InstalledProgram.Outcome outcome =
                    options.length == 0 ? store.importing(configuration) : store.importing(options[0], configuration);
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.out())
                    .contains("it is a configuration, not an export; start the program with --config and this file");
            assertThat(outcome.err()).contains("Nothing was imported.");
        }
    }

    @Test
    void otherDataBesideTheExportAreNamedAndPassedOver() {
        InstalledProgram.Outcome outcome = store.importing(TestData.path("cases", "17-mixed-folder"));
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("Decisions/Decisions_20240701.json.gz        other data")
                .contains("HistoricalDataset/hds.json                  other data")
                .contains("found: \"Decision_InteractionID\", \"Decision_Outcome\"");
        assertThat(store.total("engagement").get("Count").asLong()).isEqualTo(3);
        assertThat(store.total("engagement").get("Positives").asLong()).isEqualTo(1);
    }

    @Test
    void otherDataAloneAreAFailure() {
        InstalledProgram.Outcome outcome =
                store.importing(TestData.path("cases", "17-mixed-folder", "HistoricalDataset"));
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("0 imported, 0 imported before, 1 not imported")
                .contains("Nothing was imported.");
    }

    @Test
    void ofAnArchiveOfBothKindsTheMembersOfTheOtherAreNamed() throws IOException {
        Path zip = temporary.resolve("both.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream members = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            members.putNextEntry(new ZipEntry("a.json"));
            Files.copy(ENGAGEMENT, members);
            members.putNextEntry(new ZipEntry("b.json"));
            Files.copy(TestData.path("cases", "28-clv-same-day", "holdings.ndjson"), members);
        }
        InstalledProgram.Outcome outcome = store.importing(zip);
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out()).contains("its member b.json holds product holdings and was passed over");
        assertThat(store.total("engagement").get("CTR").asDouble()).isPositive();
    }
}
