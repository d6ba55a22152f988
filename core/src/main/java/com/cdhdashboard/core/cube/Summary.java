package com.cdhdashboard.core.cube;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a cube keeps of its rows beside sums. A summary merges at every roll-up, though not by adding: an engine keeps it
 * in whatever form it merges best, and answers with the columns named here.
 *
 * <p>The columns are named by the prepared column and a part after a colon, which no column of a file can have.
 */
public sealed interface Summary {
    /** The kinds, as published files name them; a switch over them tells every place that a new kind concerns. */
    enum Kind {
        MOMENTS,
        QUANTILES,
        SCORES,
        LISTS;

        /** The summary of this kind; moments and lists are never averaged. */
        public Summary of(String column, boolean averaged) {
            return switch (this) {
                case MOMENTS -> new Moments(column);
                case QUANTILES -> new Quantiles(column, averaged);
                case SCORES -> new ScoreCounts(column, averaged);
                case LISTS -> new ItemLists(column);
            };
        }
    }

    Kind kind();

    /** The prepared column that is summed up. */
    String column();

    /** Whether exact figures of each cell are kept instead, which a roll-up can only average. */
    default boolean averaged() {
        return false;
    }

    /** What a roll-up answers for each group; a value that does not exist is null. */
    List<Column> columns();

    /** Tells the summaries of one cube apart. */
    String name();

    /** The name of one of the columns. */
    default String part(String part) {
        return column() + ":" + part;
    }

    private static Column integer(String name) {
        return Column.measure(name, ValueType.INTEGER);
    }

    private static Column number(String name) {
        return Column.measure(name, ValueType.NUMBER);
    }

    /**
     * The number of values of a numeric column that are not null, their sum, mean, sum of squared deviations from the
     * mean, smallest and largest value. Exact: deviations of parts are merged by Chan's formula.
     */
    record Moments(String column) implements Summary {
        public static final String COUNT = "count";
        public static final String SUM = "sum";
        public static final String MEAN = "mean";
        public static final String SQUARES = "squares";
        public static final String MIN = "min";
        public static final String MAX = "max";

        public Moments {
            requireNonNull(column, "column");
        }

        @Override
        public Kind kind() {
            return Kind.MOMENTS;
        }

        @Override
        public String name() {
            return "moments:" + column;
        }

        @Override
        public List<Column> columns() {
            return Stream.concat(
                            Stream.of(integer(part(COUNT))),
                            Stream.of(SUM, MEAN, SQUARES, MIN, MAX).map(part -> number(part(part))))
                    .toList();
        }
    }

    /**
     * Quantiles of a numeric column: of type 7 for groups of up to 500 rows, with a rank that is off by at most 0.005
     * for larger ones.
     *
     * @param averaged whether the exact quantiles of each cell are kept instead, which a roll-up can only average,
     *     weighted by the number of values
     */
    record Quantiles(String column, boolean averaged) implements Summary {
        /** The parts, and the share of values below each. */
        public static final List<String> PARTS = List.of("p25", "p50", "p75", "p90", "p95");

        public Quantiles {
            requireNonNull(column, "column");
        }

        /** The share of values below the quantile of that part, which is written in percent. */
        public static double share(String part) {
            return Integer.parseInt(part.substring(1)) / 100.0;
        }

        @Override
        public Kind kind() {
            return Kind.QUANTILES;
        }

        @Override
        public String name() {
            return "quantiles:" + column;
        }

        @Override
        public List<Column> columns() {
            return PARTS.stream().map(part -> number(part(part))).toList();
        }
    }

    /**
     * The positives and negatives at each score, of rows that have one.
     *
     * <p>Answered are both numbers, the area under the ROC curve with DeLong's standard error, and average precision;
     * these are null where a class is absent, the error also where a class has one row only. The area is off by at most
     * 0.001, average precision by at most 0.002.
     *
     * @param averaged whether area and precision of each cell are kept instead, which a roll-up can only average,
     *     weighted by the number of rows; there is no standard error then
     */
    record ScoreCounts(String column, boolean averaged) implements Summary {
        public static final String POSITIVES = "positives";
        public static final String NEGATIVES = "negatives";
        public static final String AREA = "area";
        public static final String AREA_ERROR = "area_error";
        public static final String PRECISION = "precision";

        public ScoreCounts {
            requireNonNull(column, "column");
        }

        @Override
        public Kind kind() {
            return Kind.SCORES;
        }

        @Override
        public String name() {
            return "scores:" + column;
        }

        @Override
        public List<Column> columns() {
            return List.of(
                    integer(part(POSITIVES)),
                    integer(part(NEGATIVES)),
                    number(part(AREA)),
                    number(part(AREA_ERROR)),
                    number(part(PRECISION)));
        }
    }

    /**
     * Lists of the distinct values of a column: one list for each cell, day of decision and customer.
     *
     * <p>Answered are the number n of lists, Σᵢ wᵢ² with wᵢ = Σ 1/√|L| over the lists that hold value i, and
     * Σᵢ log₂(n/nᵢ)·Σ 1/|L| with nᵢ the number of those lists. Exact.
     */
    record ItemLists(String column) implements Summary {
        public static final String LISTS = "lists";
        public static final String SQUARES = "list_squares";
        public static final String SURPRISE = "list_surprise";

        public ItemLists {
            requireNonNull(column, "column");
        }

        @Override
        public Kind kind() {
            return Kind.LISTS;
        }

        @Override
        public String name() {
            return "lists:" + column;
        }

        @Override
        public List<Column> columns() {
            return List.of(integer(part(LISTS)), number(part(SQUARES)), number(part(SURPRISE)));
        }
    }
}
