package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.late.Labels;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.MetricPlan;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cells of a metric by day, as which rows are told apart first: what follows from the day or from the labels is then
 * found once a cell and not once a row, and one number stands for all dimensions, which takes half the time of grouping
 * by them.
 */
final class FineGrain {
    /** The number of the labels that are dimensions. */
    private static final String PLACE = "place";

    private static final String PLACES = "places_of_labels";

    /** The dimensions that are labels, and the others that do not follow from the day; as columns of the buffer. */
    private final List<String> labels;

    private final List<String> others;
    /** The labels that are not only dimensions. */
    private final List<String> needed;

    private final Session session;
    private final MetricPlan plan;

    FineGrain(Session session, MetricPlan plan) {
        this.session = session;
        this.plan = plan;
        this.labels = kept(column -> Labels.are(column.type()));
        this.others = kept(column -> !Labels.are(column.type()));
        this.needed = plan.keptColumns().stream()
                .filter(name -> Labels.are(plan.type(name)))
                .map(LateArrivalBuffer::column)
                .toList();
    }

    private List<String> kept(Predicate<Column> which) {
        return plan.grain().stream()
                .filter(column -> column.part().isEmpty() && which.test(column.column()))
                .map(column -> LateArrivalBuffer.column(column.column().name()))
                .toList();
    }

    /** Looks up what the labels of rows come to for the metric; to be called before {@link #rows} is asked for. */
    void find() {
        if (!labelled()) {
            return;
        }
        // A table of its own, as of a query the engine would work the places out once a row
        session.run("CREATE OR REPLACE TEMP TABLE " + PLACES + " AS SELECT "
                + listed(Stream.of(
                        Stream.of(Labels.NUMBER),
                        ifPlaced(Labels.number(labels.stream()) + " AS " + PLACE),
                        needed.stream()))
                + " FROM " + Labels.TABLE);
    }

    /** Rows of the buffer with the labels the metric needs, their {@code day} and {@code fine}, the number of their cell. */
    String rows(String rows) {
        return "SELECT *, " + number() + " AS fine FROM (SELECT *, "
                + plan.days().day("\"at\"") + " AS day FROM (" + withLabels(rows) + "))";
    }

    private String withLabels(String rows) {
        return labelled()
                ? "SELECT r.*, l.* EXCLUDE (" + Labels.NUMBER + ") FROM (" + rows + ") r JOIN " + PLACES + " l ON r."
                        + Labels.NUMBER + " = l." + Labels.NUMBER
                : rows;
    }

    private boolean labelled() {
        return !(labels.isEmpty() && needed.isEmpty());
    }

    /** Two of a million numbers are alike once in 40 million times. */
    private String number() {
        return "hash(" + listed(Stream.of(Stream.of("day"), ifPlaced(PLACE), others.stream())) + ")";
    }

    /** What dimensions follow from, over groups of {@code fine}. */
    String values() {
        return Stream.of(Stream.of("day"), ifPlaced(Labels.NUMBER), others.stream())
                .flatMap(columns -> columns)
                .map(column -> "any_value(" + column + ") AS " + column)
                .collect(Collectors.joining(", "));
    }

    /** Groups that have the {@link #values}, with the labels that are dimensions. */
    String named(String groups) {
        return labels.isEmpty()
                ? groups
                : "SELECT g.*, " + labels.stream().map(column -> "l." + column).collect(Collectors.joining(", "))
                        + " FROM (" + groups + ") g JOIN " + Labels.TABLE + " l USING (" + Labels.NUMBER + ")";
    }

    /** The dimensions of the metric, of groups that are {@link #named}. */
    String dimensions() {
        return plan.grain().stream()
                .map(column -> column.part()
                                .map(part -> part.of("day"))
                                .orElseGet(() ->
                                        LateArrivalBuffer.column(column.column().name()))
                        + " AS " + column.name())
                .collect(Collectors.joining(", "));
    }

    private Stream<String> ifPlaced(String column) {
        return labels.isEmpty() ? Stream.of() : Stream.of(column);
    }

    void forget() {
        session.run("DROP TABLE IF EXISTS " + PLACES);
    }

    private static String listed(Stream<Stream<String>> columns) {
        return columns.flatMap(some -> some).collect(Collectors.joining(", "));
    }
}
