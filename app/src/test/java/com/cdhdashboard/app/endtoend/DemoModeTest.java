package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.app.start.InstalledProgram.Outcome;
import com.cdhdashboard.app.start.InstalledProgram.Running;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Demo data in place of those that were imported, as {@code demo_mode} asks for. */
class DemoModeTest {
    private static final String TEXT = """
            [ih]
            file_type = "parquet"
            file_pattern = "ours/**/*.parquet"

            [metrics]
            global_filters = []

            [metrics.engagement]
            group_by = ["Day", "Channel"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.engagement_other]
            group_by = ["Branch"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [reports.rate]
            metric = "engagement"
            type = "line"
            description = "Rate by day"
            group_by = ["Day"]
            x = "Day"
            y = "CTR"

            [reports.branches]
            metric = "engagement_other"
            type = "line"
            description = "Rate by branch"
            group_by = ["Branch"]
            x = "Branch"
            y = "CTR"

            [variants]
            name = "Ours"
            demo_mode = true
            """;
    private static final String OFF = TEXT.replace("demo_mode = true", "demo_mode = false");
    private static final String MAKING = "Making the demo data of \"Ours\"";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void importOwn() throws IOException {
        file = Files.writeString(folder.resolve("ours.toml"), OFF);
        Files.createDirectories(folder.resolve("own"));
        Path own = Files.writeString(folder.resolve("own/own.json"), """
                {"pxInteractionID":"1","pxOutcomeTime":"20250102T101500.000 GMT","pyOutcome":"Clicked","pyChannel":"Web","pxRank":1,"ModelControlGroup":"Test",\
                "Branch":"B","pyName":"Card","pyIssue":"Sales","pyGroup":"Cards"}
                """);
        Outcome imported = command("import", own);
        assertThat(imported.code()).as(imported.err() + imported.out()).isZero();
    }

    private Outcome command(String name, Object argument) {
        return InstalledProgram.run(name, argument, "--config", file, "--data", folder.resolve("data"));
    }

    private Running serve(String text) throws Exception {
        Files.writeString(file, text);
        Running running = InstalledProgram.start("--config", file, "--data", folder.resolve("data"));
        assertThat(running.url()).as(running.said()).startsWith("http://");
        return running;
    }

    private static JsonNode status(Running running) throws Exception {
        return new HttpApi(running.url()).json("/api/v1/status");
    }

    @Test
    void demoDataTakeThePlaceOfImportedDataUntilTheyAreSwitchedOff() throws Exception {
        long made;
        try (Running running = serve(TEXT)) {
            assertThat(running.said()).contains(MAKING, "Note: numbers are of demo data");
            made = status(running).get("rows").asLong();
            assertThat(made).isGreaterThan(50);
            assertThat(status(running).get("demo_data").asBoolean()).isTrue();
            assertEveryPageSaysSo(running);
            assertNothingIsImported(running);
        }
        try (Running running = serve(TEXT)) {
            assertThat(running.said()).doesNotContain(MAKING);
            assertThat(status(running).get("rows").asLong()).isEqualTo(made);
        }
        try (Running running = serve(TEXT.replace("\"Day\", \"Channel\"", "\"Day\", \"Issue\""))) {
            assertThat(running.said()).contains(MAKING);
            assertThat(new HttpApi(running.url()).json("/api/v1/metrics/engagement?group_by=Issue"))
                    .isNotEmpty();
        }
        try (Running running = serve(OFF)) {
            assertThat(running.said()).doesNotContain(MAKING).doesNotContain("demo data");
            assertThat(status(running).get("rows").asLong()).isEqualTo(1);
            assertThat(status(running).get("demo_data").asBoolean()).isFalse();
            assertThat(new HttpApi(running.url()).page("/").select("#demo-note"))
                    .isEmpty();
        }
    }

