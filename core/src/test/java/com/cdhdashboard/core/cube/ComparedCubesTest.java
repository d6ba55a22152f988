package com.cdhdashboard.core.cube;

import static com.cdhdashboard.core.report.TestingReports.day;
import static com.cdhdashboard.core.report.TestingReports.row;
import static com.cdhdashboard.core.report.TestingReports.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.report.InMemoryCubes;
import com.cdhdashboard.core.report.SummarizedRows;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparedCubesTest {
    private static final Quantiles VALUES = new Quantiles("Value", false);
    private static final LocalDate FIRST = LocalDate.of(2024, 12, 1);
    private static final int DAYS = 60;
    private static final List<String> CHANNELS = List.of("Email", "Web");

    /** Rows as they were before they were counted: each day and channel has some, one day has none. */
    private record Row(LocalDate day, String channel, long count, double value) {}

    private static final List<Row> ROWS = rows();

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (String channel : CHANNELS) {
                if (day != 20) {
                    rows.add(new Row(FIRST.plusDays(day), channel, 1 + (day * 7 + channel.length()) % 13, day / 4.0));
                }
            }
        }
        return rows;
    }

    private static InMemoryCubes stored() {
        List<List<Object>> cells = new ArrayList<>();
        ROWS.forEach(each -> cells.add(row(
                each.day(),
                each.channel(),
                each.count(),
                each.value(),
                SummarizedRows.scored(new double[0], new double[] {each.value()}))));
        return new InMemoryCubes()
                .add(
                        new CubeSchema(
                                "m",
                                List.of(day(), text("Channel")),
                                List.of(
                                        Column.measure("Rows", ValueType.INTEGER),
                                        Column.measure("Sum", ValueType.NUMBER)),
                                List.of(VALUES)),
                        cells);
    }

    private static ComparedCubes comparing(Period shown, Period other) {
        ComparedPeriods.Sides sides = new ComparedPeriods(shown, other)
                .within(stored().schema("m").orElseThrow().dimensions())
                .orElseThrow();
        return new ComparedCubes(new CalendarCubes(stored()), sides.shown(), sides.other());
    }

    private static List<List<Object>> cells(CubeReader cubes, RollUp asked) {
        List<List<Object>> cells = new ArrayList<>();
        cubes.rollUp(asked).rows().forEach(cells::add);
        return cells;
    }

    /** Whatever is asked of two periods is what the rows of each add up to, also where the two overlap. */
    @ParameterizedTest
    @CsvSource({
        "2024-12-15, 2024-12-21, 2024-12-08, 2024-12-14",
        "2024-12-15, 2024-12-30, 2024-12-10, 2024-12-19",
        "2025-01-01, 2025-01-31, 2024-12-01, 2024-12-31",
        "2025-01-05, 2025-01-11, 2025-03-01, 2025-03-07"
    })
    void eachPeriodIsWhatItsRowsAddUpTo(LocalDate from, LocalDate to, LocalDate otherFrom, LocalDate otherTo) {
        Period shown = Period.of(from, to);
        Period other = Period.of(otherFrom, otherTo);
        ComparedCubes cubes = comparing(shown, other);
        Map<String, Function<Row, Object>> dimensions = new TreeMap<>();
        dimensions.put("Channel", Row::channel);
        dimensions.put("Day", Row::day);
        for (String dimension : List.of("Channel", "Day", "DayOfPeriod", "WeekOfPeriod", "MonthOfPeriod")) {
            Map<List<Object>, List<Object>> expected = new TreeMap<>(GroupOrder.INSTANCE);
            for (Period period : List.of(shown, other)) {
                for (Row each : ROWS) {
                    if (!each.day().isBefore(period.from().orElseThrow())
                            && !each.day().isAfter(period.to().orElseThrow())) {
                        List<Object> key = row(
                                dimensions
                                        .getOrDefault(dimension, at -> place(dimension, at.day(), period))
                                        .apply(each),
                                ComparedPeriods.value(period));
                        expected.merge(key, row(each.count(), each.value()), ComparedCubesTest::sum);
                    }
                }
            }
            List<List<Object>> rows = new ArrayList<>();
            expected.forEach((key, sums) -> rows.add(row(key.get(0), key.get(1), sums.get(0), sums.get(1))));
            assertThat(cells(cubes, new RollUp("m", List.of(dimension, "Period"), List.of(shown.filter()))))
                    .as(dimension)
                    .isEqualTo(rows);
        }
    }

    private static Object place(String dimension, LocalDate day, Period period) {
        LocalDate first = period.from().orElseThrow();
        long days = ChronoUnit.DAYS.between(first, day);
        return switch (dimension) {
            case "DayOfPeriod" -> days + 1;
            case "WeekOfPeriod" -> days / 7 + 1;
            default -> (day.getYear() - first.getYear()) * 12L + day.getMonthValue() - first.getMonthValue() + 1;
        };
    }

    private static List<Object> sum(List<Object> left, List<Object> right) {
        return row((Long) left.get(0) + (Long) right.get(0), (Double) left.get(1) + (Double) right.get(1));
    }

    @Test
    void summariesOfAPeriodAreThoseOfItsDays() {
        Period shown = Period.of(LocalDate.of(2024, 12, 15), LocalDate.of(2024, 12, 28));
        Period other = Period.of(LocalDate.of(2024, 12, 1), LocalDate.of(2024, 12, 14));
        ComparedCubes cubes = comparing(shown, other);
        for (Period period : List.of(shown, other)) {
            RollUp alone = new RollUp("m", List.of(), List.of(period.filter()), List.of(VALUES));
            List<Object> expected = new ArrayList<>(row(ComparedPeriods.value(period)));
            expected.addAll(cells(stored(), alone).get(0));
            assertThat(cells(cubes, new RollUp("m", List.of("Period"), List.of(shown.filter()), List.of(VALUES))))
                    .contains(expected);
        }
    }

    /** A cube with days alone has every place; its values are those of either period. */
    @ParameterizedTest
    @CsvSource({"DayOfPeriod, 9", "WeekOfPeriod, 2", "MonthOfPeriod, 2"})
    void placesHaveValues(String place, int most) {
        ComparedCubes cubes = comparing(
                Period.of(LocalDate.of(2024, 12, 30), LocalDate.of(2025, 1, 7)),
                Period.of(LocalDate.of(2024, 12, 1), LocalDate.of(2024, 12, 3)));
        assertThat(cubes.schema("m").orElseThrow().dimension(place)).isPresent();
        List<ValueCount> values = cubes.values("m", place, List.of());
        assertThat(values)
                .extracting(ValueCount::value)
                .isEqualTo(LongStream.rangeClosed(1, most).boxed().toList());
    }

    @Test
    void whatNamesNoPeriodIsAboutTheOneShown() {
        Period shown = Period.of(LocalDate.of(2024, 12, 15), LocalDate.of(2024, 12, 21));
        Period other = Period.of(LocalDate.of(2024, 12, 8), LocalDate.of(2024, 12, 14));
        ComparedCubes cubes = comparing(shown, other);
        RollUp byChannel = new RollUp("m", List.of("Channel"), List.of(shown.filter()));
        assertThat(cells(cubes, byChannel)).isEqualTo(cells(stored(), byChannel));
        assertThat(cells(
                        cubes,
                        new RollUp(
                                "m",
                                List.of("Channel"),
                                List.of(shown.filter(), only("Period", ComparedPeriods.value(other))))))
                .isEqualTo(cells(stored(), new RollUp("m", List.of("Channel"), List.of(other.filter()))));
        assertThat(cells(
                        cubes,
                        new RollUp(
                                "m",
                                List.of(),
                                List.of(
                                        shown.filter(),
                                        only("Period", ComparedPeriods.value(other)),
                                        only("DayOfPeriod", "3")))))
                .isEqualTo(cells(stored(), new RollUp("m", List.of(), List.of(only("Day", "2024-12-10")))));
    }

    private static Filter only(String dimension, String value) {
        return Filter.In.of(dimension, List.of(Optional.of(value)));
    }

    @Test
    void aPeriodWithoutRowsHasNone() {
        Period shown = Period.of(LocalDate.of(2024, 12, 15), LocalDate.of(2024, 12, 21));
        Period empty = Period.of(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 7));
        assertThat(cells(comparing(shown, empty), new RollUp("m", List.of("Period"), List.of(shown.filter()))))
                .hasSize(1);
    }
}
