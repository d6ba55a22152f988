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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle carries cubes from one data folder to another by the command line. */
class BundlesTest {
    @TempDir
    private Path temp;

    @Test
    void aFolderOfItsOwnTakesTheConfigurationFromTheBundle() throws Exception {
        Path toml = TestData.path("ih/oracle/oracle.toml");
        Path first = TestData.path("ih/oracle").resolve("interaction-0007-20241220235959_556.json.zip");
        Path bundle = temp.resolve("first.zip");
        CaseStore from = CaseStore.in(temp.resolve("from"), toml);
        assertThat(from.importing(first).code()).isZero();
        InstalledProgram.Outcome exported = InstalledProgram.run(
                "export", bundle, "--config", toml, "--data", from.data(), "--metric", "engagement");
        assertThat(exported.err())
                .matches("Exported [0-9,]+ rows of cells, summaries and purchases into .* bytes\\)\\R");
        assertThat(exported.code()).isZero();

        CaseStore into = CaseStore.in(temp.resolve("into"));
        InstalledProgram.Outcome taken = into.importing(bundle);
        assertThat(taken.code()).as(taken.err()).isZero();
        assertThat(taken.err())
                .startsWith("Note: the configuration that is in first.zip is used for this data folder, as "
                        + into.data().resolve("configuration/default.toml"));
        assertThat(taken.out()).contains("a bundle: cells of engagement, 2024-12-20 of \"Oracle\"");
        assertThat(into.query("engagement", "--group-by", "Channel"))
                .isEqualTo(from.query("engagement", "--group-by", "Channel"));
        assertThat(into.importing(bundle).out()).contains("unchanged");
    }

