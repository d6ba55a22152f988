package com.cdhdashboard.app.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which days count is said in one place, for every page, file and answer. */
@ExtendWith(OnceForAll.class)
class PeriodInBrowserTest {
    private static final String BEYOND =
            "The metric \"descriptive\" is not counted by day, so the period does not narrow it; all days are shown.";

    private HttpApi api;
    private Window window;
    private Page page;

    @BeforeEach
    void open(Chromium browser, Demo demo) {
        api = new HttpApi(demo.url());
        window = browser.open(demo.url());
        page = window.page();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Locator chip() {
        return page.locator("[data-chip=Period]");
    }

    @Test
    void aPresetFollowsTheReaderFromPageToPageAndBack() {
        window.go("/dashboard");
        assertThat(page.locator("#period summary")).hasText("Period: All days");
        String all = page.locator("[data-card] .kpi-value").first().textContent();
        page.locator("#period summary").click();
        assertThat(page.locator(".presets span").first()).hasText("25–31 Oct 2026");
        page.getByText("Last 7 days").click();
        assertThat(page).hasURL(Pattern.compile("/dashboard\\?period=last7$"));
        assertThat(page.locator("#period")).not().hasAttribute("open", "");
        assertThat(chip()).containsText("Last 7 days, 25–31 Oct 2026");
        assertThat(page.locator("[data-card] .kpi-value").first()).not().hasText(all);
        assertThat(page.locator("article:has(h2:text('Feedback loop')) .notes")).containsText(BEYOND);
        page.locator("[data-nav=home]").click();
        assertThat(page.locator("#home")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/$"));
        assertThat(page.locator("[data-nav=clv]")).hasAttribute("href", "/clv?period=last7");
        page.locator("[data-nav=dashboard]").click();
        assertThat(page).hasURL(Pattern.compile("/dashboard\\?period=last7$"));

        page.locator("[data-nav=reports]").click();
        page.locator("a[data-report=daily_ctr]").click();
        assertThat(page).hasURL(Pattern.compile("/reports/daily_ctr\\?period=last7$"));
        assertThat(page.locator("#data-count")).hasText("28 rows");
        page.locator("[data-nav=clv]").click();
        assertThat(page).hasURL(Pattern.compile("/clv/[^?]+\\?period=last7$"));
        assertThat(page.locator("#answer .notes").last())
                .containsText("so the period does not narrow them; all are shown.");
        window.go("/clv?filter.ControlGroup=Test&period=last7");
        assertThat(page).hasURL(Pattern.compile("/clv/[^?]+\\?period=last7&filter.ControlGroup=Test$"));
        window.go("/reports/daily_ctr?period=last7&filter.Channel=Web&sort=-CTR_Low");
        page.locator("#control-color").selectOption("Month");
        assertThat(page).hasURL(Pattern.compile("\\?period=last7&filter.Channel=Web&color=Month&sort=-CTR_Low$"));
        page.locator("[data-nav=clv]").click();
        assertThat(page).hasURL(Pattern.compile("/clv/[^?]+\\?period=last7&filter.ControlGroup=Test$"));
        page.locator("[data-nav=dashboard]").click();
        assertThat(page).hasURL(Pattern.compile("/dashboard\\?period=last7&filter.Channel=Web$"));
        window.go("/reports/daily_ctr?period=last7");
        assertThat(page.locator("#data-count")).hasText("28 rows");
        chip().locator("a").click();
        assertThat(page).hasURL(Pattern.compile("/reports/daily_ctr$"));
        assertThat(chip()).hasCount(0);
    }

    @Test
    void daysOfOnesOwnTakeThePlaceOfAPresetAndMayBeSaidInAnyOrder() {
        window.go("/reports/daily_ctr?period=last28");
        page.locator("#period summary").click();
        page.locator("#period-from").fill("2026-10-20");
        assertThat(page).hasURL(Pattern.compile("/reports/daily_ctr\\?filter.Day.from=2026-10-20$"));
        page.locator("#period-to").fill("2026-10-18");
        assertThat(page).hasURL(Pattern.compile("from=2026-10-20&filter.Day.to=2026-10-18$"));
        assertThat(chip()).containsText("18–20 Oct 2026");
        assertThat(page.locator("#report .notes").first())
                .containsText("The period was said with its last day first. It is taken as 18–20 Oct 2026.");
        assertThat(page.locator("#period-notes"))
                .hasText("The period was said with its last day first. It is taken as 18–20 Oct 2026.");
        assertThat(page.locator("#period-notes")).isVisible();
        assertThat(page.locator("#period-from")).hasValue("2026-10-18");
        assertThat(page.locator("#period-to")).hasValue("2026-10-20");
        assertThat(page.locator("#data-count")).hasText("12 rows");
        page.locator(".presets a", new Page.LocatorOptions().setHasText("Month to date"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/reports/daily_ctr\\?period=month$"));
        assertThat(page.locator("#period-from")).hasValue("");
    }

    /** The table of the page, its files and the API tell the same rows. */
    @Test
    void filesAndProgramsAreToldTheSameDays() throws IOException, InterruptedException {
        for (String period : List.of("period=last7", "filter.Day.from=2026-10-31&filter.Day.to=2026-10-25")) {
            JsonNode twin = api.json("/reports/daily_ctr.json?" + period);
            assertThat(twin.get("rows"))
                    .isEqualTo(api.json("/api/v1/reports/daily_ctr?" + period).get("rows"));
            List<String> days = new ArrayList<>();
            twin.get("rows").forEach(row -> days.add(row.get("Day").textValue()));
            assertThat(days.stream().distinct().toList())
                    .containsExactly(
                            "2026-10-25",
                            "2026-10-26",
                            "2026-10-27",
                            "2026-10-28",
                            "2026-10-29",
                            "2026-10-30",
                            "2026-10-31");
            String csv = api.get("/reports/daily_ctr.csv?" + period).body();
            assertThat(csv.lines().skip(1).map(line -> line.substring(0, 10)).toList())
                    .isEqualTo(days);
            assertThat(api.page("/reports/daily_ctr?" + period)
                            .select("[data-chart]")
                            .attr("data-picture"))
                    .isEqualTo("daily-click-through-rate-2026-10-25-to-2026-10-31");
            assertThat(api.page("/reports/daily_ctr?" + period)
                            .select("#data-count")
                            .text())
                    .isEqualTo(days.size() + " rows");
        }
    }

    @Test
    void whatAPeriodDoesNotNarrowIsSaidToProgramsToo() throws IOException, InterruptedException {
        assertThat(api.json("/reports/daily_ctr.json?period=lastmonth")
                        .get("notes")
                        .toString())
                .contains("The data reach from 12 Oct 2026 to 31 Oct 2026; they hold nothing of 1–30 Sep 2026.");
        assertThat(api.get("/reports/propensity_trend.csv?period=last7")
                        .headers()
                        .firstValue("X-Notes"))
                .hasValueSatisfying(notes -> assertThat(notes).contains("is not counted by day"));
        assertThat(api.json("/api/v1/reports/propensity_trend?filter.Day.from=2026-10-01")
                        .get("rows"))
                .isEqualTo(api.json("/api/v1/reports/propensity_trend?filter.Month=2026-10")
                        .get("rows"));
        assertThat(api.get("/api/v1/metrics/clv?period=last7").body())
                .contains("no period narrows them; leave out period");
    }

    @Test
    void twoPeriodsAreComparedFromTheControlOfThePeriod() {
        window.go("/reports/daily_ctr?color=");
        page.locator("#period summary").click();
        assertThat(page.locator(".compare .help")).hasText("Choose a period first. All days have none before them.");
        page.getByText("Last 7 days").click();
        page.locator("#period summary").click();
        page.getByText("The period before").click();
        assertThat(page).hasURL(Pattern.compile("/reports/daily_ctr\\?color=&period=last7&compare=previous$"));
        assertThat(page.locator("[data-chip='Compared with']")).containsText("18–24 Oct 2026");
        assertThat(page.locator("#data thead th")).containsText(new String[] {"Day of period", "Period"});
        assertThat(page.locator("#data-count")).hasText("14 rows");

        page.locator("[data-nav=dashboard]").click();
        assertThat(page).hasURL(Pattern.compile("/dashboard\\?period=last7&compare=previous$"));
        assertThat(page.locator("[data-card]").first()).containsText("for 18–24 Oct 2026");
        page.locator("#period summary").click();
        page.locator("#compare-from").fill("2026-10-12");
        assertThat(page).hasURL(Pattern.compile("/dashboard\\?period=last7&compare.from=2026-10-12$"));
        assertThat(page.locator("[data-chip='Compared with']")).containsText("12–18 Oct 2026");
        page.locator("[data-chip='Compared with'] a").click();
        assertThat(page).hasURL(Pattern.compile("/dashboard\\?period=last7$"));
    }

    @Test
    void programsAreToldBothPeriods() throws IOException, InterruptedException {
        String both = "/api/v1/metrics/engagement?period=last7&compare.from=2026-10-12&group_by=Channel";
        List<JsonNode> shown = new ArrayList<>();
        List<JsonNode> other = new ArrayList<>();
        for (JsonNode row : api.json(both)) {
            String period = ((ObjectNode) row).remove("Period").textValue();
            (period.equals("2026-10-25..2026-10-31") ? shown : other).add(row);
        }
        assertThat(shown)
                .containsExactlyElementsOf(api.json("/api/v1/metrics/engagement?period=last7&group_by=Channel"));
        assertThat(other)
                .containsExactlyElementsOf(
                        api.json(
                                "/api/v1/metrics/engagement?filter.Day.from=2026-10-12&filter.Day.to=2026-10-18&group_by=Channel"));
    }
}
