package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.cube.TimeStep;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The step of time that tells most: the finest of which there are few enough to be told apart, and of which each holds
 * enough rows that a rate in it is more than noise. Where only a coarser step holds enough, and there would be next to
 * no points of it, the finer one is drawn all the same.
 */
public final class SuitedStep {
    /** The most points that a chart as wide as half a page shows one by one. */
    public static final int MOST_IN_CHART = 75;
    /** The most points of a trend beside a number. */
    public static final int MOST_BESIDE_NUMBER = 40;

    /** With fewer rows the interval of a rate of some percent is about half as long as the rate. */
    private static final double ENOUGH_ROWS = 1000;
    /** A line of fewer points tells no course. */
    private static final int LEAST_POINTS = 8;

    private static final int MOST_SERIES = 12;

    private SuitedStep() {}

    /**
     * The step for these data; empty where they have no time.
     *
     * @param color the dimension with a series for each value
     * @param most how many points there is room for
     */
    public static Optional<TimeStep> of(ReportData all, Optional<String> color, int most) {
        ReportData data = all.narrowed(Optional.empty(), List.of());
        Optional<TimeStep> finest = TimeStep.finest(data.schema());
        if (finest.isEmpty() || finest.get() != TimeStep.DAY) {
            return finest;
        }
        ScoredRows rows = data.rows(List.of(TimeStep.DAY.dimension()));
        List<LocalDate> days = days(rows);
        if (days.isEmpty()) {
            return finest;
        }
        double count = rows.numbers(ReportData.COUNT).stream()
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .sum();
        double series = color.map(dimension ->
                        data.rows(List.of(dimension)).distinct(dimension).size())
                .map(values -> Math.max(1, Math.min(MOST_SERIES, values)))
                .orElse(1);
        return Optional.of(suited(days.get(0), days.get(days.size() - 1), count / series, most));
    }

    static TimeStep suited(LocalDate first, LocalDate last, double rows, int most) {
        List<TimeStep> steps = Stream.of(TimeStep.values()).toList();
        for (int i = 0; i < steps.size() - 1; i++) {
            long points = points(steps.get(i), first, last);
            boolean full = rows / points >= ENOUGH_ROWS;
            if (points <= most && (full || points(steps.get(i + 1), first, last) < LEAST_POINTS)) {
                return steps.get(i);
            }
        }
        return TimeStep.YEAR;
    }

    /** How many steps the time from one day to another touches. */
    private static long points(TimeStep step, LocalDate first, LocalDate last) {
        LocalDate start = step.begin(first);
        LocalDate end = step.begin(last);
        return 1
                + switch (step) {
                    case DAY -> ChronoUnit.DAYS.between(start, end);
                    case WEEK -> ChronoUnit.WEEKS.between(start, end);
                    case MONTH -> ChronoUnit.MONTHS.between(start, end);
                    case QUARTER -> ChronoUnit.MONTHS.between(start, end) / 3;
                    case YEAR -> ChronoUnit.YEARS.between(start, end);
                };
    }

    /** The days of rows by day, ascending. */
    public static List<LocalDate> days(ScoredRows rows) {
        String day = TimeStep.DAY.dimension();
        return rows.hasColumn(day)
                ? rows.distinct(day).stream()
                        .filter(LocalDate.class::isInstance)
                        .map(LocalDate.class::cast)
                        .toList()
                : List.of();
    }
}
