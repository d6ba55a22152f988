package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.Reports;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole configurations over whole exports: what is imported makes sense, and every report shows something. */
class ConfigurationsTest {
    @TempDir
    Path temporary;

    private Path data() {
        return temporary.resolve("data");
    }

    @Test
    void theRealExportImportsCompletelyWithTheDefaultConfiguration() throws IOException {
        Path export = TestData.path("ih", "real");
        InstalledProgram.Outcome imported = InstalledProgram.run("import", "--data", data(), export);
        assertThat(imported.code()).as(imported.err() + imported.out()).isZero();
        assertThat(imported.err()).contains("1 imported, 0 imported before, 0 not imported");

        JsonNode total = query("engagement").get(0);
        assertThat(total.get("Count").asLong()).isPositive();
        assertThat(total.get("CTR").asDouble()).isBetween(0.001, 0.999);
        assertThat(total.get("Positives").asLong() + total.get("Negatives").asLong())
                .isEqualTo(total.get("Count").asLong());
        long byChannel = 0;
        for (JsonNode channel : query("engagement", "--group-by", "Channel")) {
            byChannel += channel.get("Count").asLong();
        }
        assertThat(byChannel).isEqualTo(total.get("Count").asLong());

        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.empty(), data(), List.of())) {
            assertThat(server.workspace().now().loaded().rows()).isGreaterThan(100_000);
            assertThat(drawn(server.workspace().now().reports())).isPositive();
        }
    }

    private JsonNode query(String metric, Object... more) throws IOException {
        List<Object> args = new ArrayList<>(List.of("query", metric, "--data", data(), "--format", "json"));
        args.addAll(List.of(more));
        InstalledProgram.Outcome answer = InstalledProgram.run(args.toArray());
        assertThat(answer.code()).as(answer.err()).isZero();
        return new ObjectMapper().readTree(answer.out());
    }

    @Test
    void everyReportOfTheDemoConfigurationIsDrawnFromTheDemoExport() {
        DemoExport.make(temporary.resolve("export"), "zip").importInto(data(), "demo");
        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.of(Path.of("demo")), data(), List.of())) {
            Reports reports = server.workspace().now().reports();
            assertThat(drawn(reports))
                    .isEqualTo(Section.REPORTS.entries(reports).size())
                    .isGreaterThan(15);
        }
    }

    /** Reports over customers stand on a page of their own. */
    @ParameterizedTest
    @CsvSource({"reference_template.toml, zip, 28", "reference_demo.toml, parquet, 36"})
    void everyReportOfOtherPeoplesConfigurationsIsDrawn(String name, String format, int count) throws Exception {
        String text = Files.readString(TestData.path("configs").resolve(name));
        Path configuration = Files.writeString(
                temporary.resolve(name), text.replace("demo_mode = \"true\"", "demo_mode = \"false\""));
        DemoExport.make(temporary.resolve("export"), format).importInto(data(), configuration);
        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.of(configuration), data(), List.of())) {
            Reports reports = server.workspace().now().reports();
            assertThat(Section.REPORTS.entries(reports)).hasSize(count);
            assertThat(drawn(reports)).isEqualTo(count);
        }
    }

    /** How many reports are drawn, with rows; every other gives its reason. */
    private static int drawn(Reports reports) {
        int drawn = 0;
        for (ReportEntry entry : Section.REPORTS.entries(reports)) {
            ReportView view = reports.view(new ReportRequest(entry.key(), Map.of(), List.of()));
            if (view.figure().isPresent()) {
                assertThat(view.figure().get().data()).as(entry.key()).isNotEmpty();
                assertThat(view.table().rows()).as(entry.key()).isNotEmpty();
                drawn++;
            } else {
                assertThat(view.reason().orElse("")).as(entry.key()).isNotBlank();
            }
        }
        return drawn;
    }
}
