package com.cdhdashboard.core.report.dashboard;

import static com.cdhdashboard.core.report.TestingReports.date;
import static com.cdhdashboard.core.report.TestingReports.day;
import static com.cdhdashboard.core.report.TestingReports.draw;
import static com.cdhdashboard.core.report.TestingReports.in;
import static com.cdhdashboard.core.report.TestingReports.json;
import static com.cdhdashboard.core.report.TestingReports.report;
import static com.cdhdashboard.core.report.TestingReports.reports;
import static com.cdhdashboard.core.report.TestingReports.text;
import static com.cdhdashboard.core.report.TestingReports.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.DashboardRequest;
import com.cdhdashboard.core.report.DashboardView;
import com.cdhdashboard.core.report.InMemoryCubes;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.TestingReports.Conversion;
import com.cdhdashboard.core.report.TestingReports.Engagement;
import com.cdhdashboard.core.report.configured.ConfiguredReports;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DashboardTest {
    private final Engagement engagement = new Engagement(day(), text("Month"), text("Channel"))
            .arms(new long[] {20, 1000}, new long[] {10, 1000}, date("2024-12-01"), "2024-12", "Web")
            .arms(new long[] {40, 1000}, new long[] {20, 1000}, date("2024-12-04"), "2024-12", "Web");

    private final Conversion conversion = new Conversion(text("Month"), text("Channel"))
            .cell(10, 1000, 1_000_000.0, 8.0, "2024-11", "Web")
            .cell(30, 1000, 1_500_000.0, 12.0, "2024-12", "Web");

    @Test
    void theCardsStandInOrderWithValueSecondaryAndChange() {
        assertThat(dashboard().cards())
                .extracting(KpiCard::title, KpiCard::value, KpiCard::secondary, KpiCard::change, KpiCard::better)
                .containsExactly(
                        tuple(
                                "Conversion rate",
                                "2.0\u00a0%",
                                Optional.of("Revenue 2,500,000"),
                                Optional.of("+2.0\u00a0pp"),
                                Optional.of(true)),
                        tuple(
                                "Click-through rate",
                                "2.3\u00a0%",
                                Optional.of("Lift 100\u00a0%, p = 0.001"),
                                Optional.of("+1.5\u00a0pp"),
                                Optional.of(true)),
                        tuple(
                                "Conversions",
                                "20",
                                Optional.of("Average touchpoints 2"),
                                Optional.of("+50.0\u00a0%"),
                                Optional.empty()));
    }

    @Test
    void theChangeSaysWhichPeriodsItCompares() {
        assertThat(dashboard().cards())
                .extracting(KpiCard::changeMeans)
                .containsExactly(
                        Optional.of("3.0\u00a0% in Dec 2024, 1.0\u00a0% in Nov 2024; 2.0\u00a0% in all 2 months"),
                        Optional.of("3.0\u00a0% in the last 2 days, 1.5\u00a0% before; 2.3\u00a0% in all 4" + " days"),
                        Optional.of("12 in Dec 2024, 8 in Nov 2024; 20 in all 2 months"));
        assertThat(dashboard().cards().get(1).definition()).endsWith(" Compared: 3–4 Dec 2024 against 1–2 Dec 2024.");
    }

    @Test
    void theLatestPeriodIsThirtyDaysWhereTheDataAreLongEnough() {
        Engagement data = new Engagement(day());
        for (int i = 0; i < 100; i++) {
            data.cell(1, 10, date("2024-10-01").plusDays(i));
        }

        KpiCard card = reports(data.cubes(), List.of(data.config()))
                .dashboard(List.of())
                .cards()
                .get(0);

        assertThat(card.changeMeans())
                .contains("10\u00a0% in the last 30 days, 10\u00a0% before, within chance; 10.0\u00a0% in"
                        + " all 100 days");
        assertThat(card.definition()).endsWith(" Compared: 10 Dec 2024 – 8 Jan 2025 against 10 Nov – 9 Dec 2024.");
        assertThat(card.change()).contains("0\u00a0pp");
        assertThat(card.better()).isEmpty();
    }

    @Test
    void theSparklineFollowsDaysOfAShortTimeAndWeeksOfALongerOne() {
        KpiCard rate = dashboard().cards().get(1);
        assertThat(texts(json(rate.sparkline().orElseThrow()).at("/data/0/x")))
                .containsExactly("2024-12-01", "2024-12-04");

        Engagement data = new Engagement(day(), text("Month"))
                .cell(1, 10, date("2024-06-01"), "2024-06")
                .cell(1, 10, date("2024-12-01"), "2024-12");
        KpiCard longer = reports(data.cubes(), List.of(data.config()))
                .dashboard(List.of())
                .cards()
                .get(0);
        assertThat(texts(json(longer.sparkline().orElseThrow()).at("/data/0/x")))
                .containsExactly("2024-05-27", "2024-11-25");
        assertThat(json(dashboard().cards().get(2).sparkline().orElseThrow())
                        .at("/data/0/type")
                        .asText())
                .isEqualTo("bar");
    }

    @Test
    void aPeriodThatIsChosenIsComparedWithTheOneBeforeIt() {
        Engagement data = new Engagement(day());
        for (int i = 0; i < 60; i++) {
            data.cell(i < 50 ? 50 : 100, 1000, date("2024-12-01").plusDays(i));
        }
        ConfiguredReports reports = reports(data.cubes(), List.of(data.config()));

        KpiCard late = reports.dashboard(List.of(days("2025-01-20", "2025-01-29")))
                .cards()
                .get(0);
        KpiCard early = reports.dashboard(List.of(days("2024-12-03", "2024-12-12")))
                .cards()
                .get(0);

        assertThat(late.value()).isEqualTo("10.0\u00a0%");
        assertThat(late.change()).contains("+5.0\u00a0pp");
        assertThat(late.changeMeans()).contains("against 5.0\u00a0% in the 10 days before");
        assertThat(late.definition()).endsWith(" Compared: 20–29 Jan 2025 against 10–19 Jan 2025.");
        // The data begin two days before: too late for ten days to compare with.
        assertThat(early.changeMeans().orElseThrow())
                .isEqualTo("5.0\u00a0% in the last 5 days, 5.0\u00a0% before, within chance; 5.0\u00a0% in"
                        + " all 10 days");
    }

    /** What is compared is what is shown. */
    @Test
    void aDayThatIsLeftOutIsInNeitherPeriod() {
        Engagement data = new Engagement(day());
        for (int i = 0; i < 20; i++) {
            data.cell(
                    i == 5 || i == 15 ? 900 : i < 10 ? 50 : 100,
                    1000,
                    date("2025-01-01").plusDays(i));
        }
        List<Optional<String>> odd = List.of(Optional.of("2025-01-06"), Optional.of("2025-01-16"));

        KpiCard card = reports(data.cubes(), List.of(data.config()))
                .dashboard(List.of(new Filter.In("Day", odd, true), days("2025-01-11", "2025-01-20")))
                .cards()
                .get(0);

        assertThat(card.value()).isEqualTo("10.0\u00a0%");
        assertThat(card.change()).contains("+5.0\u00a0pp");
    }

    private static Filter days(String from, String to) {
        return new Filter.Range("Day", Optional.of(from), Optional.of(to));
    }

    @Test
    void sixtyNoisyDaysAreDrawnByWeekUntilTheReaderAsksForDays() {
        Engagement data = new Engagement(day(), text("Channel"));
        for (int i = 0; i < 60; i++) {
            data.cell(5, 200, date("2024-12-02").plusDays(i), "Web");
        }
        ConfiguredReports reports = reports(data.cubes(), List.of(data.config()));

        ReportView suited = reports.dashboard(List.of()).charts().get(0);
        ReportView asked = reports.dashboard(new DashboardRequest(List.of(), Optional.of("Day"), Optional.empty()))
                .charts()
                .get(0);

        assertThat(suited.title()).isEqualTo("Click-through rate by Channel, by week");
        assertThat(suited.table().rows()).hasSize(9);
        assertThat(suited.table().rows().get(0).get(0)).isEqualTo(date("2024-12-02"));
        assertThat(json(suited).at("/layout/xaxis/title/text").asText()).isEqualTo("Week");
        assertThat(json(suited).at("/data/1/hovertext/0").asText())
                .isEqualTo("<b>Web</b>: 2.5\u00a0% (1.8 to 3.5\u00a0%), n = 1,400");
        assertThat(suited.controls()).extracting(Control::name, Control::chosen).containsExactly(tuple("step", ""));
        assertThat(suited.controls().get(0).options())
                .extracting(Control.Option::value)
                .containsExactly("", "Day", "Week", "Month", "Quarter", "Year");
        assertThat(asked.title()).isEqualTo("Click-through rate by Channel");
        assertThat(asked.table().rows()).hasSize(60);
        assertThat(asked.controls().get(0).chosen()).isEqualTo("Day");
    }

    @Test
    void aFreeChartWithoutAnAxisGoesByTheStepThatSuitsTheData() {
        Engagement data = new Engagement(day());
        for (int i = 0; i < 60; i++) {
            data.cell(5, 200, date("2024-12-02").plusDays(i));
        }

        assertThat(draw(data, report("engagement", "generic")).table().rows()).hasSize(9);
        assertThat(draw(data, report("engagement", "generic", "x", "Day"))
                        .table()
                        .rows())
                .hasSize(60);
    }

    @Test
    void conversionsInPartsAreExplained() {
        Conversion whole = new Conversion(text("Channel")).cell(3, 10, 1.0, 2.0, "Web");
        Conversion parts =
                new Conversion(text("Channel")).cell(3, 10, 1.0, 1.5, "Web").cell(3, 10, 1.0, 1.0, "Email");
        String note = "Conversions have fractions where an event with several touchpoints is shared equally among them"
                + " (linear attribution), so that a group holds a part of it.";

        assertThat(reports(whole.addTo(new InMemoryCubes()), List.of(whole.config()))
                        .dashboard(List.of())
                        .notes())
                .isEmpty();
        assertThat(reports(parts.addTo(new InMemoryCubes()), List.of(parts.config()))
                        .dashboard(List.of())
                        .notes())
                .containsExactly(note);
        ConfiguredReports reports = reports(
                parts.addTo(new InMemoryCubes()),
                List.of(parts.config()),
                report("conversion", "line", "x", "Channel", "y", "Conversions"));
        assertThat(reports.view(new ReportRequest("r", Map.of(), List.of())).notes())
                .contains(note);
    }

    @Test
    void aSparklineOfChanceLooksSmall() {
        Engagement data = new Engagement(day());
        for (int i = 0; i < 30; i++) {
            data.cell(100 + i % 3, 1000, date("2024-12-01").plusDays(i));
        }

        JsonNode range = json(reports(data.cubes(), List.of(data.config()))
                        .dashboard(List.of())
                        .cards()
                        .get(0)
                        .sparkline()
                        .orElseThrow())
                .at("/layout/yaxis/range");

        // Values lie between 10 and 10.2 %; half an interval is 1.9 %.
        assertThat(range.get(0).asDouble()).isBetween(0.08, 0.082);
        assertThat(range.get(1).asDouble()).isBetween(0.12, 0.122);
    }

    @Test
    void withoutATimeThereIsNoChangeAndTheReasonIsSaid() {
        Engagement data = new Engagement(text("Channel")).cell(1, 10, "Web");

        DashboardView view = reports(data.cubes(), List.of(data.config())).dashboard(List.of());

        assertThat(view.cards().get(0).change()).isEmpty();
        assertThat(view.cards().get(0).changeMeans())
                .contains("No change: the metric has neither Day nor Month in its group_by.");
        assertThat(view.cards().get(0).secondary()).contains("Lift – (needs a test and a control arm)");
        assertThat(view.charts().get(0).reason())
                .contains("The metric \"engagement\" has no time in its group_by. Add Day, Month, Quarter or Year and"
                        + " import again.");
    }

    @Test
    void oneDayIsTooShortForAChange() {
        Engagement data = new Engagement(day()).cell(1, 10, date("2024-12-20"));

        assertThat(reports(data.cubes(), List.of(data.config()))
                        .dashboard(List.of())
                        .cards()
                        .get(0)
                        .changeMeans())
                .contains("No change: the data cover too short a time to compare two periods.");
    }

    @Test
    void eachCardHasItsOwnEmptyState() {
        ConfiguredReports reports = reports(engagement.cubes(), List.of(engagement.config(), conversion.config()));

        List<KpiCard> cards = reports.dashboard(List.of()).cards();

        assertThat(cards.get(0).value()).isEqualTo("–");
        assertThat(cards.get(0).reason().orElseThrow())
                .startsWith("The data hold nothing of the metric \"conversion\".");
        assertThat(cards.get(1).reason()).isEmpty();
    }

    @Test
    void filtersThatLeaveNothingAreSaidOnEachCardAndChart() {
        DashboardView view = both().dashboard(List.of(in("Channel", "Fax")));

        assertThat(view.cards())
                .extracting(KpiCard::reason)
                .containsOnly(Optional.of("No rows match: Channel = Fax. Clear or widen a filter."));
        assertThat(view.charts())
                .extracting(ReportView::reason)
                .containsOnly(Optional.of("No rows match: Channel = Fax. Clear or widen a filter."));
    }

    @Test
    void familiesThatAreNotConfiguredHaveNoCardsAndCharts() {
        DashboardView view =
                reports(engagement.cubes(), List.of(engagement.config())).dashboard(List.of());

        assertThat(view.cards()).extracting(KpiCard::title).containsExactly("Click-through rate");
        assertThat(view.charts()).hasSize(1);
    }

    @Test
    void theChartsUseTheFinestTimeAndTheFirstTextDimension() {
        List<ReportView> charts = dashboard().charts();

        assertThat(charts)
                .extracting(ReportView::title)
                .containsExactly("Click-through rate by Channel", "Conversion rate by Channel");
        assertThat(charts.get(0).table().columns().get(0).name()).isEqualTo("Day");
        assertThat(charts.get(1).table().columns().get(0).name()).isEqualTo("Month");
        assertThat(charts).allMatch(chart -> chart.figure().isPresent());
    }

    @Test
    void globalFiltersOfferWhatTheOtherFiltersLeave() {
        Engagement data = new Engagement(day(), text("Channel"))
                .cell(1, 10, date("2024-12-20"), "Web")
                .cell(1, 20, date("2024-12-21"), "Email")
                .cell(1, 30, date("2024-12-21"), (Object) null);
        ConfiguredReports reports = reports(data.cubes(), List.of(data.config()));

        assertThat(reports.globalFilters(List.of(in("Channel", "Web")))).hasSize(1);
        assertThat(reports.globalFilters(List.of(in("Channel", "Web"))).get(0).values())
                .containsExactly(new ValueCount("Email", 20), new ValueCount("Web", 10), new ValueCount(null, 30));
        assertThat(reports.globalFilters(List.of(in("Day", "2024-12-20")))
                        .get(0)
                        .values())
                .containsExactly(new ValueCount("Web", 10));
    }

    @Test
    void globalFiltersOfferValuesThatOnlyOneMetricHas() {
        Engagement other = new Engagement(text("Channel")).cell(1, 10, "Email");
        Conversion more =
                new Conversion(text("Channel")).cell(1, 5, 1.0, 1.0, "Web").cell(1, 7, 1.0, 1.0, "Email");
        ConfiguredReports reports = reports(more.addTo(other.cubes()), List.of(other.config(), more.config()));

        assertThat(reports.globalFilters(List.of()).get(0).values())
                .containsExactly(new ValueCount("Email", 10), new ValueCount("Web", 5));
    }

    @Test
    void aGlobalFilterThatNoDataHaveIsLeftOut() {
        Engagement data = new Engagement(day()).cell(1, 10, date("2024-12-20"));

        assertThat(reports(data.cubes(), List.of(data.config())).globalFilters(List.of()))
                .isEmpty();
    }

    private DashboardView dashboard() {
        return both().dashboard(List.of());
    }

    private ConfiguredReports both() {
        List<MetricConfig> metrics = List.of(engagement.config(), conversion.config());
        return reports(conversion.addTo(engagement.cubes()), metrics);
    }
}
