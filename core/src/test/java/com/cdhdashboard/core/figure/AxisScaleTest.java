package com.cdhdashboard.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.cube.ValueType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisScaleTest {
    private static final Column DAY = Column.dimension("Day", ValueType.DATE);
    private static final Column MONTH = Column.dimension("Month", ValueType.TEXT);
    private static final Column YEAR = Column.dimension("Year", ValueType.INTEGER);

    @Test
    void daysLieInRealTimeAndTheMissingOneNowhere() {
        AxisScale scale = scale(DAY, LocalDate.parse("2024-12-20"), null);

        assertThat(scale.isTime()).isTrue();
        assertThat(scale.values()).hasSize(1);
        assertThat(scale.places(null)).isFalse();
        assertThat(scale.position(LocalDate.parse("2024-12-20"))).isEqualTo("2024-12-20");
        assertThat(scale.text(LocalDate.parse("2024-12-20"))).isEqualTo("20 Dec 2024");
        assertThat(scale.axis().toMap()).containsEntry("type", "date").containsKey("tickformatstops");
    }

    @ParameterizedTest
    @CsvSource({"2024-12, M1", "2025-01, M1", "2026-03, M3", "2029-01, M12"})
    void monthsHaveATickThatCanBeRead(String last, String step) {
        AxisScale scale = scale(MONTH, "2024-12", last);

        assertThat(scale.position("2024-12")).isEqualTo("2024-12-01");
        assertThat(scale.text("2024-12")).isEqualTo("Dec 2024");
        assertThat(scale.axis().toMap()).containsEntry("dtick", step).containsEntry("ticklabelmode", "period");
    }

    @Test
    void oneMonthAloneHasItsTickInItsMiddle() {
        assertThat(scale(MONTH, "2024-12").axis().toMap())
                .containsEntry("tickvals", List.of("2024-12-16"))
                .containsEntry("ticktext", List.of("Dec 2024"));
    }

    /** Only a comparison has dimensions whose values are periods and places; columns of the data may be called so. */
    @Test
    void aColumnOfTheDataThatIsCalledAsAComparisonWouldIsAnyOther() {
        Column named = Column.dimension("Period", ValueType.TEXT);
        assertThat(AxisScale.text(named, "2026-13-45..2026-14-99")).isEqualTo("2026-13-45..2026-14-99");
        assertThat(AxisScale.text(named, "2026-10-25..2026-10-31")).isEqualTo("2026-10-25..2026-10-31");
        assertThat(scale(Column.dimension("DayOfPeriod", ValueType.INTEGER), 1L, 2L)
                        .isTime())
                .isFalse();
        Attributes trace = Drill.NONE.is(named, "2026-13-45..2026-14-99").mark(Attributes.none());
        assertThat(trace.toMap()).containsKey("meta");
    }

    @Test
    void aTextOfSpacesOnlyCanBeSeen() {
        AxisScale scale = scale(MONTH, " ", "");

        assertThat(scale.text(" ")).isEqualTo("(blank)");
        assertThat(scale.text("")).isEqualTo("(empty)");
        assertThat(scale.position(" ")).isEqualTo(" ");
    }

    @Test
    void textsThatAreNotAllMonthsAreCategories() {
        AxisScale scale = scale(MONTH, "2024-12", "2024-13", null);

        assertThat(scale.isTime()).isFalse();
        assertThat(scale.values()).hasSize(3);
        assertThat(scale.position(null)).isEqualTo("(missing)");
    }

    @Test
    void yearsAreCategoriesWithoutSeparators() {
        assertThat(scale(YEAR, 2024L, 2025L).axis().toMap())
                .containsEntry("type", "category")
                .containsEntry("ticktext", List.of("2024", "2025"));
    }

    @Test
    void stepsWithoutDataCanBeFilledIn() {
        assertThat(scale(MONTH, "2024-11", "2025-02").withoutHoles().values())
                .isEqualTo(List.of("2024-11", "2024-12", "2025-01", "2025-02"));
        assertThat(scale(DAY, LocalDate.parse("2024-12-30"), LocalDate.parse("2025-01-01"))
                        .withoutHoles()
                        .values())
                .hasSize(3);
        assertThat(scale(DAY, LocalDate.parse("1999-12-30"), LocalDate.parse("2025-01-01"))
                        .withoutHoles()
                        .values())
                .as("a stray date makes no thousands of empty columns")
                .hasSize(2);
    }

    /** Else Plotly writes the name of a day twice: at its beginning and at noon. */
    @ParameterizedTest
    @CsvSource({"2024-12-20, 1", "2024-12-24, 5", "2024-12-28, 9", "2024-12-29, ", "2025-12-20, "})
    void anAxisOfFewDaysHasNoTicksBetweenThem(LocalDate last, @Nullable Integer ticks) {
        assertThat(scale(DAY, LocalDate.parse("2024-12-20"), last)
                        .axis()
                        .toMap()
                        .get("nticks"))
                .isEqualTo(ticks == null ? null : ticks.longValue());
    }

    @Test
    void manyCategoriesHaveALabelNowAndThen() {
        Object[] names =
                Stream.iterate(0, i -> i + 1).limit(100).map(i -> "C" + i).toArray();

        assertThat((List<?>) scale(Column.dimension("Name", ValueType.TEXT), names)
                        .axis()
                        .toMap()
                        .get("tickvals"))
                .hasSize(34);
    }

    @Test
    void daysInCellsHaveFewTicksAndTheirYearOnce() {
        Object[] days = Stream.iterate(LocalDate.parse("2024-12-02"), day -> day.plusDays(1))
                .limit(60)
                .toArray();

        assertThat(scale(DAY, days).categoryAxis().toMap().get("ticktext"))
                .isEqualTo(List.of(
                        "2 Dec<br>2024",
                        "7 Dec",
                        "12 Dec",
                        "17 Dec",
                        "22 Dec",
                        "27 Dec",
                        "1 Jan<br>2025",
                        "6 Jan",
                        "11 Jan",
                        "16 Jan",
                        "21 Jan",
                        "26 Jan"));
    }

    @Test
    void longLabelsLoseTheirMiddleAndMarkupIsText() {
        assertThat(PlotText.tick("Fixed rate mortgage, 10 years, 3.5 % \"special\" <b>"))
                .isEqualTo("Fixed rate mortgag…cial\" &lt;b&gt;");
        assertThat(PlotText.escape("a < b & c > d\nnext")).isEqualTo("a &lt; b &amp; c &gt; d next");
    }

    @Test
    void everyMonthOfAYearHasItsName() {
        List<String> names = new ArrayList<>();
        for (YearMonth month = YearMonth.of(2024, 1); month.getYear() == 2024; month = month.plusMonths(1)) {
            names.add(AxisScale.text(MONTH, month.toString()));
        }
        assertThat(names).contains("Jan 2024", "Aug 2024", "Dec 2024").doesNotHaveDuplicates();
    }

    private static AxisScale scale(Column column, @Nullable Object... values) {
        return AxisScale.of(column, Arrays.asList(values));
    }

    @Test
    void onlyAStepOfTimeIsReadAsAWeek() {
        LocalDate monday = LocalDate.of(2024, 12, 23);
        Column own = Column.dimension("Week", ValueType.DATE);
        assertThat(AxisScale.text(TimeStep.WEEK.column(), monday)).isEqualTo("week of 23 Dec 2024");
        assertThat(AxisScale.text(own, monday)).isEqualTo("23 Dec 2024");
        assertThat(AxisScale.of(own, List.of(monday)).axis().toMap()).doesNotContainKey("dtick");
    }
}
