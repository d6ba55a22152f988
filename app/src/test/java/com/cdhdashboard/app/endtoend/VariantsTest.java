package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.cli.Workspaces.RunningServer;
import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two configurations that one server shows, each with data of its own. What changes one of them comes last. */
@ExtendWith(OnceForAll.class)
@TestMethodOrder(OrderAnnotation.class)
class VariantsTest {
    private static final String SOUTH = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*.zip"

            [metrics]
            global_filters = []

            [metrics.engagement]
            group_by = ["Day"]
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

            [variants]
            name = "South & more"
            description = "The <b>south</b>"
            """;

    /** As many of one kind of page are looked at, of which there is one for each report, filter or version. */
    private static final int MOST_PAGES = 150;

    @TempDir
    private static Path folder;

    private static Path north = Path.of("");
    private static Path south = Path.of("");
    private static RunningServer server = new NoServer();

    private static final class NoServer implements RunningServer {
        @Override
        public String url() {
            return "";
        }

        @Override
        public void await() {}

        @Override
        public void close() {}
    }

    @BeforeAll
    static void serveBoth() throws IOException {
        String demo = ConfigurationReader.demo().text().replaceFirst("(?s)\\[variants\\].*?\\n\\n", "\n");
        Path configurations = Files.createDirectories(folder.resolve("configurations"));
        north = Files.writeString(configurations.resolve("a.toml"), demo + "\n[variants]\nname = \"North\"\n");
        south = Files.writeString(configurations.resolve("b.toml"), SOUTH);
        export("first", 3, 60, "11");
        export("second", 2, 30, "12");
        importInto(north, folder.resolve("first/interactions"));
        importInto(north, folder.resolve("first/holdings"));
        importInto(south, folder.resolve("second/interactions"));
        server = InstalledProgram.serveAll(List.of(north, south), folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void export(String name, int days, int interactions, String seed) {
        InstalledProgram.Outcome made = InstalledProgram.run(
                "sample", folder.resolve(name), "--days", days, "--interactions", interactions, "--seed", seed);
        assertThat(made.code()).as(made.err()).isZero();
    }

    private static void importInto(Path configuration, Path files) {
        InstalledProgram.Outcome imported =
                InstalledProgram.run("import", "--config", configuration, "--data", folder.resolve("data"), files);
        assertThat(imported.code()).as(imported.err() + imported.out()).isZero();
    }

    private static HttpApi api() {
        return new HttpApi(server.url());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return api().get(path);
    }

    private static long rows(String slug) throws Exception {
        return api().json("/v/" + slug + "/api/v1/status").get("rows").asLong();
    }

    private static JsonNode query(Path configuration, String metric) throws IOException {
        InstalledProgram.Outcome asked = InstalledProgram.run(
                "query", metric, "--config", configuration, "--data", folder.resolve("data"), "--format", "json");
        assertThat(asked.code()).as(asked.err()).isZero();
        return new ObjectMapper().readTree(asked.out());
    }

    @Test
    @Order(1)
    void eachShowsTheNumbersOfItsOwnStore() throws Exception {
        JsonNode ofNorth = api().json("/v/north/api/v1/metrics/engagement");
        JsonNode ofSouth = api().json("/v/south-more/api/v1/metrics/engagement");
        assertThat(ofNorth).isEqualTo(query(north, "engagement")).isNotEqualTo(ofSouth);
        assertThat(ofSouth).isEqualTo(query(south, "engagement"));
        assertThat(rows("north")).isPositive().isNotEqualTo(rows("south-more"));
        String csv = get("/v/south-more/api/v1/reports/rate?format=csv").body();
        assertThat(get("/v/south-more/reports/rate.csv").body()).isEqualTo(csv).startsWith("Day,");
        assertThat(get("/v/north/reports/rate.csv").statusCode()).isEqualTo(404);
        assertThat(api().json("/v/south-more/api/v1/reports").get(0).get("page").asText())
                .isEqualTo("/v/south-more/reports/rate");
        assertThat(api().json("/v/south-more/explanations/reports/rate.json?row=1&column=CTR")
                        .get("source")
                        .asText())
                .isEqualTo("/v/south-more/reports/rate");
        assertThat(api().page("/v/south-more/").select(".intro").text()).isEqualTo("The <b>south</b>");
    }

    @Test
    @Order(1)
    void everyAddressOnEveryPageStaysWithinItsConfiguration() throws Exception {
        Set<String> kinds = crawl("/v/north", "/v/south-more");
        assertThat(kinds)
                .contains(
                        "/",
                        "/import",
                        "/dashboard",
                        "/configuration/metrics",
                        "/configuration/history",
                        "/api/v1/bundle")
                .anyMatch(kind -> kind.startsWith("/reports/"))
                .anyMatch(kind -> kind.startsWith("/clv/"))
                .anyMatch(kind -> kind.startsWith("/customers/"))
                .anyMatch(kind -> kind.startsWith("/explanations/"));
        assertThat(crawl("/v/south-more", "/v/north"))
                .contains("/reports/rate")
                .noneMatch(kind -> kind.startsWith("/clv"));
    }

    /** The paths within a configuration that its pages lead to, all of which are there. */
    private static Set<String> crawl(String own, String other) throws Exception {
        Set<String> seen = new LinkedHashSet<>(List.of("/"));
        ArrayDeque<String> left = new ArrayDeque<>(List.of(own + "/"));
        while (!left.isEmpty()) {
            String address = left.remove();
            HttpResponse<String> answer = get(address);
            assertThat(answer.statusCode()).as(address).isLessThan(400);
            List<String> found = answer.statusCode() >= 300
                    ? List.of(answer.headers().firstValue("Location").orElseThrow())
                    : addresses(answer, address, other);
            for (String next : found) {
                assertThat(next).as(address).matches(own + "/.*|/assets/.*");
                String within = next.substring(own.length()).replaceAll("[?#].*", "");
                boolean known = !next.startsWith(own) || seen.size() == MOST_PAGES || !seen.add(within);
                // A number that is asked about is chosen on the page
                if (!known && !within.startsWith("/explanations/")) {
                    left.add(next.replaceAll("#.*", ""));
                }
            }
        }
        return seen;
    }

    /** Of whichever attribute; only the switch in the frame may lead to another configuration. */
    private static List<String> addresses(HttpResponse<String> answer, String address, String other) {
        List<String> addresses = new ArrayList<>();
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            return addresses;
        }
        Document page = Jsoup.parse(answer.body());
        page.select("#variant-switch a, #served-variants a")
                .select("[href^=" + other + "/]")
                .remove();
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                boolean posts = attribute.getKey().equals("action")
                        && element.attr("method").equals("post");
                boolean names = List.of("data-base", "value", "data-uploads").contains(attribute.getKey());
                if (attribute.getValue().startsWith("/") && !names && !posts) {
                    addresses.add(attribute.getValue());
                } else if (posts) {
                    assertThat(attribute.getValue())
                            .as(address)
                            .startsWith(page.select("#page").attr("data-base") + "/");
                }
            }
        }
        return addresses;
    }

    /** Text that is no expression would pass by what adds the beginning. */
    @Test
    @Order(1)
    void templatesWriteEveryAddressAsAnExpression() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            List<Path> all = templates.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(40);
            for (Path template : all) {
                assertThat(Files.readString(template)).as(template.toString()).doesNotContainPattern("\"/([a-z?\"]|$)");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/import, /import",
        "/dashboard, /dashboard",
        "/reports/ctr_targets?filter.Channel=Web, /reports",
        "/configuration/metrics, /configuration",
        "/customers/clv, /",
        "/nothing, /"
    })
    @Order(1)
    void theSwitchLeadsToTheLikePageOfTheOther(String page, String like) throws Exception {
        Document shown = api().page("/v/north" + page);
        assertThat(shown.select("#variant-switch summary").text()).isEqualTo("Configuration: North");
        assertThat(shown.select("#variant-switch a").eachAttr("href")).last().isEqualTo("/v/south-more" + like);
        assertThat(shown.select("#variant-switch a[aria-current=true]").text()).isEqualTo("North");
        assertThat(shown.select("#variant-switch a:not([aria-current])").text())
                .isEqualTo("South & more The <b>south</b>");
    }

    @Test
    @Order(1)
    void theStepOfTheVariantsShowsAll() throws Exception {
        assertThat(api().page("/v/south-more/configuration/variants")
                        .select("#served-variants a")
                        .eachAttr("href"))
                .containsExactly("/v/north/configuration", "/v/south-more/configuration");
    }

    @Test
    @Order(1)
    void aReaderGoesFromOneToTheOtherWithTheKeyboard(Chromium chromium) {
        try (Window window = chromium.openSmall(server.url())) {
            Page page = window.go("/dashboard");
            assertThat(page.url()).isEqualTo(server.url() + "/v/north/dashboard");
            window.awaitCharts();
            Locator choice = page.locator("#variant-switch summary");
            choice.focus();
            page.keyboard().press("Enter");
            page.locator("#variant-switch a").last().waitFor();
            page.keyboard().press("Escape");
            assertThat(page.locator("#variant-switch").getAttribute("open")).isNull();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL(server.url() + "/v/south-more/dashboard");
            page.locator("[data-nav=reports]").click();
            page.waitForURL(server.url() + "/v/south-more/reports/rate*");
            window.awaitCharts();
            page.locator("[data-nav=settings]").click();
            page.locator("#configuration").waitFor();
            page.locator("main .field input[type=text]").first().fill("Of the south");
            page.locator("#draft-state strong:text-is('Draft')").waitFor();
            assertThat(page.url()).startsWith(server.url() + "/v/south-more/configuration/general?draft=");
            page.goBack();
            page.locator("[data-chart]").first().waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, /v/north/",
        "/dashboard, /v/north/dashboard",
        "/reports/x?filter.Channel=A%26B&y=%2F, /v/north/reports/x?filter.Channel=A%26B&y=%2F",
        "//elsewhere.example/x, /v/north//elsewhere.example/x",
        "/v, /v/north/v"
    })
    @Order(1)
    void aPageOfNoConfigurationIsThatOfTheFirst(String asked, String led) throws Exception {
        HttpResponse<String> answer = get(asked);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(led);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v/",
                "/v/west/",
                "/v/north%2Fdashboard",
                "/v/%6Eorth/",
                "/v/NORTH/",
                "/v/northern/dashboard",
                "/reports/rate.csv",
                "/reports/rate.xlsx",
                "/v/west/reports/rate"
            })
    @Order(1)
    void anAddressOfAnUnknownConfigurationSaysWhichThereAre(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#error p").text())
                .isEqualTo("This server shows several configurations, and this address names none of them.");
        assertThat(page.select("#error li a").eachAttr("href")).containsExactly("/v/north/", "/v/south-more/");
        assertThat(page.select("#error li").eachText()).containsExactly("North", "South & more The <b>south</b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/status", "/api/v1/metrics/engagement", "/dashboard.json", "/v/west/api/v1/status"})
    @Order(1)
    void programsAreToldWhichConfigurationsThereAre(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        JsonNode error = new ObjectMapper().readTree(answer.body()).get("error");
        assertThat(error.get("message").asText())
                .isEqualTo("This server shows several configurations, and this address names none of them.");
        assertThat(error.get("variants").toString())
                .isEqualTo(
                        "[{\"name\":\"North\",\"description\":\"\",\"url\":\"/v/north/\"},"
                                + "{\"name\":\"South & more\",\"description\":\"The <b>south</b>\",\"url\":\"/v/south-more/\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v/north/../south-more/reports/rate", "/v/south-more/..%2Fnorth", "/v/north/%2e%2e/south-more/"
            })
    @Order(1)
    void noPathLeavesItsConfiguration(String path) throws Exception {
        assertThat(get(path).statusCode()).isBetween(400, 404);
    }

    @Test
    @Order(1)
    void aChangeNamesItsConfiguration() throws Exception {
        Author author = Author.at(server.url() + "/v/north");
        Author unnamed = new Author(server.url(), author.token(), author.client());
        assertThat(unnamed.post("/import/start", "paths", "x").statusCode()).isEqualTo(404);
        assertThat(unnamed.post("/v/south-more/import/cancel").statusCode()).isEqualTo(303);
        assertThat(unnamed.post("/v/south-more/import/cancel").headers().firstValue("Location"))
                .contains("/v/south-more/import");
    }

    @Test
    @Order(1)
    void twoOfTheSameNameAreRefused() throws IOException {
        Path same = Files.writeString(folder.resolve("c.toml"), SOUTH.replace("South & more", "south (more)"));
        InstalledProgram.Outcome refused =
                InstalledProgram.run("run", "--config", south, "--config", same, "--data", folder.resolve("none"));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err().strip())
                .isEqualTo("cdhdashboard: " + same + " names its variant \"south (more)\", and " + south
                        + " \"South & more\": both would be \"south-more\" in the data folder and in addresses; give one"
                        + " of them another name under [variants].");
        Path again =
                Files.writeString(Files.createDirectory(folder.resolve("other")).resolve("b.toml"), SOUTH);
        assertThat(InstalledProgram.run("run", "--config", south, "--config", again, "--data", folder.resolve("none"))
                        .err()
                        .strip())
                .isEqualTo("cdhdashboard: " + south + " and " + again
                        + " have the same file name, by which drafts and what" + " is applied are kept in "
                        + folder.resolve("none") + "; rename one of them, or name it only once.");
    }

    @Test
    @Order(2)
    void anImportIntoOneLeavesTheOther() throws Exception {
        long ofNorth = rows("north");
        long ofSouth = rows("south-more");
        String version =
                api().json("/v/north/api/v1/status").get("data_version").asText();
        Author author = Author.at(server.url() + "/v/south-more");
        Uploading uploading = new Uploading(new HttpApi(author.url()), author.token());
        JsonNode job;
        try (Stream<Path> files = Files.list(folder.resolve("first/interactions"))) {
            job = uploading.importing(files.toArray(Path[]::new));
        }
        assertThat(job.get("state").asText()).as(job.toString()).isEqualToIgnoringCase("done");
        assertThat(rows("south-more")).isGreaterThan(ofSouth);
        assertThat(rows("north")).isEqualTo(ofNorth);
        assertThat(api().json("/v/north/api/v1/status").get("data_version").asText())
                .isEqualTo(version);
        assertThat(api().json("/v/north/import.json").get("job").isNull()).isTrue();
    }

    @Test
    @Order(3)
    void applyingOneLeavesTheOther() throws Exception {
        String before = Files.readString(north);
        Author author = Author.at(server.url() + "/v/south-more");
        String text = SOUTH.replace("Rate by day", "Rate of the south");
        Document review = author.review(author.draft(text));
        assertThat(review.select("#apply").attr("action")).isEqualTo("/v/south-more/configuration/apply");
        HttpResponse<String> answer = new Author(server.url(), author.token(), author.client()).send(review, "#apply");
        assertThat(answer.headers().firstValue("Location")).contains("/v/south-more/configuration/applied");
        assertThat(Files.readString(south)).isEqualTo(text);
        assertThat(Files.readString(north)).isEqualTo(before);
        assertThat(api().page("/v/south-more/reports/rate").select("h1").text()).isEqualTo("Rate of the south");
        assertThat(author.page("/configuration/history")
                        .select("#versions tr, table tr")
                        .size())
                .isGreaterThan(1);
        assertThat(api().page("/v/north/configuration/history")
                        .select("table tr")
                        .size())
                .isLessThan(2);
        assertThat(api().page("/v/north/configuration").select(".draft-others")).isEmpty();
    }

    @Test
    @Order(4)
    void theNameOfAnotherIsRefused() throws Exception {
        Author author = Author.at(server.url() + "/v/south-more");
        Document review = author.review(author.draft(SOUTH.replace("South & more", "north!")));
        assertThat(review.select("#refusal").text())
                .isEqualTo(south + " names its variant \"north!\", and " + north
                        + " \"North\": both would be \"north\" in the data folder and in addresses; give one of them"
                        + " another name under [variants]");
    }

    @Test
    @Order(5)
    void anotherNameKeepsItsAddressUntilTheNextStart() throws Exception {
        Author author = Author.at(server.url() + "/v/south-more");
        Document review = author.review(author.draft(SOUTH.replace("South & more", "Far south")));
        new Author(server.url(), author.token(), author.client()).send(review, "#apply");
        assertThat(rows("south-more")).isZero();
        assertThat(get("/v/far-south/").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/status").body()).contains("\"Far south\"", "\"/v/south-more/\"");
    }
}
