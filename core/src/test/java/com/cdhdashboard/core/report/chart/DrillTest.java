package com.cdhdashboard.core.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.customer.NoCustomers;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.DrilledParts;
import com.cdhdashboard.core.report.GeneratedCubes;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.TestingReports;
import com.cdhdashboard.core.report.configured.ConfiguredReports;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.fit.ModelFits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DrillTest {
    private static final Column CHANNEL = Column.dimension("Channel", ValueType.TEXT);
    /** Of one report so many parts are followed, from the first to the last. */
    private static final int FOLLOWED = 5;

    private static final Configuration DEMO = ConfigurationReader.demo().configuration();
    private static final ConfiguredReports REPORTS = reports();

    private static ConfiguredReports reports() {
        List<Metric> metrics = Metrics.of(DEMO);
        return new ConfiguredReports(DEMO, metrics, GeneratedCubes.of(metrics), new NoCustomers(), new ModelFits());
    }

    /** Every report as it is, in each of its views, and in small charts. */
    static List<Arguments> everyReport() {
        List<Arguments> all = new ArrayList<>();
        for (ReportEntry entry : REPORTS.entries()) {
            if (entry.family() != Family.CLV) {
                ReportView view = view(entry.key(), Map.of(), List.of());
                choices(view).forEach(choices -> all.add(Arguments.of(entry.key(), choices)));
            }
        }
        return all;
    }

    private static List<Map<String, String>> choices(ReportView view) {
        Map<String, Control> controls = new TreeMap<>();
        view.controls().forEach(control -> controls.put(control.name(), control));
        List<Map<String, String>> choices = new ArrayList<>(List.of(Map.of()));
        if (controls.containsKey("view")) {
            controls.get("view").options().forEach(option -> choices.add(Map.of("view", option.value())));
        }
        if (controls.containsKey("facet_row")) {
            List<String> facets = controls.get("facet_row").options().stream()
                    .map(Control.Option::value)
                    .filter(option -> !option.isEmpty() && TimeStep.of(option).isEmpty())
                    .toList();
            choices.add(Map.of("facet_row", facets.get(0), "facet_column", facets.get(1)));
            choices.add(Map.of("facet_column", facets.get(1)));
        }
        // Data that are filtered may suit another step of time, and have another middle
        List<Map.Entry<String, String>> kept = new ArrayList<>();
        Optional.ofNullable(controls.get("x")).ifPresent(x -> kept.add(Map.entry("x", x.chosen())));
        Optional.ofNullable(controls.get("clip")).ifPresent(clip -> kept.add(Map.entry("clip", "false")));
        return choices.stream()
                .map(chosen -> {
                    Map<String, String> more = new TreeMap<>(chosen);
                    kept.forEach(each -> more.put(each.getKey(), each.getValue()));
                    return more;
                })
                .collect(Collectors.toList());
    }

    private static ReportView view(String key, Map<String, String> choices, List<Filter> filters) {
        return REPORTS.view(new ReportRequest(key, choices, filters));
    }

    /** What a part leads to is what it is made of: alone, it has the same numbers. */
    @ParameterizedTest
    @MethodSource("everyReport")
    void everyPartLeadsToItsRows(String key, Map<String, String> choices) {
        ReportView view = view(key, choices, List.of());
        assertThat(view.reason()).isEmpty();
        boolean nested = TestingReports.json(view).at("/data/0/type").asText().equals("treemap");
        Set<String> dimensions = dimensions(view.table());
        Map<Map<String, String>, List<Double>> parts = DrilledParts.of(TestingReports.json(view));
        assertThat(parts).isNotEmpty();
        List<Map<String, String>> all = new ArrayList<>(parts.keySet());
        for (Map<String, String> conditions : all) {
            assertThat(nested || conditions.keySet().containsAll(dimensions))
                    .as("%s of %s", conditions, dimensions)
                    .isTrue();
        }
        int step = Math.max(1, all.size() / FOLLOWED);
        for (int i = all.size() - 1; i >= 0; i -= step) {
            follow(key, choices, view.table(), all.get(i), parts.getOrDefault(all.get(i), List.of()));
        }
    }

    /** Those that rows are grouped by; the stages of a funnel are values of another. */
    private static Set<String> dimensions(Table table) {
        Set<String> dimensions = new HashSet<>();
        table.columns().stream()
                .filter(column -> column.role() == Column.Role.DIMENSION)
                .forEach(column -> dimensions.add(column.name().equals("Stage") ? "Outcome" : column.name()));
        return dimensions;
    }

    static Stream<Arguments> partsInTime() {
        Period days = Period.of(LocalDate.of(2024, 11, 6), LocalDate.of(2024, 12, 3));
        List<Filter> none = List.of();
        List<Filter> cut = List.of(days.filter());
        return Stream.of(
                Arguments.of(Map.of("x", "Week", "color", ""), cut),
                Arguments.of(Map.of("x", "Channel", "color", "Week"), cut),
                Arguments.of(Map.of("x", "Week", "color", "Day"), cut),
                Arguments.of(Map.of("x", "Day", "color", "Week"), none),
                Arguments.of(Map.of("x", "Month", "color", "Week"), none),
                Arguments.of(Map.of("x", "Channel", "color", "Week"), none),
                Arguments.of(Map.of("x", "Week", "color", "Issue"), none),
                Arguments.of(Map.of("x", "Channel", "color", "Day"), none));
    }

    /** A week ends where the period does, and "other" are all the other weeks. */
    @ParameterizedTest
    @MethodSource("partsInTime")
    void aPartInTimeLeadsToItsDays(Map<String, String> choices, List<Filter> asked) {
        ReportView view = view("daily_ctr", choices, asked);
        DrilledParts.of(TestingReports.json(view))
                .forEach((conditions, numbers) -> follow("daily_ctr", choices, view.table(), conditions, numbers));
    }

    static Stream<Map<String, String>> comparedCharts() {
        return Stream.of("Day", "Week", "Month", "Channel")
                .flatMap(x -> Stream.of(
                        Map.of("x", x, "color", ""), Map.of("x", x, "color", "Direction", "facet_column", "")));
    }

    /** A part of compared periods leads to its own days, of whichever period, and names them. */
    @ParameterizedTest
    @MethodSource("comparedCharts")
    void aPartOfComparedPeriodsLeadsToItsDays(Map<String, String> choices) {
        Period shown = Period.of(LocalDate.of(2024, 12, 3), LocalDate.of(2025, 1, 6));
        Period other = Period.of(LocalDate.of(2024, 10, 20), LocalDate.of(2024, 11, 23));
        ReportView view = REPORTS.view(new ReportRequest("daily_ctr", choices, List.of(shown.filter()))
                .comparing(Optional.of(new ComparedPeriods(shown, other))));
        Map<Map<String, String>, List<Double>> parts = DrilledParts.of(TestingReports.json(view));
        assertThat(parts.keySet()).allMatch(conditions -> conditions.keySet().containsAll(dimensions(view.table())));
        Set<@Nullable String> periods = new HashSet<>();
        parts.forEach((conditions, numbers) -> {
            periods.add(conditions.get("Period"));
            ScoredRows rows = new ScoredRows(REPORTS.view(new ReportRequest(
                            "daily_ctr", Map.of("x", "Year", "color", ""), DrilledParts.filters(conditions)))
                    .table());
            assertThat(numbers).hasSize(1);
            // What spans two years has a row for each
            if (rows.size() == 1) {
                assertThat(rows.number(0, "CTR")).as("%s", conditions).isCloseTo(numbers.get(0), within(1e-12));
            }
        });
        assertThat(periods)
                .containsExactlyInAnyOrder(
                        "Day.from=2024-10-20\nDay.to=2024-11-23", "Day.from=2024-12-03\nDay.to=2025-01-06");
    }

    private static void follow(
            String key,
            Map<String, String> choices,
            Table whole,
            Map<String, String> conditions,
            List<Double> numbers) {
        ReportView alone = view(key, choices, DrilledParts.filters(conditions));
        assertThat(alone.reason()).as("%s", conditions).isEmpty();
        boolean severalTogether = conditions.values().stream().anyMatch(text -> text.contains(".not="));
        if (severalTogether) {
            assertThat(count(alone.table(), row -> true))
                    .as("%s", conditions)
                    .isEqualTo(count(whole, row -> passes(whole, row, conditions)));
            return;
        }
        // A week of a day is that day
        List<Double> found = new ArrayList<>();
        DrilledParts.of(TestingReports.json(alone)).forEach((same, those) -> {
            if (DrilledParts.filters(same).equals(DrilledParts.filters(conditions))) {
                found.addAll(those);
            }
        });
        if (DEMO.report(key).orElseThrow().type().equals("histogram")) {
            // Bins are made for the values that are there, beyond which generated cells have a few
            assertThat(sum(found)).as("%s", conditions).isCloseTo(sum(numbers), within(sum(numbers) * 0.1));
            return;
        }
        assertThat(found).as("%s", conditions).hasSameSizeAs(numbers);
        IntStream.range(0, found.size())
                .forEach(i -> assertThat(found.get(i))
                        .as("%s", conditions)
                        .isCloseTo(numbers.get(i), within(1e-9 * Math.max(1, Math.abs(numbers.get(i))))));
    }

    /** Of the rows as they are, whatever their numbers are. */
    private static boolean passes(Table table, List<@Nullable Object> row, Map<String, String> conditions) {
        return conditions.entrySet().stream().allMatch(condition -> {
            String label =
                    Values.label(row.get(table.indexOf(condition.getKey()).orElseThrow()));
            Filter filter =
                    DrilledParts.filters(Map.of("", condition.getValue())).get(0);
            if (filter instanceof Filter.In in) {
                return in.values().contains(Values.parseLabel(label)) != in.negated();
            }
            LocalDate first = LocalDate.parse(label);
            Period days =
                    condition.getKey().equals("Week") ? Period.of(first, first.plusDays(6)) : Period.of(first, first);
            return Period.in(List.of(filter)).flatMap(days::and).isPresent();
        });
    }

    private static long count(Table table, Predicate<List<@Nullable Object>> rows) {
        int count = table.indexOf(ReportData.COUNT).orElseThrow();
        return table.rows().stream()
                .filter(rows)
                .mapToLong(row -> ((Number) Objects.requireNonNull(row.get(count))).longValue())
                .sum();
    }

    private static double sum(List<Double> numbers) {
        return numbers.stream().mapToDouble(number -> number).sum();
    }

    private static @Nullable Object drill(Drill drill) {
        return drill.mark(Attributes.of("type", "bar")).toMap().get("meta");
    }

    private static Map<String, Object> dimension(String name, String title, String kind) {
        return Map.of("dimension", name, "title", title, "kind", kind);
    }

    private static Map<String, Object> channel(String label) {
        return Map.of("dimension", "Channel", "title", "Channel", "kind", "value", "label", label, "text", label);
    }

    @Test
    void aTraceSaysItsColourAndWhatLiesAlongItsAxes() {
        Drill drill = Drill.NONE
                .is(CHANNEL, null)
                .along("x", AxisScale.of(Column.dimension("Day", ValueType.DATE), List.of(LocalDate.EPOCH)));
        assertThat(drill(drill))
                .isEqualTo(Map.of(
                        "drill", Map.of("is", List.of(channel("(missing)")), "x", dimension("Day", "Day", "day"))));
        assertThat(drill(Drill.NONE)).isNull();
    }

    @Test
    void pointsSayTheirValuesEachOnce() {
        Drill drill = Drill.NONE.each(CHANNEL, List.of("Web", "Mobile", "Web"));
        List<Map<String, String>> values =
                List.of(Map.of("label", "Web", "text", "Web"), Map.of("label", "Mobile", "text", "Mobile"));
        assertThat(drill(drill))
                .isEqualTo(Map.of(
                        "drill",
                        Map.of(
                                "is",
                                List.of(),
                                "each",
                                List.of(Map.of(
                                        "dimension",
                                        "Channel",
                                        "title",
                                        "Channel",
                                        "kind",
                                        "value",
                                        "values",
                                        values,
                                        "of",
                                        List.of(0, 1, 0))))));
    }

    @Test
    void aDialKeepsItsMetaForItsName() {
        Map<String, Object> dial = Drill.NONE
                .is(CHANNEL, "Web")
                .mark(Attributes.of("type", "indicator"))
                .toMap();
        assertThat(dial)
                .doesNotContainKey("meta")
                .containsEntry("customdata", List.of(Map.of("is", List.of(channel("Web")))));
    }

    static Stream<Arguments> dimensionsCalledLikeTimes() {
        LocalDate day = LocalDate.of(2024, 12, 24);
        return Stream.of(
                Arguments.of(Column.dimension("Week", ValueType.DATE), day, "day"),
                Arguments.of(TimeStep.WEEK.column(), day, "week"),
                Arguments.of(Column.dimension("Day", ValueType.DATE), day, "day"),
                Arguments.of(Column.dimension("Day", ValueType.TEXT), "Tuesday", "value"),
                Arguments.of(Column.dimension("Month", ValueType.TEXT), "September", "value"),
                Arguments.of(Column.dimension("Month", ValueType.TEXT), "2024-12", "month"),
                Arguments.of(Column.dimension("Since", ValueType.TEXT), "2024-12", "month"),
                Arguments.of(Column.dimension("Quarter", ValueType.TEXT), "2024_Q4", "value"),
                Arguments.of(Column.dimension("Year", ValueType.INTEGER), 2024L, "value"));
    }

    @ParameterizedTest
    @MethodSource("dimensionsCalledLikeTimes")
    void theDataSayWhatIsAStepOfTime(Column column, Object value, String kind) {
        Drill drill = Drill.NONE.along("x", AxisScale.of(column, Arrays.asList(value)));
        assertThat(drill(drill))
                .isEqualTo(
                        Map.of("drill", Map.of("is", List.of(), "x", dimension(column.name(), column.name(), kind))));
    }
}
