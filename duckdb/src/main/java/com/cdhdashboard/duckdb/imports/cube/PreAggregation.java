package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.late.DimensionDictionary;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.MetricPlan;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cells of a metric by day, as which rows are told apart first: what follows from the day or from the dictionary is then
 * found once a cell and not once a row, and one number stands for all dimensions, which takes half the time of grouping
 * by them.
 */
final class PreAggregation {
    /** The number of the dictionary columns that are dimensions. */
    private static final String PLACE = "place";

    private static final String PLACES = "places_in_dictionary";

    /** The dimensions that are in the dictionary, and the others that do not follow from the day; as columns of the buffer. */
    private final List<String> dictionary;

    private final List<String> others;
    /** The dictionary columns that are not only dimensions. */
    private final List<String> needed;

    private final Session session;
    private final MetricPlan plan;

    PreAggregation(Session session, MetricPlan plan) {
        this.session = session;
        this.plan = plan;
        this.dictionary = kept(column -> DimensionDictionary.holds(column.type()));
        this.others = kept(column -> !DimensionDictionary.holds(column.type()));
        this.needed = plan.keptColumns().stream()
                .filter(name -> DimensionDictionary.holds(plan.type(name)))
                .map(LateArrivalBuffer::column)
                .toList();
    }

    private List<String> kept(Predicate<Column> which) {
        return plan.grain().stream()
                .filter(column -> column.part().isEmpty() && which.test(column.column()))
                .map(column -> LateArrivalBuffer.column(column.column().name()))
                .toList();
    }

    /** Looks up what the dictionary entries of rows come to for the metric; to be called before {@link #rows} is asked for. */
    void find() {
        if (!usesDictionary()) {
            return;
        }
        // A table of its own, as of a query the engine would work the places out once a row
        session.run("CREATE OR REPLACE TEMP TABLE " + PLACES + " AS SELECT "
                + listed(Stream.of(
                        Stream.of(DimensionDictionary.NUMBER),
                        ifPlaced(DimensionDictionary.number(dictionary.stream()) + " AS " + PLACE),
                        needed.stream()))
                + " FROM " + DimensionDictionary.TABLE);
    }

    /** Rows of the buffer with the dictionary columns that the metric needs, their {@code day} and {@code fine}, the number of their cell. */
    String rows(String rows) {
        return SqlTemplate.of("""
                SELECT *, ${number} AS fine
                FROM (
                    SELECT *, ${day} AS day
                    FROM (
                        ${rows}
                    )
                )
                """)
                .with("number", number())
                .with("day", plan.days().day("\"at\""))
                .with("rows", withDictionary(rows))
                .sql();
    }

    private String withDictionary(String rows) {
        return usesDictionary()
                ? SqlTemplate.of("""
                        SELECT r.*, l.* EXCLUDE (${entry})
                        FROM (
                            ${rows}
                        ) r
                        JOIN ${places} l ON r.${entry} = l.${entry}
                        """)
                        .with("entry", DimensionDictionary.NUMBER)
                        .with("rows", rows)
                        .with("places", PLACES)
                        .sql()
                : rows;
    }

    private boolean usesDictionary() {
        return !(dictionary.isEmpty() && needed.isEmpty());
    }

    /** Two of a million numbers are alike once in 40 million times. */
    private String number() {
        return "hash(" + listed(Stream.of(Stream.of("day"), ifPlaced(PLACE), others.stream())) + ")";
    }

    /** What dimensions follow from, over groups of {@code fine}. */
    String values() {
        return Stream.of(Stream.of("day"), ifPlaced(DimensionDictionary.NUMBER), others.stream())
                .flatMap(columns -> columns)
                .map(column -> "any_value(" + column + ") AS " + column)
                .collect(Collectors.joining(", "));
    }

    /** Groups that have the {@link #values}, with the dictionary columns that are dimensions. */
    String named(String groups) {
        return dictionary.isEmpty()
                ? groups
                : SqlTemplate.of("""
                        SELECT g.*, ${columns}
                        FROM (
                            ${groups}
                        ) g
                        JOIN ${dictionary} l USING (${entry})
                        """)
                        .with(
                                "columns",
                                dictionary.stream().map(column -> "l." + column).collect(Collectors.joining(", ")))
                        .with("groups", groups)
                        .with("dictionary", DimensionDictionary.TABLE)
                        .with("entry", DimensionDictionary.NUMBER)
                        .sql();
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
        return dictionary.isEmpty() ? Stream.of() : Stream.of(column);
    }

    void dropTemporaryTables() {
        session.run("DROP TABLE IF EXISTS " + PLACES);
    }

    private static String listed(Stream<Stream<String>> columns) {
        return columns.flatMap(some -> some).collect(Collectors.joining(", "));
    }
}
