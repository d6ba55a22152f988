package com.cdhdashboard.duckdb.imports;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The cells of a metric by day, as which rows are told apart first: what follows from the day is then computed once a
 * cell and not once a row, and one number stands for all dimensions, which takes half the time of grouping by them.
 */
final class FineGrain {
    private final MetricPlan plan;
    /** The dimensions that do not follow from the day, as columns of the window. */
    private final List<String> kept;

    FineGrain(MetricPlan plan) {
        this.plan = plan;
        this.kept = plan.grain().stream()
                .filter(column -> column.part().isEmpty())
                .map(column -> Window.column(column.column().name()))
                .toList();
    }

    /** Rows of the window with their {@code day} and {@code fine}, the number of their cell. */
    String rows(String rows) {
        return "SELECT *, " + number() + " AS fine FROM (SELECT *, CAST(\"at\" AS DATE) AS day FROM (" + rows + "))";
    }

    /** Two of a million numbers are alike once in 40 million times. */
    private String number() {
        return "hash(day" + kept.stream().map(column -> ", " + column).collect(Collectors.joining()) + ")";
    }

    /** The day and the dimensions that do not follow from it, over groups of {@code fine}. */
    String values() {
        return "any_value(day) AS day"
                + kept.stream()
                        .map(column -> ", any_value(" + column + ") AS " + column)
                        .collect(Collectors.joining());
    }

    /** The dimensions of the metric, of {@link #values}. */
    String dimensions() {
        return plan.grain().stream()
                .map(column -> column.part()
                                .map(part -> part.of("day"))
                                .orElseGet(() -> Window.column(column.column().name()))
                        + " AS " + column.name())
                .collect(Collectors.joining(", "));
    }
}
