package com.cdhdashboard.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What has to be said of numbers is said by everything that shows them, in the same words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CautionsOnSurfacesTest {
    private static final List<String> CAUTIONS = List.of(
            "Rows of days that were final came in later: interactions may be counted twice on 2024-03-02, 2024-03-04,"
                    + " until all files are imported anew.",
            "Nothing but successes was recorded of Mail, so the rate is 1 there and says nothing: outcomes without response"
                    + " are missing from the export, or from negative_model_response.",
            "1 row counts in no rate, as no metric lists the outcome: \"clicked\" 1 (Web), close to \"Clicked\"."
                    + " Outcomes that should count belong into positive_model_response or negative_model_response");

    private static final List<String> COMMANDS = List.of(
            "query engagement",
            "query engagement --format json",
            "query engagement --format csv",
            "report rates",
            "report rates --format csv",
            "report rates --format figure");

    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*.json"
            late_outcome_days = 3
            [ih.extensions.default_values]
            ModelControlGroup = "Test"
            [metrics]
            global_filters = ["Channel"]
            [metrics.engagement]
            group_by = ["Day"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            [reports.rates]
            metric = "engagement"
            type = "line"
            description = "Rates"
            group_by = ["Day", "Channel"]
            x = "Day"
            y = "CTR"
            """;

    /** What commands said before the server opened the store. */
    private final Map<String, List<String>> standardError = new LinkedHashMap<>();

    private CaseStore store;
    private InstalledProgram.Server server;
    private HttpApi api;

    /** Where numbers are shown, and what is said there. */
    private enum Surface {
        REPORT_PAGE(test -> test.listed("/reports/rates")),
        REPORT_TWIN(test -> test.notes("/reports/rates.json")),
        REPORT_CSV(test -> test.header("/reports/rates.csv")),
        REPORT_WORKBOOK(test -> test.secondSheet("/reports/rates.xlsx")),
        EXPLANATION_OF_A_NUMBER(test -> test.listed("/explanations/reports/rates?row=1&column=CTR")),
        EXPLANATION_OF_A_COLUMN(test -> test.listed("/explanations/reports/rates?column=CTR")),
        EXPLANATION_TWIN(test -> test.notes("/explanations/reports/rates.json?row=1&column=CTR")),
        DASHBOARD(test -> test.listed("/dashboard")),
        DASHBOARD_TWIN(CautionsOnSurfacesTest::notesOfDashboard),
        API_REPORT(test -> test.notes("/api/v1/reports/rates")),
        API_REPORT_HEADER(test -> test.header("/api/v1/reports/rates")),
        API_REPORT_CSV(test -> test.header("/api/v1/reports/rates?format=csv")),
        API_REPORT_FIGURE(test -> test.header("/api/v1/reports/rates?format=figure")),
        API_METRIC(test -> test.header("/api/v1/metrics/engagement")),
        API_METRIC_OBJECT(test -> test.notes("/api/v1/metrics/engagement?format=object")),
        API_METRIC_CSV(test -> test.header("/api/v1/metrics/engagement?format=csv"));

        private final Asking asking;

        Surface(Asking asking) {
            this.asking = asking;
        }
    }

    /** How a surface is asked. */
    private interface Asking {
        List<String> notes(CautionsOnSurfacesTest test) throws IOException, InterruptedException;
    }

    @BeforeAll
    void importRows(@TempDir Path temporary) throws IOException {
        Path configuration = Files.writeString(temporary.resolve("case.toml"), CONFIGURATION);
        store = CaseStore.in(temporary.resolve("data"), configuration);
        List<String> rows = new ArrayList<>();
        for (int day = 1; day <= 9; day++) {
            rows.add(row(day, day, day, "Web", "Impression"));
            rows.add(row(100 + day, day, day, "Mail", "Clicked"));
        }
        rows.add(row(50, 5, 5, "Web", "clicked"));
        importing(temporary.resolve("first.json"), rows);
        importing(temporary.resolve("later.json"), List.of(row(2, 2, 4, "Web", "Clicked")));
        COMMANDS.forEach(command -> standardError.put(command, standardError(command)));
        server = InstalledProgram.serve(store.configuration(), store.data(), List.of());
        api = new HttpApi(server.url());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void importing(Path file, List<String> rows) throws IOException {
        InstalledProgram.Outcome outcome = store.importing(Files.write(file, rows));
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    }

    private static String row(int interaction, int decided, int answered, String channel, String outcome) {
        return "{\"pxInteractionID\":\"%d\",\"pyChannel\":\"%s\",\"pyIssue\":\"A\",\"pyGroup\":\"B\",\"pyName\":\"C\",\"pxRank\":1,"
                        .formatted(interaction, channel)
                + "\"pyOutcome\":\"%s\",\"pxDecisionTime\":\"%sT10:00:00Z\",\"pxOutcomeTime\":\"%sT11:00:00Z\"}"
                        .formatted(outcome, LocalDate.of(2024, 3, decided), LocalDate.of(2024, 3, answered));
    }

    private List<String> listed(String path) throws IOException, InterruptedException {
        return api.page(path).select(".notes li").eachText();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private List<String> notes(String path) throws IOException, InterruptedException {
        return texts(api.json(path).get("notes"));
    }

    private List<String> notesOfDashboard() throws IOException, InterruptedException {
        JsonNode answer = api.json("/dashboard.json");
        List<String> notes = new ArrayList<>(texts(answer.get("notes")));
        answer.get("charts").forEach(chart -> notes.addAll(texts(chart.get("notes"))));
        return notes;
    }

    private List<String> header(String path) throws IOException, InterruptedException {
        Optional<String> header = api.get(path).headers().firstValue("X-Notes");
        return header.isEmpty() ? List.of() : texts(new ObjectMapper().readTree(header.get()));
    }

    private List<String> secondSheet(String path) throws IOException, InterruptedException {
        Path workbook = api.get(path, BodyHandlers.ofFile(store.data().resolveSibling("report.xlsx")))
                .body();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            List<String> shared = part(zip, "xl/sharedStrings.xml").select("si").eachText();
            return part(zip, "xl/worksheets/sheet2.xml").select("v").eachText().stream()
                    .map(place -> shared.get(Integer.parseInt(place)))
                    .toList();
        }
    }

    private static Document part(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return Jsoup.parse(new String(in.readAllBytes(), UTF_8), "", Parser.xmlParser());
        }
    }

    private List<String> standardError(String command) {
        List<Object> line = new ArrayList<>(List.of(command.split(" ")));
        line.addAll(List.of("--config", store.configuration().orElseThrow(), "--data", store.data()));
        InstalledProgram.Outcome outcome = InstalledProgram.run(line.toArray());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return Stream.of(outcome.err().split("\n"))
                .filter(said -> said.startsWith("Note: "))
                .map(said -> said.substring("Note: ".length()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everySurfaceSaysAll(Surface surface) throws Exception {
        assertThat(surface.asking.notes(this)).containsAll(CAUTIONS);
        assertThat(surface.asking.notes(this)).as("asked again").containsAll(CAUTIONS);
    }

    private static List<String> commands() {
        return COMMANDS;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandSaysAllOnStandardError(String command) {
        assertThat(standardError.get(command)).containsAll(CAUTIONS);
    }
}
