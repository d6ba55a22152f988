package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A chart is drawn for the size it has, whatever size it had before. */
@ExtendWith(OnceForAll.class)
class RotatedChartsInBrowserTest {
    /** All that is drawn, with places and sizes, but for names that the library makes up each time. */
    private static final String DRAWING = """
            () => {
                const written = node => node.nodeType !== Node.ELEMENT_NODE ? node.data
                    : `<${node.nodeName} ${Array.from(node.attributes, ({ name, value }) => `${name}=${value}`).sort().join(" ")}>`
                        + Array.from(node.childNodes, written).join("");
                return Array.from(document.querySelectorAll(".plot"), plot =>
                    [plot._fullLayout, ...plot._fullData].map(part => part._uid || part.uid)
                        .reduce((text, name) => text.replaceAll(name, "name"), written(plot))).join("");
            }
            """;

    /** How many dials stand at each height. */
    private static final String DIALS =
            "() => { const tops = Array.from(document.querySelectorAll('.indicatorlayer .trace'),"
                    + " each => Math.round(each.getBoundingClientRect().top));"
                    + " return Array.from(new Set(tops), top => tops.filter(each => each === top).length).join(', '); }";

    private Window window;
    private Page page;

    @BeforeEach
    void open(Chromium browser, Demo demo) {
        window = browser.open(demo.url());
        page = window.page();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void upright() {
        page.setViewportSize(390, 844);
    }

    private void lying() {
        page.setViewportSize(844, 390);
    }

    private Object fresh(String path) {
        window.go(path);
        window.awaitCharts();
        return page.evaluate(DRAWING);
    }

    private void awaitDrawing(Object wanted) {
        page.waitForFunction("wanted => (" + DRAWING + ")() === wanted", wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/ctr_map",
                "/reports/monthly_ctr_by_action",
                "/reports/ctr_targets",
                "/reports/daily_ctr_by_placement"
            })
    void aRotatedTelephoneShowsWhatItShowsOnANewPage(String report) {
        upright();
        Object upright = fresh(report);
        lying();
        Object lying = fresh(report);
        upright();
        awaitDrawing(upright);
        lying();
        awaitDrawing(lying);
    }

    /** No line of dials has room for one more, and all are as full as the last allows. */
    @ParameterizedTest
    @CsvSource({"320, '2, 2, 2, 2'", "640, '3, 3, 2'", "1440, '4, 4'"})
    void dialsFillTheLinesOfEveryWidth(int width, String lines) {
        page.setViewportSize(width, 900);
        window.go("/reports/ctr_targets");
        window.awaitCharts();
        assertThat(page.evaluate(DIALS)).isEqualTo(lines);
    }

    @Test
    void whatTheReaderChoseStaysWhenSizeOrThemeChanges() {
        lying();
        window.go("/reports/daily_ctr");
        window.awaitCharts();
        page.locator("#report .legend .traces", new Page.LocatorOptions().setHasText("Web"))
                .locator(".legendtoggle")
                .dblclick();
        Locator hidden = page.locator("#report .legend .traces", new Page.LocatorOptions().setHasText("Email"));
        assertThat(hidden).hasAttribute("style", Pattern.compile("opacity: 0.5"));
        page.evaluate(
                "Plotly.relayout(document.querySelector('.plot'), { 'yaxis.range[0]': 0, 'yaxis.range[1]': 0.01 })");
        upright();
        page.waitForFunction("() => document.querySelector('.plot')._fullLayout.width < 390");
        assertThat(hidden).hasAttribute("style", Pattern.compile("opacity: 0.5"));
        page.locator("[data-theme-toggle]").click();
        assertThat(page.locator("#report .ytick text").last()).hasText("1 %");
        assertThat(hidden).hasAttribute("style", Pattern.compile("opacity: 0.5"));
    }
}
