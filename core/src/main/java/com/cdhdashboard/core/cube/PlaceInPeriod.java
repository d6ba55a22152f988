package com.cdhdashboard.core.cube;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where in its period a stretch of time lies, counted from 1, so that two periods can be laid over each other. Weeks are
 * seven days from the first of the period on, as periods seldom begin on the same day of the week.
 */
public enum PlaceInPeriod {
    DAY(TimeStep.DAY, "DayOfPeriod"),
    WEEK(TimeStep.WEEK, "WeekOfPeriod"),
    MONTH(TimeStep.MONTH, "MonthOfPeriod");

    private static final int DAYS_OF_WEEK = 7;

    private final TimeStep step;
    private final String dimension;

    PlaceInPeriod(TimeStep step, String dimension) {
        this.step = step;
        this.dimension = dimension;
    }

    public String dimension() {
        return dimension;
    }

    public TimeStep step() {
        return step;
    }

    Column column() {
        return new Column(dimension, ValueType.INTEGER, Column.Role.DIMENSION, true);
    }

    /** Whether a dimension is a place, and no column of the data that happens to be called so. */
    public static boolean is(Column column) {
        return column.derived() && of(column.name()).isPresent();
    }

    /** The place of a day in the period that begins on another. */
    public long of(LocalDate day, LocalDate first) {
        return 1
                + switch (this) {
                    case DAY -> ChronoUnit.DAYS.between(first, day);
                    case WEEK -> ChronoUnit.DAYS.between(first, day) / DAYS_OF_WEEK;
                    case MONTH -> ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(day));
                };
    }

    /** The first day of a place, though the period may begin within its month. */
    public LocalDate begin(long place, LocalDate first) {
        return switch (this) {
            case DAY -> first.plusDays(place - 1);
            case WEEK -> first.plusDays((place - 1) * DAYS_OF_WEEK);
            case MONTH -> place == 1 ? first : first.withDayOfMonth(1).plusMonths(place - 1);
        };
    }

    /** The first of the days that would lie in the same place as a day, were the period whole there. */
    public LocalDate wholeFrom(LocalDate day, LocalDate first) {
        return this == WEEK ? first.plusDays((of(day, first) - 1) * DAYS_OF_WEEK) : step.begin(day);
    }

    /** The last of the days that would lie in the same place. */
    public LocalDate wholeTo(LocalDate day, LocalDate first) {
        return this == WEEK ? first.plusDays(of(day, first) * DAYS_OF_WEEK - 1) : step.end(day);
    }

    public static Optional<PlaceInPeriod> of(String dimension) {
        return Stream.of(values())
                .filter(place -> place.dimension.equals(dimension))
                .findFirst();
    }

    /** What an axis goes by where periods are laid over each other: places for steps of time, else what it went by. */
    public static String axis(String dimension) {
        return Stream.of(values())
                .filter(place -> place.step.dimension().equals(dimension))
                .map(PlaceInPeriod::dimension)
                .findFirst()
                .orElse(dimension);
    }
}
