package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnceForAll.class)
class ReportsInBrowserTest {
    private Chromium chromium;
    private Demo demo;
    private Window window;
    private Page page;

    @BeforeEach
    void open(Chromium browser, Demo shared) {
        chromium = browser;
        demo = shared;
        window = browser.open(demo.url());
        page = window.page();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static List<String> legend(Window window) {
        window.awaitCharts();
        return window.find("#report .legendtext").allTextContents();
    }

    private String address(String path) {
        return demo.url() + path;
    }

    @Test
    void aGlobalFilterIsSearchedChosenShownAndRemoved() {
        window.go("/dashboard");
        String all = cardValue();
        Locator filter = page.locator("[data-dimension=Channel]").first();
        filter.locator("summary").click();
        filter.locator("[data-search]").fill("mob");
        assertThat(filter.locator(".option:visible")).hasCount(1);
        filter.locator(".option:visible input").check();
        assertThat(page.locator("[data-chip=Channel]")).containsText("Mobile");
        assertThat(page).hasURL(address("/dashboard?filter.Channel=Mobile"));
        assertThat(cardValue()).isNotEqualTo(all);
        page.keyboard().press("Escape");
        page.locator("[data-chip=Channel] a").click();
        assertThat(page.locator("[data-chip]")).hasCount(0);
        assertThat(page).hasURL(address("/dashboard"));
        assertThat(cardValue()).isEqualTo(all);
    }

    @Test
    void theDashboardGoesByTheStepThatSuitsTheDataUntilAnotherIsChosen() {
        window.go("/dashboard");
        Locator title = page.locator("[data-report=chart-0] .card-title");
        assertThat(title).hasText("Click-through rate by Channel");
        page.locator("#control-step").selectOption("Week");
        assertThat(page).hasURL(address("/dashboard?step=Week"));
        assertThat(title).hasText("Click-through rate by Channel, by week");
        window.awaitCharts();
        assertThat(page.locator("#chart-0 .xtitle")).hasText("Week");
        page.goBack();
        assertThat(title).hasText("Click-through rate by Channel");
        assertThat(page.locator("#control-step")).hasValue("");
    }

    private String cardValue() {
        return page.locator("[data-card=Conversions] .kpi-value").textContent();
    }

    @Test
    void anotherColourAxisAndFormChangeAddressAndFigure() {
        window.go("/reports/daily_ctr");
        assertThat(legend(window)).contains("Web", "Mobile");
        page.locator("#control-color").selectOption("CustomerType");
        assertThat(page).hasURL(address("/reports/daily_ctr?color=CustomerType"));
        assertThat(legend(window)).isNotEmpty().doesNotContain("Web");
        assertThat(page.locator("#report .scatterlayer .trace").first()).isAttached();
        assertThat(page.locator("#report .barlayer .point")).hasCount(0);
        window.openOptions();
        page.locator("#control-form").selectOption("bar");
        assertThat(page).hasURL(address("/reports/daily_ctr?color=CustomerType&form=bar"));
        window.awaitCharts();
        assertThat(page.locator("#report .barlayer .point").first()).isAttached();
        page.locator("#control-x").selectOption("Group");
        assertThat(page.locator("#control-x")).hasValue("Group");
        window.awaitCharts();
        assertThat(page.locator("#report .xtitle")).hasText("Group");
        page.locator(".reset").click();
        assertThat(page).hasURL(address("/reports/daily_ctr"));
        assertThat(legend(window)).contains("Web", "Mobile");
    }

    @Test
    void goingBackShowsTheStateBefore() {
        window.go("/reports/daily_ctr");
        page.locator("#control-color").selectOption("CustomerType");
        assertThat(page).hasURL(address("/reports/daily_ctr?color=CustomerType"));
        page.goBack();
        assertThat(page).hasURL(address("/reports/daily_ctr"));
        assertThat(page.locator("#control-color")).hasValue("Channel");
        assertThat(legend(window)).contains("Web", "Mobile");
    }

    @Test
    void aSharedAddressShowsTheSameInAnotherBrowser() {
        window.go("/reports/daily_ctr?filter.Channel=Web&filter.Channel=Mobile");
        page.locator("#control-color").selectOption("PlacementType");
        assertThat(page).hasURL(Pattern.compile("color=PlacementType"));
        List<String> mine = legend(window);
        try (Window other = chromium.open(demo.url())) {
            other.go(page.url());
            assertThat(legend(other)).isEqualTo(mine).isNotEmpty();
            assertThat(other.find("#control-color")).hasValue("PlacementType");
            assertThat(other.find("[data-chip=Channel]")).containsText("Web");
            assertThat(other.find("#data-count"))
                    .hasText(page.locator("#data-count").textContent().strip());
        }
    }

    @Test
    void theTableIsDownloadedWholeInEveryFormat() throws IOException {
        window.go("/reports/daily_ctr?filter.Channel=Web");
        List<String> lines = Files.readAllLines(download("csv").path());
        assertThat(lines.get(0)).startsWith("Day,Channel,");
        assertThat(lines).hasSize(1 + DemoExport.DAYS);
        assertThat(lines.get(1)).startsWith("2026-10-12,Web,");
        Download workbook = download("xlsx");
        assertThat(workbook.suggestedFilename()).isEqualTo("daily-click-through-rate-2026-10-31.xlsx");
        try (ZipFile zip = new ZipFile(workbook.path().toFile())) {
            assertThat(zip.getEntry("xl/worksheets/sheet1.xml")).isNotNull();
        }
        JsonNode report = new ObjectMapper().readTree(download("json").path().toFile());
        assertThat(report.get("rows")).hasSize(DemoExport.DAYS);
    }

    private Download download(String format) {
        return page.waitForDownload(
                () -> page.locator("[data-download=" + format + "]").click());
    }

    @Test
    void theTableIsSortedAndLeafedThrough() {
        window.go("/reports/daily_ctr_by_placement");
        assertThat(page.locator("#data-count")).containsText("of");
        page.locator("#data").getByText("Next").click();
        assertThat(page.locator(".pager span")).hasText(Pattern.compile("Page 2 of \\d+"));
        page.locator("#data th[data-column=Count] a").click();
        assertThat(page.locator("#data th[aria-sort=ascending], #data th[aria-sort=descending]"))
                .containsText("Interactions");
    }

    @Test
    void onATelephoneSmallChartsStandBelowEachOther() {
        try (Window telephone = chromium.openSmall(demo.url())) {
            telephone.go("/reports/experiment_odds");
            telephone.awaitCharts();
            assertThat(telephone.find("#report .annotation-text")).containsText(new String[] {"Email", "Web"});
            assertThat(telephone.find("#report .xtitle, #report .x2title, #report .x3title, #report .x4title"))
                    .hasCount(1);
        }
    }

    @Test
    void onATelephoneThereAreAsManyNamesBelowAChartAsCanBeRead() {
        try (Window telephone = chromium.openSmall(demo.url())) {
            telephone.go("/reports/explore_conversion?x=Name&color=");
            telephone.awaitCharts();
            List<String> names = telephone.find("#report .xtick text").allTextContents();
            assertThat(names).filteredOn(name -> !name.isBlank()).hasSizeBetween(6, 12);
        }
    }

    @Test
    void theSliderOfAnAnimationStartsRightOfItsButtons() {
        window.go("/reports/group_race?animation_frame=Day&y=CTR&size=Count");
        window.awaitCharts();
        BoundingBox pause = page.locator("#report .updatemenu-button").last().boundingBox();
        BoundingBox slider = page.locator("#report .slider-rail-rect").boundingBox();
        assertThat(slider.x).isGreaterThan(pause.x + pause.width);
    }

    /** Frames of an animation come only after the library has let others go on, so whatever happens meanwhile meets half a plot. */
    @Test
    void whatHappensWhileAChartIsBeingDrawnWaitsForIt() {
        window.go("/reports/group_race");
        window.awaitCharts();
        page.evaluate("""
                () => {
                    const chart = document.querySelector("[data-chart]");
                    const theme = document.querySelector("[data-theme-toggle]");
                    for (let time = 0; time < 4; time++) {
                        theme.click();
                        window.dispatchEvent(new Event("resize"));
                        const another = chart.cloneNode(true);
                        another.querySelector(".plot").remove();
                        another.classList.remove("drawn");
                        chart.after(another);
                        document.dispatchEvent(new Event("htmx:load"));
                        requestAnimationFrame(() => setTimeout(() => another.remove()));
                    }
                    theme.click();
                    htmx.ajax("GET", location.href, { target: "#page", select: "#page", swap: "outerHTML" });
                }
                """);
        assertThat(page.locator("[data-chart]")).hasCount(1);
        window.awaitCharts();
    }

    @Test
    void cardsLeaveNoHoles() {
        window.go("/reports/daily_ctr");
        BoundingBox last = page.locator(".kpi").last().boundingBox();
        BoundingBox all = page.locator(".kpis").boundingBox();
        assertThat(last.x + last.width).isCloseTo(all.x + all.width, within(1.0));
    }

    @Test
    void aTelephoneOnItsSideCutsNoNamesAndReachesEveryPage() {
        page.setViewportSize(844, 390);
        window.go("/clv/clv_around_segments");
        window.awaitCharts();
        BoundingBox plot = page.locator("#report .plot").boundingBox();
        assertThat(page.locator("#report .angular-axis text")).hasCount(5);
        for (Locator name : page.locator("#report .angular-axis text").all()) {
            assertThat(name.boundingBox().x).isGreaterThanOrEqualTo(plot.x);
            assertThat(name.boundingBox().x + name.boundingBox().width).isLessThanOrEqualTo(plot.x + plot.width);
        }
        BoundingBox last = page.locator(".rail-link").last().boundingBox();
        assertThat(last.y + last.height).isLessThanOrEqualTo(390);
    }

    @Test
    void theChosenThemeStays() {
        window.go("/dashboard");
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "light");
        window.awaitCharts();
        page.locator("[data-theme-toggle]").click();
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        page.locator("[data-nav=reports]").click();
        assertThat(page.locator("#report")).isVisible();
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
    }

    @Test
    void theKeyboardAloneReachesContentAndFilters() {
        window.go("/dashboard");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip-link").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main#content")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator(".period summary")).isFocused();
        page.keyboard().press("Tab");
        assertThat(page.locator("[data-dimension=Channel] summary").first()).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().type("call");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Space");
        assertThat(page.locator("[data-chip=Channel]")).containsText("Call Center");
        page.keyboard().press("Escape");
        assertThat(page.locator("details.filter[open]")).hasCount(0);
    }
}
