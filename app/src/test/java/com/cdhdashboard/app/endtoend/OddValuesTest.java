package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small exports whose values, times and ids are easily read wrongly, from files to the answers of the command line. */
class OddValuesTest {
    @TempDir
    private Path temporary;

    private CaseStore store(Path configuration) {
        return CaseStore.in(temporary.resolve("data"), configuration);
    }

    private CaseStore store() {
        return CaseStore.in(temporary.resolve("data"));
    }

    /** What the command said, once it said that the file was imported. */
    private static String imported(CaseStore store, Object... filesAndOptions) {
        InstalledProgram.Outcome outcome = store.importing(filesAndOptions);
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        return outcome.out() + outcome.err();
    }

    /** A value of the groups of an answer, such as {@code Web=1}. */
    private static List<String> values(JsonNode rows, String group, String value) {
        List<String> values = new ArrayList<>();
        rows.forEach(
                row -> values.add(row.get(group).asText() + "=" + row.get(value).asText()));
        return values;
    }

    private List<String> rejected() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(temporary.resolve("data"))) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("rejected"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    @Test
    void numbersInScientificNotationAreNumbers() {
        CaseStore store = store();
        imported(store, TestData.path("cases", "01-sci-notation", "data.json"));
        assertThat(store.total("conversion").get("Revenue").asDouble()).isEqualTo(1350);
        JsonNode described = store.total("descriptive", "--property", "Propensity");
        assertThat(described.get("Propensity_Count").asLong()).isEqualTo(4);
        assertThat(described.get("Propensity_Mean").asDouble()).isCloseTo(0.0875005, within(1e-15));
        assertThat(described.get("Propensity_Max").asDouble()).isEqualTo(0.2);
    }

    @Test
    void offsetsAndZonesAreConvertedAndAnUnknownZoneIsNotGuessedAt() throws IOException {
        CaseStore store = store();
        imported(store, TestData.path("cases", "02-zone-offsets", "data.json"));
        assertThat(values(store.query("engagement", "--group-by", "Day"), "Day", "Count"))
                .containsExactly("2024-06-30=4", "2024-07-01=2");
        assertThat(rejected())
                .singleElement()
                .asString()
                .contains("value of column \\\"pxOutcomeTime\\\" is \\\"20240701T003000.000 EDT\\\"");
    }

    @Test
    void tokensThatAreNoNumberAreMissing() {
        CaseStore store = store();
        String said = imported(store, TestData.path("cases", "09-nan-tokens", "data.json"));
        assertThat(said).contains("3 rows have NaN or an infinite number as Propensity: counted as missing values");
        assertThat(store.total("engagement").get("Count").asLong()).isEqualTo(5);
        JsonNode described = store.total("descriptive", "--property", "Propensity");
        assertThat(described.get("Propensity_Count").asLong()).isEqualTo(1);
        assertThat(described.get("Propensity_Mean").asDouble()).isEqualTo(0.2);
        assertThat(described.toString()).doesNotContain("NaN", "Infinity");
    }

    @ParameterizedTest
    @CsvSource({"a.json, b.json", "b.json, a.json"})
    void rowsOfOneSecondAreOneInteraction(String first, String second) {
        CaseStore store = store();
        imported(store, TestData.path("cases", "13-second-ties", first));
        imported(store, TestData.path("cases", "13-second-ties", second));
        assertThat(store.total("engagement").get("Count").asLong()).isEqualTo(3);
        assertThat(store.total("engagement").get("Positives").asLong()).isEqualTo(2);
    }

    @Test
    void repeatsOfOneSecondAreCounted() {
        String said = imported(
                store(),
                TestData.path("cases", "13-second-ties", "a.json"),
                TestData.path("cases", "13-second-ties", "b.json"));
        assertThat(said).containsPattern("Total +2 files +9 +0 +3 +0 +6");
    }

    @Test
    void daysWithSlashesAreNeverGuessedAt() throws IOException {
        Path file = TestData.path("cases", "23-csv-day-first", "holdings.csv");
        InstalledProgram.Outcome outcome = store().importing("--holdings", file);
        assertThat(outcome.out() + outcome.err()).containsPattern("holdings.csv +failed +5 +0 +0 +5 +0");
        assertThat(rejected())
                .hasSize(5)
                .allMatch(line -> line.contains("a day such as 2024-01-31 or 31.01.2024 is expected"));
    }

    @Test
    void daysWithSlashesAreReadAsTheConfigurationSays() {
        CaseStore store = store(TestData.path("cases", "23-csv-day-first", "case.toml"));
        imported(store, "--holdings", TestData.path("cases", "23-csv-day-first", "holdings.csv"));
        JsonNode rows = store.query("clv");
        assertThat(values(rows, "CustomerID", "tenure")).containsExactlyInAnyOrder("C1=329", "C2=258", "C3=331");
        assertThat(values(rows, "CustomerID", "frequency")).contains("C3=2");
        assertThat(values(rows, "CustomerID", "recency")).contains("C3=73");
    }

    @Test
    void purchasesOfOneDayAreOne() {
        CaseStore store = store();
        imported(store, "--holdings", TestData.path("cases", "28-clv-same-day", "holdings.ndjson"));
        JsonNode rows = store.query("clv");
        assertThat(rows).hasSize(2);
        for (JsonNode row : rows) {
            boolean repeats = row.get("CustomerID").asText().equals("A");
            assertThat(row.get("frequency").asLong()).isEqualTo(repeats ? 3 : 0);
            assertThat(row.get("recency").asLong()).isEqualTo(repeats ? 52 : 0);
            assertThat(row.get("tenure").asLong()).isEqualTo(repeats ? 302 : 0);
            assertThat(row.get("monetary_value").asDouble()).isEqualTo(repeats ? 120 : 0);
            assertThat(row.get("lifetime_value").asDouble()).isEqualTo(repeats ? 435 : 12);
            assertThat(row.get("unique_holdings").asLong()).isEqualTo(repeats ? 8 : 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"not_in, 2", "not_equal, 2", "not_in_or_null, 4", "fill_null, 4", "in_none, 1"})
    void aFilterTakesNullAsUnknown(String filter, long kept) {
        CaseStore store = store(TestData.path("cases", "36-null-in-filters", filter + ".toml"));
        imported(store, TestData.path("cases", "36-null-in-filters", "data.json"));
        assertThat(store.total("engagement").get("Count").asLong()).isEqualTo(kept);
    }

    @Test
    void aTextWhereAColumnBelongsIsAnErrorWithTheRightForm() {
        InstalledProgram.Outcome outcome = store(TestData.path("cases", "37-then-string", "string.toml"))
                .importing(TestData.path("cases", "37-then-string", "data.json"));
        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.out() + outcome.err()).contains("string.toml:6:9").contains("for a text write pl.lit(");
    }

    @Test
    void aTextAsLiteralIsOne() {
        CaseStore store = store(TestData.path("cases", "37-then-string", "lit.toml"));
        imported(store, TestData.path("cases", "37-then-string", "data.json"));
        assertThat(values(store.query("engagement", "--group-by", "Band"), "Band", "Count"))
                .containsExactlyInAnyOrder("high=1", "Web=1");
    }

    @Test
    void aConfigurationOfDottedKeysIsRead() {
        Path configuration = TestData.path("cases", "38-toml-dotted", "case.toml");
        assertThat(InstalledProgram.run("validate", configuration).code()).isZero();
        CaseStore store = store(configuration);
        imported(store, TestData.path("cases", "38-toml-dotted", "data.json"));
        assertThat(values(store.query("engagement", "--group-by", "Channel"), "Channel", "Count"))
                .containsExactlyInAnyOrder("Web=1", "Büro=1");
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, 2024-07-01=24 2024-07-02=24",
        "Pacific/Auckland, 2024-07-01=12 2024-07-02=24 2024-07-03=12",
        "America/New_York, 2024-06-30=4 2024-07-01=24 2024-07-02=20"
    })
    void daysBeginWhereTheConfigurationSays(String zone, String days) throws IOException {
        Path configuration = Files.writeString(temporary.resolve("zone.toml"), """
                [ih]
                file_type = "pega_ds_export"
                file_pattern = "**/*.json"
                zone_of_days = "%s"
                [ih.extensions]
                columns = '[pl.col("Day").cast(pl.Utf8).alias("DayText")]'
                [ih.extensions.default_values]
                ModelControlGroup = "Test"
                [metrics]
                global_filters = []
                [metrics.engagement]
                group_by = ["Day", "Month", "DayText"]
                scores = ["Count"]
                positive_model_response = ["Clicked"]
                negative_model_response = ["Impression"]
                """.formatted(zone));
        CaseStore store = store(configuration);
        imported(store, TestData.path("cases", "39-local-days", "data.json"));
        assertThat(values(store.query("engagement", "--group-by", "Day"), "Day", "Count"))
                .containsExactly(days.split(" "));
        assertThat(values(store.query("engagement", "--group-by", "DayText"), "DayText", "Count"))
                .containsExactlyInAnyOrder(days.split(" "));
        assertThat(store.query("engagement", "--group-by", "Month")).hasSize(zone.equals("America/New_York") ? 2 : 1);
    }

    @Test
    void anotherZoneOfDaysAsksForAnEmptyStore() throws IOException {
        Path first = TestData.path("cases", "40-iso-weeks", "case.toml");
        Path file = TestData.path("cases", "40-iso-weeks", "data.json");
        imported(store(first), file);
        Path other = Files.writeString(
                temporary.resolve("zone.toml"),
                Files.readString(first).replaceFirst("\\[ih]", "[ih]\nzone_of_days = \"Asia/Tokyo\""));
        Path more = Files.copy(TestData.path("cases", "39-local-days", "data.json"), temporary.resolve("more.json"));
        InstalledProgram.Outcome refused = store(other).importing(more);
        assertThat(refused.code()).isNotZero();
        assertThat(refused.out() + refused.err()).contains("--remove-existing");
    }

    @Test
    void weeksAreThoseOfIso() {
        CaseStore store = store(TestData.path("cases", "40-iso-weeks", "case.toml"));
        imported(store, TestData.path("cases", "40-iso-weeks", "data.json"));
        assertThat(values(store.query("engagement", "--group-by", "Week"), "Week", "Count"))
                .containsExactlyInAnyOrder("2024-W52=1", "2025-W01=3", "2025-W02=1", "2026-W53=3", "2027-W01=1");
    }

    @Test
    void aTextAloneIsDescribed() {
        CaseStore store = store(TestData.path("cases", "51-described-text-only", "c.toml"));
        imported(store, TestData.path("cases", "51-described-text-only", "in"));
        JsonNode described = store.total("descriptive", "--property", "Outcome");
        assertThat(described.get("Outcome_Count").asLong()).isEqualTo(2);
        assertThat(store.total("engagement").get("Count").asLong()).isEqualTo(2);
    }

    @Test
    void revenueThatIsNoNumberIsMissing() {
        CaseStore store = store(TestData.path("cases", "56-nan-revenue", "c.toml"));
        String said = imported(store, TestData.path("cases", "56-nan-revenue", "in"));
        assertThat(said).contains("NaN or an infinite number as Revenue: counted as missing values");
        assertThat(store.total("conversion").get("Revenue").asDouble()).isEqualTo(30);
    }

    @Test
    void rowsWithoutAnIdStandForThemselves() {
        CaseStore store = store(TestData.path("cases", "57-null-interaction-id", "c.toml"));
        String said = imported(store, TestData.path("cases", "57-null-interaction-id", "in"));
        assertThat(said)
                .contains(
                        "5 rows have no InteractionID: each counts as an interaction of its own, and none as a repeat");
        assertThat(store.total("engagement").get("Count").asLong()).isEqualTo(5);
    }
}
