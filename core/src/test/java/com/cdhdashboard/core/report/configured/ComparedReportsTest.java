package com.cdhdashboard.core.report.configured;

import static com.cdhdashboard.core.report.TestingReports.date;
import static com.cdhdashboard.core.report.TestingReports.day;
import static com.cdhdashboard.core.report.TestingReports.in;
import static com.cdhdashboard.core.report.TestingReports.json;
import static com.cdhdashboard.core.report.TestingReports.report;
import static com.cdhdashboard.core.report.TestingReports.reports;
import static com.cdhdashboard.core.report.TestingReports.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.report.DashboardRequest;
import com.cdhdashboard.core.report.DashboardView;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.RowsBehind;
import com.cdhdashboard.core.report.TestingReports.Engagement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparedReportsTest {
    private static final Period SHOWN = Period.of(date("2024-12-03"), date("2024-12-04"));
    private static final Period OTHER = Period.of(date("2024-12-01"), date("2024-12-02"));
    private static final ComparedPeriods PERIODS = new ComparedPeriods(SHOWN, OTHER);

    private final Engagement data = new Engagement(day(), text("Channel"))
            .arms(new long[] {10, 100}, new long[] {10, 100}, date("2024-12-01"), "Web")
            .arms(new long[] {20, 100}, new long[] {20, 100}, date("2024-12-02"), "Web")
            .arms(new long[] {30, 100}, new long[] {30, 100}, date("2024-12-03"), "Web")
            .arms(new long[] {40, 100}, new long[] {40, 100}, date("2024-12-04"), "Web")
            .arms(new long[] {5, 100}, new long[] {5, 100}, date("2024-12-04"), "Email");

    private ConfiguredReports over(ReportConfig report) {
        return reports(data.cubes(), List.of(data.config()), report);
    }

    private static ReportRequest request() {
        return new ReportRequest("r", Map.of(), List.of(SHOWN.filter())).comparing(Optional.of(PERIODS));
    }

    private static List<List<Object>> groups(Table table) {
        List<List<Object>> groups = new ArrayList<>();
        int count = (int) table.columns().stream()
                .filter(column -> column.role() == Column.Role.DIMENSION)
                .count();
        table.rows().forEach(row -> groups.add(new ArrayList<>(row.subList(0, count))));
        return groups;
    }

    private static List<String> names(Table table) {
        return table.columns().stream()
                .filter(column -> column.role() == Column.Role.DIMENSION)
                .map(Column::name)
                .toList();
    }

    @Test
    void aLineOverTimeLaysBothPeriodsOverEachOther() {
        ReportView view = over(report("engagement", "line", "x", "Day", "y", "CTR", "form", "line"))
                .view(request());
        assertThat(names(view.table())).containsExactly("DayOfPeriod", "Period");
        assertThat(groups(view.table()))
                .containsExactly(
                        List.of(1L, "2024-12-01..2024-12-02"),
                        List.of(1L, "2024-12-03..2024-12-04"),
                        List.of(2L, "2024-12-01..2024-12-02"),
                        List.of(2L, "2024-12-03..2024-12-04"));
        List<String> lines = new ArrayList<>();
        List<String> hovers = new ArrayList<>();
        json(view).get("data").forEach(trace -> {
            if (trace.has("name")) {
                lines.add(trace.get("name").asText() + " "
                        + trace.get("line").get("dash").asText() + " " + trace.get("x"));
                hovers.add(trace.at("/hovertext/1").asText().replaceAll(":.*", ""));
            }
        });
        assertThat(lines).containsExactly("1–2 Dec 2024 dash [\"1\",\"2\"]", "3–4 Dec 2024 solid [\"1\",\"2\"]");
        assertThat(hovers).containsExactly("<b>1–2 Dec 2024</b>, 2 Dec 2024", "<b>3–4 Dec 2024</b>, 4 Dec 2024");
        assertThat(view.notes()).contains("Compared: 3–4 Dec 2024 against 1–2 Dec 2024.");
        assertThat(view.controls()).noneMatch(control -> control.chosen().equals("Period"));
    }

    @Test
    void whereTheColourIsTakenPeriodsStandSideBySideAndCardsCompareThem() {
        ReportView view = over(report("engagement", "line", "x", "Day", "y", "CTR", "color", "Channel"))
                .view(request());
        assertThat(names(view.table())).containsExactly("DayOfPeriod", "Period", "Channel");
        assertThat(view.notes())
                .contains(
                        "Compared: 3–4 Dec 2024 against 1–2 Dec 2024. They stand side by side, as the colour is taken;"
                                + " without a colour they share one chart.");
        assertThat(view.cards())
                .extracting(
                        KpiCard::title,
                        KpiCard::value,
                        card -> card.changeMeans().orElse(""))
                .containsExactly(
                        tuple("Email", "5\u00a0%", "against – for 1–2 Dec 2024"),
                        tuple("Web", "35\u00a0%", "against 15\u00a0% for 1–2 Dec 2024"));
        assertThat(view.cards().get(1).change()).contains("+20\u00a0pp");
    }

    @Test
    void aChartWithoutRoomShowsItsPeriodAndItsTableBoth() {
        ReportView view = over(report("engagement", "treemap", List.of("Channel"), "color", "CTR"))
                .view(request());
        assertThat(groups(view.table()))
                .containsExactly(
                        List.of("2024-12-01..2024-12-02", "Web"),
                        List.of("2024-12-03..2024-12-04", "Email"),
                        List.of("2024-12-03..2024-12-04", "Web"));
        assertThat(view.notes())
                .contains("The chart shows 3–4 Dec 2024 alone, as it has no free colour or facet for 1–2 Dec 2024; the"
                        + " table has both.");
    }

    @Test
    void aRowOfEitherPeriodTellsWhatIsBehindIt() {
        ConfiguredReports reports = over(report("engagement", "line", "x", "Day", "y", "CTR"));
        Table table = reports.view(request()).table();
        List<Object> counts = new ArrayList<>();
        table.rows().forEach(row -> {
            RowsBehind behind = reports.behind(request(), new Table(table.columns(), List.of(row)))
                    .orElseThrow();
            counts.add(behind.sums().rows().stream()
                    .mapToLong(sums ->
                            (Long) sums.get(behind.sums().indexOf("Positives").orElseThrow()))
                    .sum());
        });
        assertThat(counts).containsExactly(20L, 60L, 40L, 90L);
    }

    @Test
    void cardsAndChartsOfTheDashboardCompareWhatIsAskedFor() {
        DashboardView view = over(report("engagement", "line", "x", "Day", "y", "CTR"))
                .dashboard(new DashboardRequest(List.of(SHOWN.filter()), Optional.of("Day"), Optional.of(PERIODS)));
        assertThat(view.cards().get(0).changeMeans()).contains("against 15\u00a0% for 1–2 Dec 2024");
        assertThat(names(view.charts().get(0).table())).containsExactly("DayOfPeriod", "Period");
    }

    /** A place asks both periods for their own days; a period is then the only one. */
    @Test
    void aFilterMayAskForAPlaceOrForOneOfThePeriods() {
        ConfiguredReports reports = over(report("engagement", "line", "x", "Day", "y", "CTR"));
        ReportView second = reports.view(filtered(in("DayOfPeriod", "2")));
        assertThat(groups(second.table()))
                .containsExactly(List.of(2L, "2024-12-01..2024-12-02"), List.of(2L, "2024-12-03..2024-12-04"));
        assertThat(over(report("engagement", "line", "x", "Day", "y", "CTR", "color", "Channel"))
                        .view(filtered(in("DayOfPeriod", "2")))
                        .cards()
                        .get(1)
                        .changeMeans())
                .contains("against 20\u00a0% for 1–2 Dec 2024");
        ReportView alone = reports.view(filtered(in("Period", "2024-12-01..2024-12-02")));
        assertThat(groups(alone.table())).containsExactly(List.of(date("2024-12-01")), List.of(date("2024-12-02")));
        assertThat(alone.notes()).contains("Nothing is compared, as a filter asks for 1–2 Dec 2024 alone.");
    }

    private static ReportRequest filtered(Filter filter) {
        return new ReportRequest("r", Map.of(), List.of(SHOWN.filter(), filter)).comparing(Optional.of(PERIODS));
    }

    /** Sums of a month or week that a period holds in part would be read as a fall. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Month | Of 3–4 Dec 2024 the first and the last month are not whole: the data reach from 3 Dec 2024 to 4 Dec 2024. | Of 1–2 Dec 2024 the last month is not whole: the data reach from 1 Dec 2024 to 2 Dec 2024.",
                "Week | Of 3–4 Dec 2024 the last week is not whole: the data reach from 3 Dec 2024 to 4 Dec 2024. | Of 1–2 Dec 2024 the last week is not whole: the data reach from 1 Dec 2024 to 2 Dec 2024."
            })
    void whatIsNotWholeIsSaidOfEachPeriod(String step, String ofShown, String ofOther) {
        assertThat(over(report("engagement", "line", "x", step, "y", "Count"))
                        .view(request())
                        .notes())
                .contains(ofShown, ofOther);
    }

    @Test
    void onlyWhatIsDrawnIsSaidToBeSo() {
        Period before = Period.of(date("2024-11-01"), date("2024-11-02"));
        ReportRequest empty = new ReportRequest("r", Map.of(), List.of(SHOWN.filter()))
                .comparing(Optional.of(new ComparedPeriods(SHOWN, before)));
        assertThat(over(report("engagement", "line", "x", "Day", "y", "CTR", "color", "Channel"))
                        .view(empty)
                        .notes())
                .contains(
                        "Compared: 3–4 Dec 2024 against 1–2 Nov 2024. No rows match in 1–2 Nov 2024, so it is not drawn.");
    }

    @Test
    void dataThatCallAColumnAsAComparisonWouldAreNotCompared() {
        Engagement named = new Engagement(day(), text("Period"))
                .arms(new long[] {10, 100}, new long[] {10, 100}, date("2024-12-03"), "2026-13-45..2026-14-99");
        ReportView view = reports(
                        named.cubes(),
                        List.of(named.config()),
                        report("engagement", "line", "x", "Day", "y", "CTR", "color", "Period"))
                .view(request());
        assertThat(view.notes())
                .contains(
                        "The data of the metric \"engagement\" have a column \"Period\" of their own, so nothing is compared.");
        assertThat(json(view).toString()).contains("2026-13-45..2026-14-99");
    }

    @Test
    void aMetricWithoutDaysSaysThatNothingIsCompared() {
        Engagement undated = new Engagement(text("Channel")).arms(new long[] {10, 100}, new long[] {10, 100}, "Web");
        ReportView view = reports(
                        undated.cubes(),
                        List.of(undated.config()),
                        report("engagement", "line", "x", "Channel", "y", "CTR"))
                .view(request());
        assertThat(view.notes())
                .contains(
                        "The metric \"engagement\" is not counted by day, so the period does not narrow it and nothing"
                                + " is compared; all days are shown.");
        assertThat(view.notes()).noneMatch(note -> note.contains("is not counted by the days"));
        assertThat(names(view.table())).containsExactly("Channel");
    }
}