    private static void assertEveryPageSaysSo(Running running) throws Exception {
        HttpApi api = new HttpApi(running.url());
        for (String path : List.of("/", "/import", "/dashboard", "/reports/rate", "/configuration", "/nothing")) {
            assertThat(api.page(path).select("#demo-note").text())
                    .as(path)
                    .isEqualTo("Demo data: all numbers here are made up. To show your own, set demo_mode to false under"
                            + " Variants.");
        }
        assertThat(api.page("/").select("a.step").eachAttr("href"))
                .containsExactly("/dashboard", "/reports", "/configuration/variants");
        assertThat(api.page("/").select(".notes, #notes").text()).contains("Branch");
        Document branches = api.page("/reports/branches");
        assertThat(branches.select("[data-reason]").text()).isNotBlank();
        assertThat(branches.select("[data-chart]")).isEmpty();
        assertThat(api.json("/index.json").get("demo_data").asBoolean()).isTrue();
    }

    private void assertNothingIsImported(Running running) throws Exception {
        HttpApi api = new HttpApi(running.url());
        Document page = api.page("/import");
        assertThat(page.select("#read-only").text())
                .isEqualTo("Nothing is imported while demo data are shown. What was imported before stays as it is.");
        assertThat(page.select("#import form")).isEmpty();
        Author author = Author.at(running.url());
        for (String path : List.of("/import/start", "/import/uploads")) {
            HttpResponse<String> refused = author.post(path, "folder", folder.toString());
            assertThat(refused.statusCode()).as(path).isEqualTo(400);
            assertThat(refused.body())
                    .contains("nothing is imported while demo data are shown, as demo_mode is true under [variants];"
                            + " set it to false to import and show data of your own");
        }
        Outcome refused = command("import", folder.resolve("own"));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .endsWith("cdhdashboard: nothing is imported while demo data are shown, as demo_mode is true under"
                        + " [variants]; set it to false to import and show data of your own.\n");
    }

    @Test
    void applyingItMakesDemoDataFirstAndTakesThemBackAtOnce() throws Exception {
        try (Running running = serve(OFF)) {
            assertThat(apply(running, TEXT))
                    .containsExactly(
                            "Pages show demo data in place of imported data, which stay as they are.",
                            "It needs demo data, which are made and imported in the background. Pages show what they show"
                                    + " now until that is complete.");
            long rows = status(running).get("rows").asLong();
            assertThat(rows).isGreaterThan(50);
            assertThat(apply(running, TEXT.replace("Rate by day", "CTR by day")))
                    .contains("It needs no import: pages show it at once.");
            assertThat(apply(running, OFF))
                    .contains(
                            "Pages show imported data again, in place of demo data.",
                            "It needs no import: pages show it at once.");
            assertThat(status(running).get("rows").asLong()).isEqualTo(1);
            assertThat(apply(running, TEXT)).contains("It needs no import: pages show it at once.");
            assertThat(status(running).get("rows").asLong()).isEqualTo(rows);
        }
    }

    /** Applies a text, waits until it is served, and gives what was said before. */
    private static List<String> apply(Running running, String text) throws Exception {
        Author author = Author.at(running.url());
        Document review = author.review(author.draft(text));
        HttpResponse<String> answer = author.send(review, "#apply");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        Document applied = author.page("/configuration/applied");
        while (applied.select("#applying").attr("data-state").equals("importing")) {
            Thread.sleep(20);
            applied = author.page("/configuration/applied");
        }
        assertThat(applied.select("#applying").attr("data-state"))
                .as(applied.text())
                .isEqualTo("applied");
        return review.select(".plan li, #need").eachText();
    }

    @Test
    void aConfigurationThatReadsNoneOfThemSaysSo() throws Exception {
        String none = TEXT.replace("[ih]", "[ih.extensions]\nfilter = \"pl.col('Channel') == 'Fax'\"\n\n[ih]");
        try (Running running = serve(none)) {
            HttpApi api = new HttpApi(running.url());
            assertThat(api.page("/dashboard").select("#demo-note").text())
                    .startsWith("Demo data are to be shown, and none are there: this configuration reads none of them");
            assertThat(api.page("/reports/rate").select("[data-reason]").text()).isNotBlank();
            assertThat(running.said()).contains(MAKING);
        }
    }
}
