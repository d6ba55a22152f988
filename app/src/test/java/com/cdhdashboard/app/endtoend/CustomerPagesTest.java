package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages over customers and their files, as they come over HTTP. */
class CustomerPagesTest {
    private static InstalledProgram.Server server;
    private static HttpApi http;

    @BeforeAll
    static void importHoldings(@TempDir Path folder) throws Exception {
        server = filled(folder, HoldingsStore.CONFIGURATION + HoldingsStore.REPORTS);
        http = new HttpApi(server.url());
    }

    private static InstalledProgram.Server filled(Path folder, String configuration) throws IOException {
        return HoldingsStore.fill(folder, configuration, Optional.of(HoldingsStore.someHoldings()))
                .serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode json(String path) throws Exception {
        return http.json(path);
    }

    private static String location(InstalledProgram.Server server) throws Exception {
        return new HttpApi(server.url())
                .get("/clv")
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    /** Neither title, print nor chip says what is not done, and every answer says that it is not. */
    @ParameterizedTest
    @CsvSource({"/clv/hist", "/customers/clv"})
    void customersAreNotComparedAndThatIsSaid(String address) throws Exception {
        String asked = "?filter.Day.from=2024-01-01&filter.Day.to=2024-01-31&compare=previous";
        Document page = http.page(address + asked);
        assertThat(page.text())
                .contains("Customers are told by everything that they bought, so the period does not narrow them and"
                        + " nothing is compared; all are shown.");
        assertThat(page.select("[data-chip='Compared with']")).isEmpty();
        assertThat(page.outerHtml()).doesNotContain("Compared with");
        assertThat(http.get("/api/v1/metrics/clv?compare=previous").body())
                .contains("customers are told by everything that they bought, so that no period narrows them; leave out"
                        + " period and compare");
    }

    @Test
    void theAddressWithoutAReportLeadsToTheFirst(@TempDir Path folder) throws Exception {
        assertThat(location(server)).isEqualTo("/clv/hist");
        String faultyFirst = HoldingsStore.REPORTS.replace("x = \"frequency\"", "x = \"frequenzy\"");
        try (InstalledProgram.Server other = filled(folder, HoldingsStore.CONFIGURATION + faultyFirst)) {
            assertThat(location(other)).isEqualTo("/clv/model");
        }
    }

    @Test
    void withoutReportsItLeadsToTheCustomers(@TempDir Path folder) throws Exception {
        try (InstalledProgram.Server other = filled(folder, HoldingsStore.CONFIGURATION)) {
            assertThat(location(other)).isEqualTo("/customers/clv");
        }
    }

    @Test
    void withoutHoldingsItSaysWhatToDo(@TempDir Path folder) throws Exception {
        String configuration = HoldingsStore.CONFIGURATION + HoldingsStore.REPORTS;
        try (InstalledProgram.Server empty =
                HoldingsStore.fill(folder, configuration, Optional.empty()).serve()) {
            HttpApi http = new HttpApi(empty.url());
            for (String path : new String[] {"/clv", "/clv/hist", "/customers/clv"}) {
                Document page = http.page(path);
                assertThat(page.select("#no-holdings h2").text()).as(path).isEqualTo("No product holdings yet");
                assertThat(page.select("#no-holdings a").attr("href")).isEqualTo("/import?kind=holdings");
            }
            assertThat(http.get("/customers/clv.csv").statusCode()).isEqualTo(404);
            assertThat(http.json("/clv/hist.json").get("reason").textValue())
                    .isEqualTo("The data hold no customers of the metric \"clv\". Import product holdings; the import"
                            + " tells which columns the metric lacks.");
        }
    }

    @Test
    void aReportHasItsChartControlsTableAndFiles() throws Exception {
        Document page = http.page("/clv/hist?x=lifetime_value&filter.Arm=Control");

        assertThat(page.select("h1").text()).isEqualTo("Frequency");
        assertThat(page.select("#answer").attr("data-state")).isEqualTo("ready");
        assertThat(page.select("#control-x option[selected]").attr("value")).isEqualTo("lifetime_value");
        assertThat(page.select("[data-chip=Arm]").text()).contains("Control");
        assertThat(page.select("[data-chart] script")).hasSize(1);
        assertThat(page.select("#data-count").text()).isEqualTo("1 row");
        assertThat(page.select("[data-download]").eachAttr("href"))
                .containsExactly(
                        "/clv/hist.csv?x=lifetime_value&filter.Arm=Control",
                        "/clv/hist.xlsx?x=lifetime_value&filter.Arm=Control",
                        "/clv/hist.json?x=lifetime_value&filter.Arm=Control");
        assertThat(page.select("#menu a").eachAttr("href"))
                .contains("/clv/hist?filter.Arm=Control", "/customers/clv?filter.Arm=Control");
    }

    @Test
    void theTwinOfAReportHasItsStateAndRows() throws Exception {
        JsonNode twin = json("/clv/hist.json?filter.Arm=Control");

        assertThat(twin.get("state").textValue()).isEqualTo("ready");
        assertThat(twin.at("/rows").toString())
                .isEqualTo("[{\"customers_count\":2,\"least_frequency\":1.0,\"lower_quartile_frequency\":1.25,"
                        + "\"median_frequency\":1.5,\"upper_quartile_frequency\":1.75,\"greatest_frequency\":2.0,"
                        + "\"mean_frequency\":1.5}]");
        assertThat(twin.at("/figure/data/0/type").textValue()).isEqualTo("bar");
        assertThat(json("/clv.json").findValuesAsText("key")).containsExactly("hist", "model");
        HttpResponse<String> csv = http.get("/clv/hist.csv?filter.Arm=Control");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"frequency-2024-01-31.csv\"");
        assertThat(csv.body().lines().skip(1).findFirst()).contains("2,1.0,1.25,1.5,1.75,2.0,1.5");
    }

    @Test
    void theValueSoFarOfArmsNeedsNoModel() throws Exception {
        JsonNode twin = json("/clv/model.json?measure=lifetime_value");

        assertThat(twin.get("state").textValue()).isEqualTo("ready");
        assertThat(twin.at("/rows").findValuesAsText("Arm"))
                .containsExactly(HoldingsStore.MARKUP, "Control", "Test", "null");
        assertThat(twin.at("/rows/1/mean_lifetime_value").doubleValue()).isEqualTo(10.5);
        Document page = http.page("/clv/model?measure=lifetime_value");
        assertThat(page.select("#data tbody b")).isEmpty();
        assertThat(page.expectFirst("#data tbody td.text").text()).isEqualTo(HoldingsStore.MARKUP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bins=7            | reports.hist.bins: found \"7\"; the key is how many bars at most. Write one of \"40\", \"10\", \"20\", \"80\", \"160\".",
                "filter.Channel=Web | The metric \"clv\" has no dimension \"Channel\", so it cannot be filtered by it. Clear the filter: Channel = Web.",
                "filter.Arm=Fax    | No customers match: Arm = Fax. Clear or widen a filter."
            })
    void aReportThatCannotBeDrawnSaysWhy(String query, String reason) throws Exception {
        assertThat(json("/clv/hist.json?" + query).get("reason").textValue()).isEqualTo(reason);
        assertThat(http.page("/clv/hist?" + query).select("[data-reason]").text())
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/clv/hits.json                      | 404 | There is no report \"hits\"; did you mean \"hist\"? Reports: hist, model.",
                "/customers/clw.json                 | 404 | There is no metric \"clw\" over product holdings. Metrics: clv.",
                "/customers/clv.json?filter.Arn=Test | 400 | \"Arn\" is not a dimension of clv; its dimensions are Arm, rfm_segment"
            })
    void anAddressThatIsWrongIsSaid(String path, int status, String message) throws Exception {
        HttpResponse<String> answer = http.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new ObjectMapper()
                        .readTree(answer.body())
                        .at("/error/message")
                        .textValue())
                .isEqualTo(message);
        Document page = http.page(path.replace(".json", ""));
        assertThat(page.select("#error p").text()).contains(message);
    }

    @Test
    void customersAreSortedAndLeafedThroughWhereTheyAre() throws Exception {
        Document page = http.page("/customers/clv?sort=-lifetime_value&page=2");

        assertThat(page.select("h1").text()).isEqualTo("All customers");
        assertThat(page.select("#data-count").text()).isEqualTo("51–66 of 66 rows");
        assertThat(page.select("#data tbody tr")).hasSize(16);
        assertThat(page.expectFirst("#data tbody td.text").text()).isEqualTo("N-10");
        assertThat(page.select("th[aria-sort=descending]").text()).isEqualTo("Lifetime value");
        assertThat(page.select("a[rel=prev]").attr("href")).isEqualTo("/customers/clv?sort=-lifetime_value");
        assertThat(page.select("a[rel=next]")).isEmpty();
        assertThat(http.page("/customers/clv?page=999").select("#data-count").text())
                .isEqualTo("51–66 of 66 rows");
    }

    @Test
    void customersAreSearchedAndFiltered() throws Exception {
        Document page = http.page("/customers/clv?search=n-6&filter.Arm=Test");

        assertThat(page.select("#search").attr("value")).isEqualTo("n-6");
        assertThat(page.select("#data-count").text()).isEqualTo("1 row");
        assertThat(page.select("[data-download]").eachAttr("href").get(0))
                .isEqualTo("/customers/clv.csv?search=n-6&filter.Arm=Test");
        assertThat(http.page("/customers/clv?search=zz").select("#data-count").text())
                .isEqualTo("no rows");
    }

    @Test
    void aFileHasEveryCustomerThatMatchesInTheOrderOfThePage() throws Exception {
        HttpResponse<String> csv = http.get("/customers/clv.csv?sort=-lifetime_value&page=2");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"clv-customers-2024-01-31.csv\"");
        assertThat(csv.body().lines()).hasSize(67);
        assertThat(csv.body().lines().skip(1).findFirst().orElseThrow()).startsWith("N-60,Test,");
        assertThat(csv.body()).contains("\r\n'=SUM(1),\"<b>&\"\"x\"\"\",2024-01-03,");
        JsonNode json = json("/customers/clv.json?filter.Arm=Control&sort=-CustomerID");
        assertThat(json.findValuesAsText("CustomerID")).containsExactly("D", "C");
    }

    @Test
    void whereNobodyMatchesAFileHasItsColumnsOnly() throws Exception {
        assertThat(json("/customers/clv.json?search=zz")).isEmpty();
        assertThat(http.get("/customers/clv.csv?search=zz").body())
                .startsWith("CustomerID,Arm,first_purchase,")
                .endsWith(",rfm_segment\r\n");
        assertThat(http.get("/customers/clv.xlsx?search=zz").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/customers/clv.xlsx", "/clv/model.xlsx?measure=lifetime_value"})
    void aWorkbookHoldsTextsAsTexts(String path, @TempDir Path folder) throws Exception {
        Path file =
                http.get(path, BodyHandlers.ofFile(folder.resolve("file.xlsx"))).body();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String text = part(zip, "xl/worksheets/sheet1.xml") + part(zip, "xl/sharedStrings.xml");
            assertThat(text).contains("&lt;b&gt;&amp;").doesNotContain("<f>");
        }
    }

    private static String part(ZipFile zip, String name) throws Exception {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatCustomersCanBeFilteredByIsAPartOfItsOwn() throws Exception {
        Document part = http.page("/clv-filters/clv?filter.Arm=Control");

        assertThat(part.select("[data-dimension]").eachAttr("data-dimension")).containsExactly("Arm", "rfm_segment");
        assertThat(part.select("input[checked]").attr("value")).isEqualTo("Control");
    }
}
