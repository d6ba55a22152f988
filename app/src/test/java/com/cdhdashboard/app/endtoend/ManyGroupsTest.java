package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 12,000 actions: files have all of them, a chart says how many it draws. */
class ManyGroupsTest {
    private static final int ACTIONS = 12_000;
    private static final String REPORT = "explore_engagement?x=Name&y=CTR&color=";

    @Test
    void filesHoldAllGroupsAndAChartSaysHowManyItDraws(@TempDir Path temporary) throws Exception {
        Path data = temporary.resolve("data");
        CaseStore store = CaseStore.in(data);
        store.importing(TestData.path("cases", "41-many-groups", "data.json.gz"));

        InstalledProgram.Outcome csv = InstalledProgram.run(
                "query", "engagement", "--data", data, "--group-by", "Name", "--scores", "CTR", "--format", "csv");
        assertThat(csv.out().lines()).hasSize(ACTIONS + 1).contains("\"Action 00000, gold\",1.0");

        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.empty(), data, List.of())) {
            HttpApi api = new HttpApi(server.url());
            JsonNode view = api.json("/api/v1/reports/" + REPORT);
            assertThat(view.get("rows")).hasSize(ACTIONS);
            assertThat(view.get("notes"))
                    .extracting(JsonNode::asText)
                    .anyMatch(note -> note.contains("12,000 values of Action name"));
            Path workbook = api.get(
                            "/reports/" + REPORT.replace("?", ".xlsx?"),
                            BodyHandlers.ofFile(temporary.resolve("report.xlsx")))
                    .body();
            String sheet = entry(workbook, "xl/worksheets/sheet1.xml");
            assertThat(Pattern.compile("<row ").matcher(sheet).results()).hasSize(ACTIONS + 1);
        }
    }

    private static String entry(Path workbook, String name) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
