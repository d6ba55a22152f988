package com.cdhdashboard.core.cube;

import static com.cdhdashboard.core.report.TestingReports.date;
import static com.cdhdashboard.core.report.TestingReports.day;
import static com.cdhdashboard.core.report.TestingReports.row;
import static com.cdhdashboard.core.report.TestingReports.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.report.InMemoryCubes;
import com.cdhdashboard.core.report.SummarizedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarCubesTest {
    private static final Quantiles VALUES = new Quantiles("Value", false);

    private final CalendarCubes cubes = new CalendarCubes(new InMemoryCubes()
            .add(
                    new CubeSchema(
                            "m",
                            List.of(day(), text("Channel")),
                            List.of(Column.measure("Rows", ValueType.INTEGER), Column.measure("Sum", ValueType.NUMBER)),
                            List.of(VALUES)),
                    List.of(
                            row(date("2024-12-29"), "Web", 10L, 1.5, values(1)),
                            row(date("2024-12-30"), "Web", 20L, 2.5, values(2, 3)),
                            row(date("2025-01-05"), "Web", 30L, 3.5, values(4)),
                            row(date("2025-01-05"), "Email", 40L, 4.5, values(5)),
                            row(null, "Web", 50L, 5.5, values(6)))));

    private static SummarizedRows values(double... values) {
        return SummarizedRows.scored(new double[0], values);
    }

    private List<List<Object>> rows(List<String> groupBy, List<Filter> filters, Summary... summaries) {
        Table table = cubes.rollUp(new RollUp("m", groupBy, filters, List.of(summaries)));
        List<List<Object>> cells = new ArrayList<>();
        table.rows().forEach(cells::add);
        return cells;
    }

    @Test
    void daysAddUpToWeeksThatBeginOnMonday() {
        assertThat(rows(List.of("Week"), List.of()))
                .containsExactly(
                        row(date("2024-12-23"), 10L, 1.5), row(date("2024-12-30"), 90L, 10.5), row(null, 50L, 5.5));
        assertThat(rows(List.of("Channel", "Week"), List.of()))
                .containsExactly(
                        row("Email", date("2024-12-30"), 40L, 4.5),
                        row("Web", date("2024-12-23"), 10L, 1.5),
                        row("Web", date("2024-12-30"), 50L, 6.0),
                        row("Web", null, 50L, 5.5));
    }

    @ParameterizedTest
    @CsvSource({"Month, 2024-12, 2025-01", "Quarter, 2024_Q4, 2025_Q1", "Year, 2024, 2025"})
    void otherStepsReadAsImportsWriteThem(String step, String first, String second) {
        assertThat(rows(List.of(step), List.of()))
                .extracting(cells -> String.valueOf(cells.get(0)), cells -> cells.get(1))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(first, 30L),
                        org.assertj.core.groups.Tuple.tuple(second, 70L),
                        org.assertj.core.groups.Tuple.tuple("null", 50L));
    }

    /** Answers of summaries do not add up: what a week has must come from all its values at once. */
    @Test
    void summariesOfAStepAreThoseOfAllItsDays() {
        Table weeks = cubes.rollUp(new RollUp("m", List.of("Week"), List.of(), List.of(VALUES)));
        Table both = cubes.rollUp(new RollUp(
                "m",
                List.of(),
                List.of(new Filter.Range("Day", Optional.of("2024-12-30"), Optional.of("2025-01-05"))),
                List.of(VALUES)));

        assertThat(weeks.columns()).extracting(Column::name).startsWith("Week", "Rows", "Sum");
        List<Object> second = new ArrayList<>(weeks.rows().get(1));
        assertThat(second.subList(1, second.size())).isEqualTo(both.rows().get(0));
    }

    @Test
    void filtersOnStepsAreAskedOfTheirDays() {
        assertThat(rows(List.of(), List.of(Filter.In.of("Week", List.of(Optional.of("2024-12-30"))))))
                .containsExactly(row(90L, 10.5));
        assertThat(rows(List.of(), List.of(new Filter.Range("Month", Optional.of("2025-01"), Optional.empty()))))
                .containsExactly(row(70L, 8.0));
        assertThat(rows(List.of(), List.of(new Filter.In("Year", List.of(Optional.of("2024")), true))))
                .containsExactly(row(120L, 13.5));
        assertThat(rows(List.of(), List.of(Filter.In.of("Quarter", List.of(Optional.empty())))))
                .containsExactly(row(50L, 5.5));
    }

    @ParameterizedTest
    @CsvSource({
        "Week, 1.12.2024, 'a date is expected, such as 2024-12-20'",
        "Year, 24.5, 'a whole number is expected, such as 2025'"
    })
    void whatIsNoStepIsRefusedAsOfDimensionsThatAreKept(String step, String text, String expected) {
        assertThatThrownBy(() -> rows(List.of(), List.of(new Filter.Range(step, Optional.of(text), Optional.empty()))))
                .hasMessage("\"" + text + "\" is not a value of " + step + "; " + expected);
    }

    @Test
    void aStepWithoutAnyRowHasItsColumnsAllTheSame() {
        Table none = cubes.rollUp(new RollUp(
                "m", List.of("Week"), List.of(Filter.In.of("Channel", List.of(Optional.of("Fax")))), List.of(VALUES)));

        assertThat(none.rows()).isEmpty();
        assertThat(none.columns()).extracting(Column::name).startsWith("Week", "Rows", "Sum");
        assertThat(none.columns()).hasSizeGreaterThan(3);
    }

    @Test
    void stepsHaveValuesAndCountsAsDimensionsDo() {
        assertThat(cubes.values("m", "Week", List.of()))
                .extracting(ValueCount::value)
                .containsExactly(date("2024-12-23"), date("2024-12-30"), null);
        assertThat(cubes.schema("m").orElseThrow().dimensions())
                .extracting(Column::name)
                .containsExactly("Day", "Channel", "Week", "Month", "Quarter", "Year");
        assertThat(cubes.stored("m").orElseThrow().dimensions()).hasSize(2);
    }
}
