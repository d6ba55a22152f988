package com.cdhdashboard.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.fixture.FixtureWorkspace;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.config.read.TableOptionTexts;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ImportFlowTest {
    @TempDir
    Path temporary;

    private Path folder;
    private FixtureWorkspace workspace;
    private Site site;
    private String token;

    @BeforeEach
    void start() throws IOException {
        folder = temporary.toRealPath();
        Files.createDirectories(folder.resolve("exports/day 1"));
        Files.writeString(folder.resolve("exports/a.json"), "{}");
        Files.writeString(folder.resolve("exports/<b>.json"), "{}");
        workspace = FixtureWorkspace.withData();
        site = new Site(workspace, folder, 100);
        token = site.token();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Document ended() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            Document page = site.page("/import");
            if (!page.select("#job").isEmpty() && !page.select("#job").hasAttr("hx-get")) {
                return page;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the job did not end");
    }

    private HttpResponse<String> begin(String form) {
        return site.post("/import/start", "csrf=" + token + "&" + form, "Sec-Fetch-Site", "same-origin");
    }

    @Test
    void holdingsAreImportedByTheirOwnTab() throws InterruptedException {
        site.close();
        workspace = FixtureWorkspace.configured(ConfigurationReader.demo().configuration());
        site = new Site(workspace, folder, 100);
        token = site.token();
        assertThat(site.page("/import").select("a.tab").eachText())
                .containsExactly("Interaction history", "Product holdings");
        Document page = site.page("/import?kind=holdings");
        assertThat(page.select("a.tab.active").text()).isEqualTo("Product holdings");
        assertThat(page.select("#folder-form .help code").text())
                .isEqualTo("**/product-holdings*.{zip,gz,json,parquet,csv,xlsx}");

        HttpResponse<String> answer = begin("kind=holdings&delimiter=" + Site.encode(";") + "&folder="
                + Site.encode(folder.resolve("exports").toString()));
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/import?kind=holdings");
        assertThat(ended().select("#job .btn-primary").attr("href")).isEqualTo("/clv");
        assertThat(workspace.holdingsImporter().requests())
                .containsExactly(new ImportRequest(
                        List.of(folder.resolve("exports")),
                        false,
                        false,
                        TableOptionTexts.read(Map.of("delimiter", ";"))));
        assertThat(workspace.importer().requests()).isEmpty();
    }

    @Test
    void aFolderIsBrowsedAndImported() throws InterruptedException {
        Document page = site.page(
                "/import?folder=" + Site.encode(folder.resolve("exports").toString()));
        assertThat(page.select(".entry a").eachText()).containsExactly("day 1");
        assertThat(page.select(".entry .entry-name").eachText()).containsExactly("day 1", "<b>.json", "a.json");
        assertThat(page.select(".trail a").eachText()).containsExactly(folder.toString(), "exports");

        HttpResponse<String> answer = begin(
                "replace=on&folder=" + Site.encode(folder.resolve("exports").toString()));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/import");
        Document ended = ended();
        assertThat(ended.select("#job").attr("data-state")).isEqualTo("done");
        assertThat(ended.select("#job-files tbody tr")).hasSize(2);
        assertThat(ended.select("#job .btn-primary").attr("href")).isEqualTo("/dashboard");
        assertThat(ended.expectFirst("#job-files tbody tr").text())
                .isEqualTo("Data-pxStrategyResult_20241201.zip imported 52,000 1,200 17 3 50,780");
        assertThat(ended.select("#job .notes li").text()).startsWith("metric \"experiment\" is switched off");
        assertThat(ended.select("#job .notes a").eachText()).containsExactly("Choose what they count as");
        assertThat(ended.select("#job .notes a").attr("href"))
                .isEqualTo("/configuration/metrics?item=engagement#outcomes");
        assertThat(ended.select("#job .notes a").attr("hx-select"))
                .as("it leads away from the job, which is shown anew by itself")
                .isEqualTo("#page");
        assertThat(site.get("/import/rejected").body()).contains("OutcomeTime cannot be read");
        assertThat(workspace.importer().requests())
                .containsExactly(new ImportRequest(List.of(folder.resolve("exports")), true, false));
    }

    @Test
    void tickedFilesAreImportedAloneAndReadAsIsSaid() throws InterruptedException {
        String exports = folder.resolve("exports").toString();
        assertThat(site.page("/import").select("form [name=header_row]")).hasSize(2);
        begin("header_row=3&sheet=&folder=" + Site.encode(exports) + "&file=" + Site.encode(exports + "/a.json"));
        ended();
        assertThat(workspace.importer().requests())
                .containsExactly(new ImportRequest(
                        List.of(folder.resolve("exports/a.json")),
                        false,
                        false,
                        TableOptionTexts.read(Map.of("header_row", "3"))));
    }

    @Test
    void aFolderOutsideTheRootsIsRefused() {
        assertThat(begin("folder=/etc").statusCode()).isEqualTo(400);
        assertThat(begin("folder=" + Site.encode(folder + "/../")).statusCode()).isEqualTo(400);
        assertThat(workspace.importer().requests()).isEmpty();
    }

    @Test
    void removingNeedsASecondTick() throws InterruptedException {
        String form = "folder=" + Site.encode(folder.toString()) + "&remove=on";
        HttpResponse<String> refused = begin(form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Removing existing data was not confirmed; tick both boxes, or neither");
        begin(form + "&remove_confirmed=on");
        ended();
        assertThat(workspace.importer().requests()).singleElement().matches(ImportRequest::removeExisting);
    }

    @Test
    void uploadsAreStreamedThenImportedThenRemoved() throws Exception {
        String batch = open();
        assertThat(upload(batch, "../../evil.json", "{}").statusCode()).isEqualTo(201);
        assertThat(upload(batch, "b.zip", "PK").statusCode()).isEqualTo(201);
        assertThat(begin("batch=" + batch).statusCode()).isEqualTo(303);
        ended();
        Path stored = folder.resolve("uploads").resolve(batch);
        assertThat(workspace.importer().requests())
                .containsExactly(
                        new ImportRequest(List.of(stored.resolve("b.zip"), stored.resolve("evil.json")), false, false));
        for (int i = 0; i < 100 && Files.exists(stored); i++) {
            Thread.sleep(20);
        }
        assertThat(stored).doesNotExist();
        assertThat(folder.resolve("evil.json")).doesNotExist();
    }

    @Test
    void anUploadOverTheLimitIsRefused() throws IOException {
        HttpResponse<String> answer = upload(open(), "big.json", "x".repeat(101));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("uploads may have 100 B");
    }

    private String open() throws IOException {
        HttpResponse<String> answer = site.post("/import/uploads", "", "X-Csrf-Token", token);
        assertThat(answer.statusCode()).isEqualTo(201);
        return new ObjectMapper().readTree(answer.body()).get("batch").asText();
    }

    private HttpResponse<String> upload(String batch, String name, String content) {
        return site.put("/import/uploads/" + batch + "?name=" + Site.encode(name), content, "X-Csrf-Token", token);
    }

    @Test
    void theEndOfAJobIsToldWithTheWholePage() throws InterruptedException {
        String exports = folder.resolve("exports").toString();
        begin("folder=" + Site.encode(exports));
        ended();

        HttpResponse<String> answer = site.get("/import/job?folder=" + Site.encode(exports));

        assertThat(answer.headers().firstValue("HX-Retarget")).contains("#page");
        assertThat(answer.headers().firstValue("HX-Reselect")).contains("#page");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#page #job").attr("data-state")).isEqualTo("done");
        assertThat(page.select(".trail a").eachText()).endsWith("exports");
    }

    @Test
    void aRunningJobIsShownAfterAReloadAndCanBeCancelled() throws InterruptedException {
        workspace.importer().setSteps(2000);
        begin("folder=" + Site.encode(folder.toString()));
        Document running = site.page("/import");
        assertThat(running.select("#job").attr("hx-trigger")).isEqualTo("every 1s");
        assertThat(running.select("#job").attr("hx-get")).isEqualTo("/import/job?folder=");
        assertThat(running.select("#cancel-import")).hasSize(1);
        assertThat(site.page("/import/job").select("#job").attr("data-state")).isEqualTo("running");
        assertThat(begin("folder=" + Site.encode(folder.toString())).body()).contains("An import is running already");
        assertThat(site.post("/import/kept/delete", "csrf=" + token).body())
                .contains("An import is running; wait for its end or cancel it first");
        site.post("/import/cancel", "csrf=" + token);
        assertThat(ended().select("#job").attr("data-state")).isEqualTo("cancelled");
    }
}
