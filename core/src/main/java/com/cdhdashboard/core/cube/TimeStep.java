package com.cdhdashboard.core.cube;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stretches of time that rows are summed over, finest first, by the names of their dimensions. What an import did not
 * keep follows from the day.
 */
public enum TimeStep {
    DAY("Day", ValueType.DATE),
    /** By the day it begins on, a Monday. */
    WEEK("Week", ValueType.DATE),
    MONTH("Month", ValueType.TEXT),
    QUARTER("Quarter", ValueType.TEXT),
    YEAR("Year", ValueType.INTEGER);

    private static final int MONTHS = 3;

    private final String dimension;
    private final ValueType type;

    TimeStep(String dimension, ValueType type) {
        this.dimension = dimension;
        this.type = type;
    }

    public String dimension() {
        return dimension;
    }

    /** What one step is called within a sentence. */
    public String word() {
        return dimension.toLowerCase(Locale.ROOT);
    }

    /** The dimension of the step where the data have none of that name. */
    public Column column() {
        return new Column(dimension, type, Column.Role.DIMENSION, this != DAY);
    }

    /** Whether a dimension is this step, and no column of the data that happens to be called so. */
    public boolean is(Column column) {
        return column.derived() && column.name().equals(dimension);
    }

    /** The first day of the step that a day lies in. */
    public LocalDate begin(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The last day of the step that a day lies in. */
    public LocalDate end(LocalDate day) {
        LocalDate begin = begin(day);
        return switch (this) {
            case DAY -> begin;
            case WEEK -> begin.plusWeeks(1).minusDays(1);
            case MONTH -> begin.plusMonths(1).minusDays(1);
            case QUARTER -> begin.plusMonths(MONTHS).minusDays(1);
            case YEAR -> begin.plusYears(1).minusDays(1);
        };
    }

    /** The step that a day lies in, as imports write it. */
    public Object of(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> begin(day);
            case MONTH -> day.toString().substring(0, day.toString().lastIndexOf('-'));
            case QUARTER -> day.getYear() + "_Q" + ((day.getMonthValue() + MONTHS - 1) / MONTHS);
            case YEAR -> (long) day.getYear();
        };
    }

    public static Optional<TimeStep> of(String dimension) {
        return Stream.of(values())
                .filter(step -> step.dimension.equals(dimension))
                .findFirst();
    }

    /** Whether a cube has the step as one. */
    public boolean isIn(CubeSchema schema) {
        // A text named Day is no day one can count with.
        return schema.dimension(dimension)
                .filter(column -> this != DAY || column.type() == ValueType.DATE)
                .isPresent();
    }

    public static Optional<TimeStep> finest(CubeSchema schema) {
        return Stream.of(values()).filter(step -> step.isIn(schema)).findFirst();
    }

    /** The name of the finest that is among these dimensions. */
    public static Optional<String> finest(Collection<String> dimensions) {
        return Stream.of(values())
                .map(TimeStep::dimension)
                .filter(dimensions::contains)
                .findFirst();
    }

    /** The steps that follow from the days of a cube, which has none of these names itself. */
    static List<TimeStep> derived(CubeSchema schema) {
        return DAY.isIn(schema)
                ? Stream.of(values())
                        .filter(step -> schema.dimension(step.dimension).isEmpty())
                        .toList()
                : List.of();
    }
}
