package com.cdhdashboard.core.report.configured;

import static com.cdhdashboard.core.report.TestingReports.date;
import static com.cdhdashboard.core.report.TestingReports.day;
import static com.cdhdashboard.core.report.TestingReports.draw;
import static com.cdhdashboard.core.report.TestingReports.in;
import static com.cdhdashboard.core.report.TestingReports.report;
import static com.cdhdashboard.core.report.TestingReports.reports;
import static com.cdhdashboard.core.report.TestingReports.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.Control.Option;
import com.cdhdashboard.core.report.FilterChoice;
import com.cdhdashboard.core.report.InMemoryCubes;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.RowsBehind;
import com.cdhdashboard.core.report.TestingReports;
import com.cdhdashboard.core.report.TestingReports.Engagement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfiguredReportsTest {
    private static final ReportConfig CTR_BY_DAY =
            report("engagement", "line", "x", "Day", "y", "CTR", "color", "Channel");

    @Test
    void theMenuHasTagAndTitleOfEachReport() {
        ConfiguredReports reports = reports(
                new InMemoryCubes(),
                List.of(TestingReports.engagement("Day")),
                described("[BIZ] Click-through rate (Taxonomy)"),
                described("No tag at all"),
                described("[ENG]"));

        assertThat(reports.entries())
                .extracting(ReportEntry::tag, ReportEntry::title)
                .containsExactly(
                        tuple(Optional.of("BIZ"), "Click-through rate (Taxonomy)"),
                        tuple(Optional.empty(), "No tag at all"),
                        tuple(Optional.of("ENG"), "r"));
    }

    @Test
    void reportsOverCustomersComeLastAndThoseOfNoFamilyAreLeftOut() {
        ConfiguredReports reports = reports(
                new InMemoryCubes(),
                List.of(TestingReports.engagement("Day")),
                report("clv", "histogram"),
                report("sales", "line"),
                CTR_BY_DAY);

        assertThat(reports.entries()).extracting(ReportEntry::metric).containsExactly("engagement", "clv");
    }

    @Test
    void aFaultyReportSaysSoInItsOwnPlace() {
        ConfiguredReports reports = reports(
                twoDays().cubes(),
                List.of(twoDays().config()),
                report("engagement", "line", "x", "Day", "y", "CTR", "color", "Chanel"));

        String reason = "reports.r.color: \"Chanel\" is not a dimension of metric \"engagement\"; did you mean"
                + " \"Channel\"? Dimensions: Day, Channel, ModelControlGroup, Week, Month, Quarter, Year."
                + " More can be added to group_by of the metric.";
        assertThat(reports.entries().get(0).reason()).contains(reason);
        assertThat(reports.view(new ReportRequest("r", Map.of(), List.of())).reason())
                .contains(reason);
    }

    @Test
    void aReportOfAMetricThatDoesNotExistSaysSo() {
        ConfiguredReports reports = reports(
                new InMemoryCubes(),
                List.of(TestingReports.engagement("Day")),
                report("engagment", "line", "x", "Day", "y", "CTR"),
                report("engagement_web", "line", "x", "Day", "y", "CTR"));

        assertThat(reports.entries()).hasSize(1);
        assertThat(reports.entries().get(0).reason())
                .contains("There is no metric \"engagement_web\"; did you mean \"engagement\"? Metrics: engagement.");
    }

    @Test
    void anUnknownReportIsNotFound() {
        ConfiguredReports reports = reports(twoDays().cubes(), List.of(twoDays().config()), CTR_BY_DAY);

        assertThatThrownBy(() -> reports.view(new ReportRequest("rr", Map.of(), List.of())))
                .isInstanceOf(UserException.class)
                .hasMessage("There is no report \"rr\"; did you mean \"r\"? Reports: r.")
                .extracting(error -> ((UserException) error).kind())
                .isEqualTo(UserException.Kind.NOT_FOUND);
    }

    @Test
    void withoutDataTheReportSaysWhatToDo() {
        ConfiguredReports reports =
                reports(new InMemoryCubes(), List.of(twoDays().config()), CTR_BY_DAY);

        ReportView view = reports.view(new ReportRequest("r", Map.of(), List.of()));

        assertThat(view.figure()).isEmpty();
        assertThat(view.table().rows()).isEmpty();
        assertThat(view.reason())
                .contains("The data hold nothing of the metric \"engagement\". Import interaction history; the import"
                        + " tells which columns the metric lacks.");
    }

    @Test
    void filtersThatLeaveNothingAreNamed() {
        ReportView view = draw(
                twoDays(),
                CTR_BY_DAY,
                in("Channel", "Fax", "(missing)"),
                new Filter.Range("Day", Optional.of("2024-12-20"), Optional.empty()),
                new Filter.Contains("Channel", "x"));

        assertThat(view.reason())
                .contains("No rows match: Channel = Fax or (missing); Day from 2024-12-20; Channel contains \"x\"."
                        + " Clear or widen a filter.");
        assertThat(view.table().rows()).isEmpty();
    }

    @Test
    void aFilterOnADimensionTheMetricLacksIsAReason() {
        assertThat(draw(twoDays(), CTR_BY_DAY, in("Issue", "Cards")).reason())
                .contains("The metric \"engagement\" has no dimension \"Issue\", so it cannot be filtered by it."
                        + " Clear the filter: Issue = Cards.");
    }

    @Test
    void aDimensionConfiguredAfterTheImportIsAReason() {
        MetricConfig later = TestingReports.engagement("Day", "Channel", "Issue");
        ConfiguredReports reports =
                reports(twoDays().cubes(), List.of(later), report("engagement", "line", "x", "Issue", "y", "CTR"));

        assertThat(reports.view(new ReportRequest("r", Map.of(), List.of())).reason())
                .contains("The imported data of the metric \"engagement\" have no dimension \"Issue\". It came into the"
                        + " configuration later; remove the data and import the files again.");
    }

    @Test
    void controlsOfferAllDimensionsAndScoresAndNone() {
        ReportView view = draw(twoDays(), CTR_BY_DAY);

        assertThat(view.controls())
                .extracting(Control::name, Control::chosen)
                .containsExactly(
                        tuple("x", "Day"),
                        tuple("y", "CTR"),
                        tuple("color", "Channel"),
                        tuple("facet_row", ""),
                        tuple("facet_column", ""),
                        tuple("form", ""),
                        tuple("scale", "linear"),
                        tuple("cards", "Channel"));
        assertThat(view.controls().get(2).options())
                .containsExactly(new Option("", "none"), new Option("Day", "Day"), new Option("Channel", "Channel"));
        assertThat(view.controls().get(1).options())
                .startsWith(new Option("CTR", "Click-through rate"), new Option("Lift", "Lift"))
                .hasSize(12);
    }

    @Test
    void choicesReplaceTheConfigurationAndAnEmptyOneMeansNone() {
        ReportView view = draw(twoDays(), CTR_BY_DAY, Map.of("x", "Channel", "color", ""));

        assertThat(view.table().columns().get(0).name()).isEqualTo("Channel");
        assertThat(view.table().rows()).hasSize(2);
    }

    @Test
    void aChoiceThatDoesNotExistIsAReasonAndTheControlsStay() {
        ReportView view = draw(twoDays(), CTR_BY_DAY, Map.of("y", "CRT"));

        assertThat(view.reason().orElseThrow())
                .startsWith("reports.r.y: \"CRT\" is not a score of engagement metrics; did you mean \"CTR\"?");
        assertThat(view.controls()).isNotEmpty();
    }

    @Test
    void aChoiceWithoutAControlIsIgnoredAloud() {
        assertThat(draw(twoDays(), CTR_BY_DAY, Map.of("colour", "Day")).notes())
                .contains("This report has no control \"colour\"; it was ignored.");
    }

    @Test
    void aFreeChartStartsWithTheFirstDimensionAndScoreAndWithoutColour() {
        ReportView view = draw(twoDays(), report("engagement", "generic"));

        assertThat(view.controls())
                .extracting(Control::name, Control::chosen)
                .contains(tuple("x", "Day"), tuple("y", "CTR"), tuple("color", ""));
        assertThat(view.figure()).isPresent();
    }

    @Test
    void cardsCompareEachValueWithTheWhole() {
        ReportView view = draw(twoDays(), CTR_BY_DAY);

        assertThat(view.cards())
                .extracting(KpiCard::title, KpiCard::value, KpiCard::change, KpiCard::better)
                .containsExactly(
                        tuple("Email", "15\u00a0%", Optional.of("+12\u00a0pp"), Optional.of(true)),
                        tuple("Web", "2.8\u00a0%", Optional.of("−0.6\u00a0pp"), Optional.of(false)));
        assertThat(view.cards().get(1).changeMeans()).contains("against 3.3\u00a0% overall");
        assertThat(view.cards().get(1).secondary()).contains("n = 4,000");
    }

    @Test
    void aDifferenceWithinChanceIsNeitherGoodNorBad() {
        Engagement data = new Engagement(text("Channel")).cell(10, 100, "Email").cell(11, 100, "Web");

        KpiCard card = draw(data, report("engagement", "line", "x", "Channel", "y", "CTR", "cards", "Channel"))
                .cards()
                .get(0);

        assertThat(card.better()).isEmpty();
        assertThat(card.changeMeans()).contains("against 11\u00a0% overall, within chance");
    }

    @Test
    void cardsCanBeSwitchedOff() {
        assertThat(draw(twoDays(), CTR_BY_DAY, Map.of("cards", "")).cards()).isEmpty();
    }

    @Test
    void filterChoicesOfAReportLeaveOutTheirOwnFilter() {
        ConfiguredReports reports = reports(twoDays().cubes(), List.of(twoDays().config()), CTR_BY_DAY);

        List<FilterChoice> choices = reports.filters("engagement", List.of(in("Channel", "Web")));

        assertThat(choices)
                .extracting(
                        choice -> choice.dimension().name(),
                        choice -> choice.values().get(0).count())
                .containsExactly(tuple("Day", 2000L), tuple("Channel", 200L));
    }

    private static ReportConfig described(String description) {
        return new ReportConfig(
                "r", "engagement", "line", description, List.of(), List.of(), Map.of("x", "Day", "y", "CTR"), Map.of());
    }

    private static ReportConfig filtered(Filter... filters) {
        return new ReportConfig(
                "r",
                "engagement",
                "line",
                "A report",
                List.of(),
                List.of(filters),
                Map.of("x", "Day", "y", "Count"),
                Map.of());
    }

    @Test
    void itsOwnFiltersHoldBesideThoseOfThePage() {
        ReportView web = draw(twoDays(), filtered(in("Channel", "Web")));
        assertThat(web.table().rows())
                .isEqualTo(draw(twoDays(), filtered(), in("Channel", "Web"))
                        .table()
                        .rows());
        assertThat(web.notes()).containsExactly("This report is about rows with Channel = Web.");

        ReportView both = draw(twoDays(), filtered(in("Channel", "Web")), in("Day", "2024-12-20"));
        assertThat(both.table().rows()).hasSize(1);
        ReportView none = draw(twoDays(), filtered(in("Channel", "Web")), in("Channel", "Email"));
        assertThat(none.reason()).contains("No rows match: Channel = Web; Channel = Email. Clear or widen a filter.");
    }

    @Test
    void aFilterOnWhatTheMetricDoesNotHaveIsAReason() {
        assertThat(draw(twoDays(), filtered(in("Chanel", "Web"))).reason().orElseThrow())
                .startsWith("reports.r.filters: \"Chanel\" is not a dimension of metric \"engagement\"; did you mean"
                        + " \"Channel\"?");
    }

    @Test
    void aRowIsMadeOfTheSumsOfItsGroup() {
        Engagement engagement = new Engagement(text("Channel"), text("Name"))
                .arms(new long[] {40, 1000}, new long[] {30, 1000}, "Web", "Card")
                .arms(new long[] {10, 500}, new long[] {5, 500}, "Web", "Loan")
                .arms(new long[] {1, 10}, new long[] {2, 10}, "Email", "Card");
        ConfiguredReports reports = reports(engagement.cubes(), List.of(engagement.config()), CTR_BY_DAY);
        Table row = new Table(
                List.of(Column.dimension("Channel", ValueType.TEXT), Column.dimension("Stage", ValueType.TEXT)),
                List.of(List.of("Web", "first")));

        RowsBehind behind = reports.behind(new ReportRequest("r", Map.of(), List.of(in("Name", "Card"))), row)
                .orElseThrow();

        assertThat(behind.group()).containsExactly(in("Channel", "Web"));
        assertThat(behind.sums().columns())
                .extracting(Column::name)
                .containsExactly(
                        "Positives",
                        "Negatives",
                        "TestPositives",
                        "TestNegatives",
                        "ControlPositives",
                        "ControlNegatives");
        assertThat(behind.sums().rows()).containsExactly(List.of(70L, 1930L, 40L, 960L, 30L, 970L));
    }

    private static Engagement twoDays() {
        return new Engagement(day(), text("Channel"))
                .cell(50, 2000, date("2024-12-20"), "Web")
                .cell(10, 100, date("2024-12-20"), "Email")
                .cell(60, 2000, date("2024-12-21"), "Web")
                .cell(20, 100, date("2024-12-21"), "Email");
    }
}
