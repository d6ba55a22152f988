package com.cdhdashboard.core.customer;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueType;
import java.util.List;
import java.util.Locale;

/** A question for measures of groups of customers; grouped where the customers are, so that only groups travel. */
public record CustomerRollUp(
        String metric, List<Grouping> groupBy, List<Measure> measures, List<Filter> filters, Population population) {
    /** Whose rows count. */
    public enum Population {
        ALL,
        /** Those with a purchase after the first; only they have a monetary value. */
        REPEAT_BUYERS
    }

    /** What rows are grouped by; the name is that of the column in the answer. */
    public sealed interface Grouping {
        String name();
    }

    /** A group or the segment. */
    public record Dimension(String name) implements Grouping {
        public Dimension {
            requireNonNull(name, "name");
        }
    }

    /** The values of a column. */
    public record Value(CustomerColumn column) implements Grouping {
        public Value {
            requireNonNull(column, "column");
        }

        @Override
        public String name() {
            return column.column();
        }
    }

    /**
     * Intervals of equal width that include their lower end: the answer has their number, {@code floor((value - start) /
     * width)}.
     */
    public record Bin(CustomerColumn column, double start, double width) implements Grouping {
        public Bin {
            requireNonNull(column, "column");
            if (!(width > 0 && Double.isFinite(width) && Double.isFinite(start))) {
                throw new IllegalArgumentException("not bins: from " + start + " by " + width);
            }
        }

        @Override
        public String name() {
            return column.column() + "_bin";
        }
    }

    /** How the values of a group are summed up. Quartiles interpolate linearly (Hyndman and Fan, type 7). */
    public enum Aggregate {
        /** Customers; those who are in several groups of one answer row count once. */
        CUSTOMERS,
        SUM,
        SUM_OF_SQUARES,
        MEAN,
        LEAST,
        GREATEST,
        LOWER_QUARTILE,
        MEDIAN,
        UPPER_QUARTILE
    }

    /** One column of the answer; the column measured means nothing to {@link Aggregate#CUSTOMERS}. */
    public record Measure(Aggregate aggregate, CustomerColumn column) {
        /** How many customers. */
        public static final Measure CUSTOMERS = new Measure(Aggregate.CUSTOMERS, CustomerColumn.FREQUENCY);

        public Measure {
            requireNonNull(aggregate, "aggregate");
            requireNonNull(column, "column");
        }

        /** The name in the answer, such as {@code mean_lifetime_value}. */
        public String name() {
            return aggregate == Aggregate.CUSTOMERS
                    ? CustomerReader.CUSTOMERS
                    : aggregate.name().toLowerCase(Locale.ROOT) + "_" + column.column();
        }

        public Column describe() {
            return Column.measure(name(), aggregate == Aggregate.CUSTOMERS ? ValueType.INTEGER : ValueType.NUMBER);
        }
    }

    public CustomerRollUp {
        requireNonNull(metric, "metric");
        groupBy = List.copyOf(groupBy);
        measures = List.copyOf(measures);
        filters = List.copyOf(filters);
        requireNonNull(population, "population");
        if (measures.isEmpty()) {
            throw new IllegalArgumentException("a question without measures");
        }
    }
}