    @Test
    void noSampleIsKeptOfTheRowsThatComeWithABundle() throws Exception {
        Path toml = TestData.path("ih/oracle/oracle.toml");
        Path exports = TestData.path("ih/oracle");
        CaseStore from = CaseStore.in(temp.resolve("from"), toml);
        from.importing(exports.resolve("interaction-0007-20241220235959_556.json.zip"));
        Path bundle = temp.resolve("first.cdhcubes");
        InstalledProgram.run("export", bundle, "--config", toml, "--data", from.data(), "--source", "Other");
        CaseStore into = CaseStore.in(temp.resolve("into"), toml);
        InstalledProgram.Outcome taken = into.importing(
                exports.resolve("interaction-0007-20241221235959_677.json.zip"), bundle, "--sample", "none");
        assertThat(taken.code()).as(taken.out() + taken.err()).isZero();
        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.of(toml), into.data(), List.of())) {
            assertThat(new HttpApi(server.url())
                            .page("/configuration/cells?item=engagement")
                            .text())
                    .startsWith("There is no sample of rows yet");
        }
    }

    @Test
    void aRefusedBundleLeavesNothing() throws Exception {
        Path toml = TestData.path("ih/oracle/oracle.toml");
        Path first = TestData.path("ih/oracle").resolve("interaction-0007-20241220235959_556.json.zip");
        CaseStore from = CaseStore.in(temp.resolve("from"), toml);
        from.importing(first);
        Path bundle = temp.resolve("first.cdhcubes");
        InstalledProgram.run("export", bundle, "--config", toml, "--data", from.data());
        Path other = Files.writeString(
                temp.resolve("other.toml"),
                Files.readString(toml).replace("(pl.col('Rank') <= 2)", "(pl.col('Rank') <= 1)"));
        InstalledProgram.Outcome refused =
                CaseStore.in(temp.resolve("other"), other).importing(bundle);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out())
                .contains("metric engagement_sales does not count the same: filter is '(pl.col('Issue') == 'Sales') &"
                        + " (pl.col('Rank') <= 2)' in the bundle, '(pl.col('Issue') == 'Sales') & (pl.col('Rank') <= 1)' in the"
                        + " configuration");
        assertThat(CaseStore.in(temp.resolve("other"), other).importing(first).code())
                .isZero();
    }

    @Test
    void aBundleIsDownloadedFromOnePageAndUploadedToAnother() throws Exception {
        Path toml = TestData.path("ih/oracle/oracle.toml");
        CaseStore from = CaseStore.in(temp.resolve("from"), toml);
        from.importing(TestData.path("ih/oracle").resolve("interaction-0007-20241220235959_556.json.zip"));
        Path bundle = temp.resolve("cubes.zip");
        try (InstalledProgram.Server server = InstalledProgram.serve(Optional.of(toml), from.data(), List.of())) {
            String page = new HttpApi(server.url())
                    .page("/import")
                    .select("#download-cubes")
                    .attr("href");
            HttpResponse<Path> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.url() + page))
                                    .build(),
                            HttpResponse.BodyHandlers.ofFile(bundle));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"cubes.cdhcubes\"");
            assertThat(from.data().resolve("uploads")).isEmptyDirectory();
            HttpRequest wrong = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/bundle?from=x"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(wrong, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("from is \\\"x\\\"; a day is expected, such as 2025-03-02");
        }
        try (InstalledProgram.Server server =
                InstalledProgram.serve(Optional.of(toml), temp.resolve("into"), List.of())) {
            JsonNode job = Uploading.to(server).importing(bundle);
            assertThat(job.at("/files/0/status").asText()).as(job.toString()).isEqualToIgnoringCase("imported");
            assertThat(job.at("/notes").toString()).contains("late outcomes cannot be matched with their interactions");
            assertThat(new HttpApi(server.url()).page("/").text())
                    .contains("late outcomes cannot be matched with their interactions");
            assertThat(new HttpApi(server.url()).json("/api/v1/metrics/engagement?group_by=Channel"))
                    .isEqualTo(from.query("engagement", "--group-by", "Channel"));
            assertApplyNamesTheBundle(server, Files.readString(toml));
        }
    }

    /** Reports over customers are compared as far as no model is fitted. */
    @Test
    void everyReportOfTheDemoIsTheSameFromABundle() {
        DemoExport export = DemoExport.make(temp.resolve("export"), "zip");
        Path data = temp.resolve("data");
        export.importInto(data, "demo");
        export.importHoldingsInto(data, "demo");
        Path bundle = temp.resolve("demo.cdhcubes");
        assertThat(InstalledProgram.run("export", bundle, "--config", "demo", "--data", data)
                        .code())
                .isZero();
        CaseStore into = CaseStore.in(temp.resolve("empty"), Path.of("demo"));
        assertThat(into.importing(bundle).code()).isZero();
        try (InstalledProgram.Server from = Demo.serve(data, temp);
                InstalledProgram.Server to = Demo.serve(into.data(), temp)) {
            Reports reports = from.workspace().now().reports();
            List<ReportEntry> entries = Stream.of(Section.values())
                    .flatMap(section -> section.entries(reports).stream())
                    .toList();
            assertThat(entries).hasSizeGreaterThan(20);
            for (ReportEntry entry : entries) {
                ReportRequest request = new ReportRequest(entry.key(), Map.of(), List.of());
                ReportView expected = reports.view(request);
                ReportView view = to.workspace().now().reports().view(request);
                assertThat(view.reason()).as(entry.key()).isEqualTo(expected.reason());
                assertThat(view.table().rows())
                        .as(entry.key())
                        .usingRecursiveComparison()
                        .withComparatorForType(BundlesTest::compare, Double.class)
                        .isEqualTo(expected.table().rows());
            }
        }
    }

    /** The last digits of sums go by how threads divided their rows. */
    private static int compare(Double one, Double other) {
        return Math.abs(one - other) <= 1e-9 * Math.abs(one) ? 0 : Double.compare(one, other);
    }

    /** Its cells cannot be counted by another definition. */
    private static void assertApplyNamesTheBundle(InstalledProgram.Server server, String toml) throws Exception {
        String before = new HttpApi(server.url())
                .get("/api/v1/metrics/engagement?group_by=Channel")
                .body();
        Author author = Author.at(server.url());
        Document review = author.review(author.draft(toml.replace("[\"Clicked\"]", "[\"Clicked\", \"Accepted\"]")));
        assertThat(review.select("#missing p").text())
                .isEqualTo(
                        "Metrics would have to be counted again from these, which are gone, are others by now, or have"
                                + " no rows:");
        assertThat(review.select("#missing li").text()).isEqualTo("cubes.zip (a bundle, without rows)");
        assertThat(author.send(review, "#apply").body())
                .contains(
                        "metrics have to be counted again, which cannot be done from what is gone, is another by now, or"
                                + " has no rows: cubes.zip (a bundle, without rows); put back what is gone, or apply without an"
                                + " import");
        assertThat(new HttpApi(server.url())
                        .get("/api/v1/metrics/engagement?group_by=Channel")
                        .body())
                .isEqualTo(before);
    }
}
