package com.cdhdashboard.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.fixture.FixtureWorkspace;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static Site site;
    private static Site empty;

    @BeforeAll
    static void start(@TempDir Path folder) {
        site = new Site(FixtureWorkspace.withData(), folder, 1000);
        empty = new Site(FixtureWorkspace.empty(), folder, 1000);
    }

    @AfterAll
    static void stop() {
        site.close();
        empty.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/import", "/dashboard", "/reports/ctr_daily", "/nothing"})
    void everyPageHasItsFrame(String path) {
        Document page = site.page(path);
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1").text()).isNotEmpty();
        assertThat(page.select("nav[aria-label=Main] a").eachText())
                .containsExactly("Home", "Data Import", "Dashboard", "Reports", "Configuration");
        assertThat(page.select("a.skip-link[href=#content]")).hasSize(1);
        assertThat(page.select("main#content")).hasSize(1);
        assertThat(page.select("#freshness").text()).startsWith("Data to 11 Jan 2025, imported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/import", "/dashboard", "/reports/ctr_daily", "/reports/hostile"})
    void nothingOnAPageNeedsAnInlineScriptOrStyleOrAnotherServer(String path) {
        Document page = site.page(path);
        assertThat(page.select("script:not([src]):not([type=application/json])"))
                .isEmpty();
        assertThat(page.select("style, [style]")).isEmpty();
        for (Element element : page.select("[src], link[href]")) {
            assertThat(element.attr("src") + element.attr("href")).startsWith("/assets/");
        }
        for (Element element : page.getAllElements()) {
            assertThat(element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/import", "/dashboard", "/reports/ctr_daily", "/configuration", "/nothing"})
    void theOnlyConfigurationHasNoAddressOfItsOwn(String path) {
        assertThat(site.page(path).select("#page").attr("data-base")).isEmpty();
        assertThat(site.get(path).body()).doesNotContain("\"/v/");
        assertThat(site.get("/v/demo" + path).statusCode()).isEqualTo(404);
    }

    @Test
    void homeTellsWhatIsLoadedWhatIsWrongAndWhatToDo() {
        Document page = site.page("/");
        assertThat(page.select("[data-fact=Rows] .fact-value").text()).isEqualTo("127,123");
        assertThat(page.select("[data-fact=Period] .fact-value").text()).isEqualTo("1 Dec 2024 to 11 Jan 2025");
        assertThat(page.select("[data-card]")).isNotEmpty();
        assertThat(page.select("#findings")).hasSize(1);
        assertThat(page.select("#recent").hasAttr("hidden")).isTrue();
        assertThat(page.select("#imports li")).hasSizeGreaterThanOrEqualTo(1);
        assertThat(page.select("#problems .problem.error").text())
                .isEqualTo(
                        "error \"lines\" is not a report type; did you mean \"line\"? reports.daily.type config.toml:41:8");
        assertThat(page.select("#problems .problem").eachAttr("class"))
                .containsExactly(
                        "problem error", "problem warning", "problem warning", "problem warning", "problem warning");
        assertThat(page.select("#more-problems").text())
                .isEqualTo("Configuration has 1 more, each with the field that mends it.");
        assertThat(page.select("a.step").eachAttr("href"))
                .containsExactly("/dashboard", "/reports", "/import", "/configuration");
    }

    @Test
    void theFootLeadsToWhyNumbersDiffer() {
        assertThat(site.page("/").select(".home-foot a").attr("href")).isEqualTo("/differences");
        assertThat(site.page("/differences").select("h1").text())
                .isEqualTo("Why these numbers differ from the prototype's");
        assertThat(site.get("/differences.json").body()).startsWith("{\"differences\":[");
    }

    @Test
    void withoutDataEveryPageLeadsToTheImport() {
        assertThat(empty.page("/").select("a.step").eachAttr("href")).containsExactly("/import");
        assertThat(empty.page("/dashboard").select("#no-data a").attr("href")).isEqualTo("/import");
        assertThat(empty.page("/").select("#freshness").text()).isEqualTo("No data loaded");
    }

    @Test
    void theDashboardShowsCardsAndChartsAndFilters() {
        Document page = site.page("/dashboard?filter.Channel=Web&filter.Channel=%28missing%29");
        assertThat(page.select("[data-card]").eachAttr("data-card"))
                .containsExactly("Conversion rate", "Click-through rate", "Conversions");
        assertThat(page.select("[data-card='Conversion rate'] .delta.good").text())
                .isEqualTo("+0.11 pp");
        assertThat(page.select("[data-card=Conversions] .kpi-reason").text()).startsWith("No conversions");
        assertThat(page.select("[data-card='Conversion rate'] svg.spark")).hasSize(1);
        assertThat(page.select("[data-chart] script[type=application/json]")).hasSize(2);
        assertThat(page.select("[data-reason]").text()).isEqualTo("No rows match: Channel = Fax. Clear the filter.");
        assertThat(page.select("[data-dimension=Channel] input[checked]").eachAttr("value"))
                .containsExactly("Web", "(missing)");
        assertThat(page.select("[data-dimension=Channel] .option").eachText())
                .hasSize(6)
                .anyMatch(text -> text.startsWith("(empty)"));
        assertThat(page.select("[data-chip=Channel] a").attr("href")).isEqualTo("/dashboard");
    }

    @Test
    void reportsLeadToTheFirstAndKeepTheFilters() {
        Document page = site.page("/reports/ctr_daily?x=Channel&filter.Channel=Web");
        assertThat(page.select("[data-tag]").eachAttr("data-tag")).containsExactly("ENG", "CONV", "", "OPS");
        assertThat(page.select("a[data-report=revenue]").attr("href")).isEqualTo("/reports/revenue?filter.Channel=Web");
        assertThat(page.select("a[data-nav=dashboard]").attr("href")).isEqualTo("/dashboard?filter.Channel=Web");
        assertThat(page.select("a[data-report=broken]").attr("title"))
                .isEqualTo("y = \"CTRR\" is not a score; did you mean \"CTR\"?");
        assertThat(page.select("#control-x option[selected]").attr("value")).isEqualTo("Channel");
        assertThat(page.select("#control-x").attr("data-explicit")).isEqualTo("true");
        assertThat(page.select("#control-color").hasAttr("data-explicit")).isFalse();
        assertThat(page.select("[data-download]").eachAttr("href"))
                .containsExactly(
                        "/reports/ctr_daily.csv?x=Channel&filter.Channel=Web",
                        "/reports/ctr_daily.xlsx?x=Channel&filter.Channel=Web",
                        "/reports/ctr_daily.json?x=Channel&filter.Channel=Web");
    }

    @Test
    void aTableIsSortedAndPagedOverAllItsRows() {
        Document page = site.page("/reports/long_table?sort=-Count&page=2");
        assertThat(page.select("#data-count").text()).isEqualTo("51–100 of 500 rows");
        assertThat(page.select("th[aria-sort=descending]").text()).isEqualTo("Interactions");
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("/reports/long_table?sort=-Count&page=3");
        assertThat(page.select("a[rel=prev]").attr("href")).isEqualTo("/reports/long_table?sort=-Count");
        assertThat(page.select("#data tbody tr")).hasSize(50);
        assertThat(site.page("/reports/long_table?page=999")
                        .select("#data-count")
                        .text())
                .isEqualTo("451–500 of 500 rows");
    }

    @Test
    void whatIsNotAvailableIsADashWithItsReason() {
        Element cell = site.page("/reports/hostile").expectFirst("#data tbody tr:last-child td:last-child");
        assertThat(cell.text()).isEqualTo("–");
        assertThat(cell.attr("title")).startsWith("Not available unless both arms have interactions");
    }

    @Test
    void hostileNamesAreTextAndNothingElse() {
        HttpResponse<String> answer = site.get("/reports/hostile?filter.Name=" + Site.encode(FixtureWorkspace.HOSTILE));
        assertThat(answer.body()).doesNotContain("<img").doesNotContain("<b>3").contains("&lt;img src=x");
        Document page = site.page("/reports/hostile");
        assertThat(page.select("img")).isEmpty();
        assertThat(page.expectFirst("#data tbody td.text").text()).isEqualTo(FixtureWorkspace.HOSTILE);
        assertThat(page.expectFirst("#data th").text()).isEqualTo("Na\"me<i>");
        assertThat(page.select("[data-chart] script").html())
                .doesNotContain("<")
                .doesNotContain("&lt;");
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404",
        "/reports/absent, 404",
        "/assets/0000000000000000/app.js, 404",
        "/reports/internal, 500",
        "/import?folder=/etc, 400",
        "/reports/ctr_daily, 200"
    })
    void everyErrorIsAPage(String path, int status) {
        HttpResponse<String> answer = site.get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    @Test
    void anInternalErrorLeaksNothing() {
        String page = site.get("/reports/internal").body();
        assertThat(page).doesNotContain("secret").doesNotContain("IllegalState");
        assertThat(Jsoup.parse(page).expectFirst("#error p").text())
                .matches("The program failed at this\\. The log has the cause under error [0-9a-f]{8}\\.");
        assertThat(site.get("/reports/internal.json").body())
                .matches("\\{\"error\":\\{\"status\":500,\"message\":\"The program failed at this\\..*\"}}");
    }

    @Test
    void furtherFiltersAreAPartOfTheirOwn() {
        Document part = site.page("/filters/ctr_daily?filter.CustomerType=Gold");
        assertThat(part.select("[data-dimension]").eachAttr("data-dimension"))
                .containsExactly("CustomerType", "ModelControlGroup");
        assertThat(part.select("input[checked]").attr("name")).isEqualTo("filter.CustomerType");
        assertThat(site.page("/reports/ctr_daily?filter.CustomerType=Gold")
                        .select("#more-filters input[type=hidden]")
                        .attr("value"))
                .isEqualTo("Gold");
    }

    @Test
    void rotationIsOfferedOnlyWhereItIsConfigured(@TempDir Path folder) {
        try (Site rotating = new Site(FixtureWorkspace.refreshing(), folder, 1000)) {
            Element button = rotating.page("/reports/empty").expectFirst("#rotation");
            assertThat(button.attr("data-next")).isEqualTo("/reports/internal");
            assertThat(button.attr("data-interval")).isEqualTo("180000");
        }
        assertThat(site.page("/reports/empty").select("#rotation")).isEmpty();
    }
}
