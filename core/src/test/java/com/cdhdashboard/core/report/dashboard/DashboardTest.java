package com.cdhdashboard.core.report.dashboard;

import static com.cdhdashboard.core.report.TestingReports.date;
import static com.cdhdashboard.core.report.TestingReports.day;
import static com.cdhdashboard.core.report.TestingReports.in;
import static com.cdhdashboard.core.report.TestingReports.json;
import static com.cdhdashboard.core.report.TestingReports.reports;
import static com.cdhdashboard.core.report.TestingReports.text;
import static com.cdhdashboard.core.report.TestingReports.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.report.DashboardView;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.TestingReports.Conversion;
import com.cdhdashboard.core.report.TestingReports.Engagement;
import com.cdhdashboard.core.report.configured.ConfiguredReports;
import java.util.List;
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
                        Optional.of("Dec 2024 against Nov 2024"),
                        Optional.of("3 Dec 2024 – 4 Dec 2024 against 1 Dec 2024 – 2 Dec 2024"),
                        Optional.of("Dec 2024 against Nov 2024"));
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
                .contains("10 Dec 2024 – 8 Jan 2025 against 10 Nov 2024 – 9 Dec 2024, within chance");
        assertThat(card.change()).contains("0\u00a0pp");
        assertThat(card.better()).isEmpty();
    }

    @Test
    void theSparklineFollowsDaysOfAShortTimeAndMonthsOfALongOne() {
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
                .containsExactly("2024-06-01", "2024-12-01");
        assertThat(json(dashboard().cards().get(2).sparkline().orElseThrow())
                        .at("/data/0/type")
                        .asText())
                .isEqualTo("bar");
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
