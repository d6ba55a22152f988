package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.metric.Metric;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Dimensions of a metric that are called as one of its numbers, or as a column that the program adds to every row: an
 * answer could show only one of the two.
 */
final class NamesOfNumbers {
    private NamesOfNumbers() {}

    /** Why a metric cannot be counted by its dimensions; none where it can. */
    static Optional<String> problem(Metric metric) {
        return metric.grain().stream()
                .filter(name -> isTaken(metric, name))
                .findFirst()
                .map(name -> "it is counted by \"" + name
                        + "\", which is the name of a number of its own; give the column"
                        + " another name under [ih.extensions] columns, such as pl.col(\"" + name + "\").alias(\"Its"
                        + name + "\"), and count by that");
    }

    private static boolean isTaken(Metric metric, String name) {
        Stream<String> kept = Stream.of(
                        metric.measures().stream().map(Column::name),
                        metric.summaries().stream()
                                .flatMap(summary -> summary.columns().stream().map(Column::name)),
                        RowSql.OWN.stream())
                .flatMap(names -> names);
        // The engine tells names apart without regard to case, answers with
        return kept.anyMatch(name::equalsIgnoreCase) || metric.scoreNames().contains(name);
    }
}
