package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.edit.TomlText;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A metric and three reports are made of an empty configuration over imported data. */
@ExtendWith(OnceForAll.class)
class MetricsAndReportsInBrowserTest {
    private static final String EMPTY = """
            # Nothing yet
            [copyright]
            name = "Empty"
            version = "1"
            [ux]
            [variants]
            name = "empty"
            description = "Nothing yet"
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*"
            """;

    /** Opens a draft without metrics and reports. */
    private static Page open(Window window) {
        Page page = window.go("/configuration/metrics");
        Object url = page.evaluate("""
                async text => {
                    const headers = { "X-Csrf-Token": document.querySelector("#page").dataset.token, Accept: "application/json" };
                    const answer = await fetch("/configuration/upload", { method: "POST", headers, body: text });
                    return (await answer.json()).url;
                }
                """, EMPTY);
        return window.go(url.toString().replace("/general", "/metrics"));
    }

    private static TomlText text(Page page) {
        String draft = page.locator("#editor").getAttribute("data-draft");
        return TomlText.of(
                page.request().get("/configuration/download?draft=" + draft).text());
    }

    private static List<String> reports(Page page) {
        return text(page).keys(List.of("reports"));
    }

    private static void assertDrawn(Page page, String form) {
        assertThat(page.locator("#preview .plot " + form).first()).isAttached();
    }

    @Test
    void draftedFromTheRowsThatWereKept(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            open(window);
            Page page = page(window, "studio");
            page.locator("#use-kept").click();
            assertThat(page.locator("#choose-fields tbody tr").first()).isVisible();
            page.locator("#approve").click();
            assertThat(page.locator("#study-fields")).not().hasAttribute("open", "");
            Locator daily = page.locator(".study-entry", new Page.LocatorOptions().setHasText("daily_ctr ·"));
            daily.scrollIntoViewIfNeeded();
            assertThat(daily.locator(".plot .main-svg").first()).isAttached();
            page.locator(".study-entry label", new Page.LocatorOptions().setHasText("Messages are sent"))
                    .click();
            page.locator("#take-all").click();
            assertThat(page.locator("#editor-notice"))
                    .containsText("Left out, as the metric that they show was: daily_opens.");
            // Nothing is saved before the draft is applied
            assertThat(page.locator("#announced")).not().hasText("Saving…");
            assertThat(page.locator("#health")).containsText("No problems");
            assertThat(text(page).keys(List.of("metrics")))
                    .contains("engagement", "conversion", "descriptive")
                    .doesNotContain("engagement_opens");
        }
    }

    private static Page page(Window window, String step) {
        String draft = window.page().locator("#editor").getAttribute("data-draft");
        return window.go("/configuration/" + step + "?draft=" + draft);
    }

    @Test
    void withTheMouseAlone(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            Page page = open(window);
            page.locator("#add-metric button").click();
            assertThat(page.locator("#entry-name")).hasValue("engagement");
            assertThat(page.locator("#cells-body")).containsText("expected");
            assertThat(page.locator("#outcome-Clicked td").first()).containsText("Web");
            page.locator("#outcome-Pending select").selectOption("none");
            assertThat(page.locator("#outcome-Pending select")).hasValue("none");
            page.locator("[data-step-link=reports]").click();
            page.locator("#add-report button").click();
            assertThat(page.locator("#entry-name")).hasValue("engagement_report");
            assertDrawn(page, ".cartesianlayer");
            page.locator("[id='field-reports.engagement_report.type']").selectOption("treemap");
            assertDrawn(page, ".treemaplayer");
            page.locator("#add-report button").click();
            assertThat(page.locator("#entry-name")).hasValue("engagement_report_2");
            page.locator("#add-report button").click();
            assertThat(page.locator("#entry-name")).hasValue("engagement_report_3");
            drag(page, "engagement_report_3", "engagement_report");
            assertThat(page.locator("#library .shelf-item").first()).hasAttribute("data-name", "engagement_report_3");
            page.locator("#library [data-name=engagement_report_2] [data-move=delete]")
                    .click();
            assertThat(page.locator("#library .shelf-item")).hasCount(2);
            page.locator("#editor-notice button").click();
            assertThat(page.locator("#library .shelf-item")).hasCount(3);
            assertThat(page.locator("#health-words")).containsText("0 errors");
            assertThat(reports(page))
                    .containsExactly("engagement_report_3", "engagement_report", "engagement_report_2");
            assertThat(text(page).text()).startsWith(EMPTY);
        }
    }

    private static void drag(Page page, String report, String before) {
        Locator grip = page.locator("#library [data-name=" + report + "] [data-grip]");
        grip.hover();
        BoundingBox from = grip.boundingBox();
        BoundingBox to = page.locator("#library [data-name=" + before + "]").boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(from.x, (from.y + to.y) / 2);
        page.mouse().move(from.x, to.y + 2);
        page.mouse().up();
    }

    @Test
    void withTheKeyboardAlone(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            Page page = open(window);
            tabTo(page, "#add-metric-name");
            page.keyboard().type("web");
            page.keyboard().press("Enter");
            assertThat(page.locator("#entry-name")).hasValue("engagement_web");
            assertThat(page.locator("#entry-name")).isFocused();
            page.keyboard().press("Control+A");
            page.keyboard().type("engagement");
            page.keyboard().press("Enter");
            assertThat(page.locator(".shelf-item[data-name=engagement]")).isVisible();
            tabTo(page, "[data-step-link=reports]");
            page.keyboard().press("Enter");
            for (String name : List.of("first", "zweiter ☂", "third.x")) {
                tabTo(page, "#add-report-name");
                page.keyboard().press("Control+A");
                page.keyboard().type(name);
                page.keyboard().press("Enter");
                assertThat(page.locator("#entry-name")).hasValue(name);
            }
            tabTo(page, "[data-name=\"third.x\"] [data-move=up]");
            page.keyboard().press("Enter");
            assertThat(page.locator("#library .shelf-item").nth(1)).hasAttribute("data-name", "third.x");
            tabTo(page, "#library-search");
            page.keyboard().type("zwei");
            assertThat(page.locator("#library .shelf-item:visible")).hasCount(1);
            assertDrawn(page, ".cartesianlayer");
            assertThat(page.locator("#health-words")).hasText("No problems");
            assertThat(reports(page)).containsExactly("first", "third.x", "zweiter ☂");
        }
    }

    private static void tabTo(Page page, String selector) {
        new Hand.Keyboard(page).to(page.locator(selector));
    }

    @Test
    void aReportGoesFromItsPageIntoTheDraftThatIsOpen(Chromium browser, Demo demo) {
        try (Window window = browser.open(demo.url())) {
            Page page = window.go("/reports/daily_ctr?x=Month&filter.Channel=Web");
            page.locator("#take button[value=same]").click();
            assertThat(page.locator("[id='field-reports.daily_ctr.filters-field']"))
                    .containsText("Channel=Web");
            assertThat(page.locator("[id='field-reports.daily_ctr.x']")).hasValue("Month");
            assertDrawn(page, ".cartesianlayer");
            String draft = page.locator("#editor").getAttribute("data-draft");
            window.go("/reports/daily_volume");
            page.locator("#take button[value=copy]").click();
            assertThat(page.locator("#entry-name")).hasValue("daily_volume_2");
            assertThat(page.locator("#editor")).hasAttribute("data-draft", draft);
            assertThat(text(page).value(List.of("reports", "daily_ctr", "x"))).isEqualTo(Optional.of("Month"));
        }
    }
}
