package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one points at leads deeper: by mouse, by touch, by keyboard, and back. */
@ExtendWith(OnceForAll.class)
class DeeperInBrowserTest {
    private static final String BARS = "/reports/daily_ctr?x=Channel&color=CustomerType&form=bar";

    private Chromium browser;
    private Demo demo;
    private Window window;
    private Page page;

    @BeforeEach
    void open(Chromium chromium, Demo shared) {
        browser = chromium;
        demo = shared;
        window = chromium.open(demo.url());
        page = window.page();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static Locator menu(Page page) {
        return page.locator("#deeper:popover-open");
    }

    /** A chart leads somewhere once it is drawn to its end. */
    private static void await(Page page) {
        assertThat(page.locator("#report [data-deeper] .plot .main-svg").first())
                .isAttached();
    }

    private static BoundingBox middleOf(Locator mark) {
        mark.scrollIntoViewIfNeeded();
        BoundingBox box = mark.boundingBox();
        box.x += box.width / 2;
        box.y += box.height / 2;
        return box;
    }

    @Test
    void aBarLeadsToItsRowsAndBack() {
        window.go(BARS);
        await(page);
        // The first series has a bar without height, as nobody of it answered a call.
        BoundingBox bar = middleOf(
                page.locator("#report .bars").nth(1).locator(".point path").first());
        page.mouse().click(bar.x, bar.y);
        assertThat(menu(page).locator("p")).hasText("Customer type: Known · Channel: Call Center");
        assertThat(menu(page).locator("a")).containsText(new String[] {
            "Only this", "Only Known", "Only Call Center", "Without Known", "Without Call Center", "By "
        });
        menu(page).getByText("Only this").click();
        assertThat(page).hasURL(Pattern.compile("form=bar&filter.CustomerType=Known&filter.Channel=Call\\+Center$"));
        assertThat(page.locator("#data-count")).hasText("1 row");
        page.goBack();
        assertThat(page).hasURL(demo.url() + BARS);
        assertThat(page.locator("[data-chip=Channel]")).hasCount(0);
    }

    /** Leaving one out of those that are asked for must not bring back any other. */
    @Test
    void withoutOneOfTwoTheOtherStays() {
        window.go(BARS + "&filter.Channel=Web&filter.Channel=Call+Center");
        await(page);
        page.locator("#data tbody a.deeper-link[data-dimension=Channel][data-drill=Web]")
                .first()
                .click();
        menu(page).getByText("Without Web").click();
        assertThat(page).hasURL(demo.url() + BARS + "&filter.Channel=Call+Center");
    }

    @Test
    void areasCellsAndDialsLeadDeeperToo() {
        window.go("/reports/ctr_map");
        await(page);
        BoundingBox area = middleOf(
                page.locator("#report .treemaplayer .slice path.surface").nth(3));
        page.mouse().click(area.x, area.y);
        assertThat(menu(page).locator("p")).containsText("Channel: ");
        page.keyboard().press("Escape");
        assertThat(menu(page)).hasCount(0);

        window.go("/reports/ctr_targets");
        await(page);
        BoundingBox dial =
                middleOf(page.locator("#report .indicatorlayer .trace .angular").first());
        page.mouse().click(dial.x, dial.y);
        assertThat(menu(page).locator("p")).hasText(Pattern.compile("Channel: .+ · Placement type: .+"));
    }

    /** Small charts and arms are conditions like any other. */
    @Test
    void aComparisonInASmallChartLeadsToItsArms() {
        window.go("/reports/experiment_odds");
        await(page);
        BoundingBox mark = middleOf(page.locator("#report .scatterlayer .point").first());
        page.mouse().click(mark.x, mark.y);
        assertThat(menu(page).locator("p"))
                .hasText(Pattern.compile("Channel: .+ · Experiment name: .+ · Experiment group: .+ against Control"));
        menu(page).getByText("Only this").click();
        assertThat(page)
                .hasURL(
                        Pattern.compile(
                                "\\?filter.Channel=[^&]+&filter.ExperimentName=[^&]+&filter.ExperimentGroup=[^&]+&filter.ExperimentGroup=[^&]+$"));
        assertThat(page.locator("#data-count")).hasText("1 row");
        page.goBack();
        assertThat(page).hasURL(demo.url() + "/reports/experiment_odds");
    }

    @Test
    void segmentsOfCustomersLeadToTheirCustomers() {
        window.go("/clv/clv_segments");
        await(page);
        BoundingBox area = middleOf(
                page.locator("#report .treemaplayer .slice path.surface").nth(2));
        page.mouse().click(area.x, area.y);
        assertThat(menu(page).locator("p")).hasText(Pattern.compile("RFM segment: .+ · Control group: .+"));
        menu(page).getByText("Only this").click();
        assertThat(page).hasURL(Pattern.compile("\\?filter.rfm_segment=[^&]+&filter.ControlGroup=[^&]+$"));
        assertThat(page.locator("#data-count")).hasText("1 row");

        window.go("/clv/clv_prediction?measure=lifetime_value");
        await(page);
        Locator bar = page.locator(".series button").first();
        bar.focus();
        page.keyboard().press("Enter");
        assertThat(menu(page).locator("a").first()).hasText("Only " + bar.textContent());

        window.go("/clv/clv_correlation");
        await(page);
        BoundingBox matrix = page.locator("#report .heatmaplayer image").boundingBox();
        page.mouse().click(matrix.x + matrix.width * 0.1, matrix.y + matrix.height * 0.5);
        menu(page).getByText("Frequency and Monetary value as points").click();
        assertThat(page).hasURL(demo.url() + "/clv/clv_correlation?view=scatter&x=frequency&y=monetary_value");
    }

    @Test
    void onATelephoneATapOpensTheMenu() {
        try (Window telephone = browser.openSmall(demo.url())) {
            Page small = telephone.go("/reports/conversion_by_customer");
            await(small);
            BoundingBox cell =
                    middleOf(small.locator("#report .heatmaplayer image").first());
            small.touchscreen().tap(cell.x, cell.y);
            assertThat(menu(small).locator("a").first()).hasText("Only this");
            menu(small).getByText("Only this").click();
            assertThat(small).hasURL(Pattern.compile("filter.CustomerType=[^&]+&filter.Group=[^&]+$"));
        }
    }

    @Test
    void withoutAMouseSeriesAndRowsLeadDeeper() {
        window.go(BARS);
        await(page);
        Locator series = page.locator(".series button").first();
        series.focus();
        page.keyboard().press("Enter");
        assertThat(menu(page).locator("a").first()).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(menu(page).locator("a").nth(1)).isFocused();
        page.keyboard().press("Escape");
        assertThat(series).isFocused();
        page.keyboard().press("Space");
        assertThat(page.locator("#report .legend .traces").first())
                .hasAttribute("style", Pattern.compile("opacity: 0.5"));
        assertThat(series).hasAttribute("aria-pressed", "false");
        assertThat(page.locator(".series button").nth(1)).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#announced")).hasText(series.textContent() + " hidden");
        page.keyboard().press("Space");
        assertThat(series).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#announced")).hasText(series.textContent() + " shown");

        Locator name = page.locator("#data tbody a.deeper-link").first();
        name.focus();
        page.keyboard().press("Enter");
        assertThat(menu(page).locator("a").first()).hasText("Only this");
        page.keyboard().press("Enter");
        assertThat(page.locator("#data-count")).hasText("1 row");
    }

    @Test
    void whoeverChoosesByKeyboardStaysInTheReport() {
        window.go(BARS);
        await(page);
        Locator series = page.locator(".series button").last();
        String name = series.textContent();
        series.focus();
        page.keyboard().press("Enter");
        assertThat(menu(page).locator("a").first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-chip=CustomerType]")).isVisible();
        assertThat(page.locator(".series :focus")).hasText(name);
        page.goBack();
        assertThat(page.locator("[data-chip=CustomerType]")).hasCount(0);
        assertThat(page.locator(".series button")).hasCount(4);
        assertThat(page.locator(".series :focus")).hasText(name);
    }

    @Test
    void cardsAndChartsOfTheDashboardLeadToTheirReports() {
        window.go("/dashboard?period=last28&filter.Channel=Web");
        page.locator("[data-card='Click-through rate'] h3 a").click();
        assertThat(page).hasURL(demo.url() + "/reports/daily_ctr?period=last28&filter.Channel=Web");
        page.waitForResponse(
                response -> response.url().contains("/reports/daily_ctr"),
                () -> page.locator("[data-card=Web] h3 a").click());
        assertThat(page).hasURL(demo.url() + "/reports/daily_ctr?period=last28&filter.Channel=Web");
        page.goBack();
        page.goBack();
        page.locator("article:has(h2:text('Feedback loop')) .card-link").click();
        assertThat(page).hasURL(demo.url() + "/reports/outcome_funnel?period=last28&filter.Channel=Web");
    }
}
