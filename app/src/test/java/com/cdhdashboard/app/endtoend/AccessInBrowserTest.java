package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages for those who use a keyboard, hear them read, or print them. */
@ExtendWith(OnceForAll.class)
class AccessInBrowserTest {
    /** The least contrast of a text on a tile with the colour of that tile. */
    private static final String ON_TILES =
            "() => { const channels = color => color.match(/[\\d.]+/g).slice(0, 3).map(Number);"
                    + " const light = rgb => { const [r, g, b] = rgb.map(v => v / 255)"
                    + "   .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);"
                    + "   return 0.2126 * r + 0.7152 * g + 0.0722 * b; };"
                    + " const contrast = (a, b) => { const [low, high] = [light(channels(a)), light(channels(b))].sort((x, y) => x - y);"
                    + "   return (high + 0.05) / (low + 0.05); };"
                    + " const fill = element => getComputedStyle(element).fill;"
                    + " const tiles = Array.from(document.querySelectorAll('.treemaplayer .slice')).filter(tile => tile.querySelector('text tspan, text'))"
                    + "   .map(tile => contrast(fill(tile.querySelector('.surface')), fill(tile.querySelector('text'))));"
                    + " const image = document.querySelector('.hm image'); const canvas = document.createElement('canvas');"
                    + " const cells = []; if (image) { const drawn = document.createElement('img'); drawn.src = image.getAttribute('href') || image.getAttribute('xlink:href');"
                    + "   return drawn.decode().then(() => { canvas.width = drawn.width; canvas.height = drawn.height;"
                    + "     const context = canvas.getContext('2d'); context.drawImage(drawn, 0, 0);"
                    + "     document.querySelectorAll('.heatmap-label').forEach(label => { const { x, y } = label.__data__;"
                    + "       const at = context.getImageData(x - image.getAttribute('x'), y - image.getAttribute('y'), 1, 1).data;"
                    + "       cells.push(contrast(`rgb(${at[0]}, ${at[1]}, ${at[2]})`, fill(label.firstElementChild))); });"
                    + "     return Math.min(...cells); }); }"
                    + " return Math.min(...tiles); }";

    /** Comes to an end once no chart is wider than its place. */
    private static final String CHARTS_FIT = "() => new Promise(done => { const look = () =>"
            + " Array.from(document.querySelectorAll('.chart'))"
            + ".every(chart => chart.querySelector('.main-svg').clientWidth <= chart.clientWidth)"
            + " ? done() : requestAnimationFrame(look); look(); })";

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

    @ParameterizedTest
    @ValueSource(strings = {"ctr_map", "monthly_ctr_by_action"})
    void textsOnTilesAndCellsCanBeRead(String report) {
        for (String theme : List.of("light", "dark")) {
            window.go("/reports/" + report + "?theme=" + theme);
            window.awaitCharts();
            Locator texts = page.locator(".treemaplayer text, .heatmap-label text");
            assertThat(texts.first()).isVisible();
            assertThat(((Number) page.evaluate(ON_TILES)).doubleValue())
                    .as(theme)
                    .isBetween(4.5, 21.0);
            assertThat(page.evaluate("() => document.querySelector('.plot')._fullLayout.paper_bgcolor"))
                    .as("the ground of pictures")
                    .isEqualTo(theme.equals("light") ? "#ffffff" : "#1b2330");
        }
    }

    @Test
    void focusStaysAndEveryUpdateIsSaid() {
        window.go("/reports/daily_ctr?filter.Channel=Web&filter.Issue=Sales");
        Locator head = page.locator("#data th a").nth(2);
        head.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#data th").nth(2)).hasAttribute("aria-sort", "descending");
        assertThat(page.locator("#announced")).containsText("Updated: ");
        assertThat(head).isFocused();
        page.locator("[data-chip=Channel] a").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-chip=Channel]")).hasCount(0);
        assertThat(page.locator("[data-chip=Issue] a")).isFocused();
        assertThat(page.locator("#announced")).containsText("filtered by Issue: Sales");
        page.locator("[data-nav=dashboard]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#dashboard")).isVisible();
        assertThat(page.locator("[data-nav=dashboard]")).isFocused();
        assertThat(page.locator("#announced")).hasText("Dashboard · Issue: Sales · CDH Dashboard");
    }

    @Test
    void theSeriesOfAChartAndTheTableAreAFewKeysAway() {
        window.go("/reports/daily_ctr");
        window.awaitCharts();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to chart")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".series button").first()).isFocused();
        page.getByText("Skip to table").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#data")).isFocused();
        window.go("/assistant");
        assertThat(page.getByText("Skip to chart")).isHidden();
    }

    @Test
    void aReportThatIsBeingSavedSaysSo() {
        window.go("/reports/daily_ctr");
        page.route(url -> url.contains("/configuration/"), unanswered -> {});
        page.getByText("Save as report").click();
        assertThat(page.locator("#take [aria-busy=true]")).hasText("Saving…");
        assertThat(page.locator("#announced")).hasText("Saving…");
    }

    /** Where a button stood, another may stand on the next page, such as one that deletes. */
    @Test
    void aReportThatWasSavedIsNamedNext() {
        window.go("/reports/daily_lift?y=Lift_Z_Score");
        page.getByText("Save as report").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[id='field-reports.daily_lift_2.description']"))
                .isFocused();
        assertThat(page.locator("#editor-notice"))
                .hasText(
                        "The new report \"daily_lift_2\" is saved in this draft. \"Review and apply\" makes it appear among the"
                                + " reports.");
        page.locator(".draft-actions > a").first().focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/configuration/history$"));
        assertThat(page.locator("h1")).isFocused();
    }

    @Test
    void everythingThatHasTheFocusShowsIt() {
        window.go("/reports/daily_ctr?filter.Channel=Web");
        for (int stop = 0; stop < 40; stop++) {
            page.keyboard().press("Tab");
            Object ring = page.evaluate(
                    "() => { const style = getComputedStyle(document.activeElement);"
                            + " return style.outlineStyle + ' ' + style.outlineWidth + ' ' + document.activeElement.outerHTML.slice(0, 80); }");
            assertThat(ring.toString()).startsWith("solid 2px");
        }
    }

    @Test
    void aDarkPageIsPrintedLightWholeAndWithItsFilters() {
        window.go("/dashboard?filter.Channel=Web&theme=dark");
        page.evaluate("() => { window.print = () => document.documentElement.classList.add('asked-to-print'); }");
        page.locator("[data-print]").click();
        assertThat(page.locator("html.asked-to-print")).isAttached();
        int charts = page.locator("[data-chart]").count();
        assertThat(page.locator("[data-chart] .plot > .plot-container")).hasCount(charts);
        page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))");
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "light");
        assertThat(page.locator(".printed")).containsText("Channel: Web");
        assertThat(page.locator(".rail")).isHidden();
        page.evaluate(CHARTS_FIT);
        page.evaluate("() => window.dispatchEvent(new Event('afterprint'))");
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
        assertThat(page.locator(".rail")).isVisible();
    }

    @Test
    void headsAndFirstColumnOfATableStayAndMoreColumnsAreHintedAt() {
        window.go("/reports/daily_ctr");
        Locator box = page.locator(".table-scroll");
        assertThat(page.locator("#data thead th")).containsText(new String[] {"Day", "Channel", "Click-through rate"});
        assertThat(page.locator(".table-frame.more-right")).isVisible();
        box.evaluate("box => box.scrollTo(200, 300)");
        assertThat(page.locator(".table-frame.more-left")).isVisible();
        assertThat(box.evaluate("box => { const at = box.getBoundingClientRect();"
                        + " const head = box.querySelector('thead th').getBoundingClientRect();"
                        + " return [Math.round(head.top - at.top), Math.round(head.left - at.left)]; }"))
                .isEqualTo(List.of(0, 0));
    }

    @Test
    void accentsNeedNotBeTyped() {
        window.go("/dashboard");
        assertThat(page.evaluate(
                        "() => [['Café', 'cafe'], ['İzmir', 'izmir'], ['ISPARTA ısı', 'isi'], ['Straße', 'strasse'], ['Łódź', 'lodz']]"
                                + ".filter(([text, typed]) => !window.searching.plain(text).includes(typed))"))
                .isEqualTo(List.of());
        page.locator("[data-nav=reports]").click();
        page.locator("#menu-search").fill("ÇLICK");
        Locator found = page.locator("#menu .menu-item:visible");
        assertThat(found.first()).containsText("lick");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(found.nth(1)).isFocused();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("#menu-search")).isFocused();
        String first = found.first().getAttribute("data-report");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/reports/" + first + "$"));
    }
}
