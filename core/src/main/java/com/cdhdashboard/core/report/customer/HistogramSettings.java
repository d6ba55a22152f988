package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.customer.CustomerRollUp.Aggregate;
import java.util.Locale;
import java.util.Optional;

/**
 * What a histogram of customers shows.
 *
 * @param measured the column summed up in each bar; absent where customers are counted
 */
record HistogramSettings(ColumnText x, Optional<Measured> measured, Scale scale, int most, Split split) {
    /** A column and how it is summed up. */
    record Measured(ColumnText column, Aggregate aggregate) {}

    /** What bars of one colour add up to, and whether each adds those before it. */
    record Scale(Normalization normalization, boolean cumulative) {}

    /** The dimensions that colours and small charts stand for. */
    record Split(Optional<String> color, Optional<String> row, Optional<String> column) {}

    /** What bars of one colour add up to. */
    enum Normalization {
        NONE(""),
        PERCENT("percent"),
        PROBABILITY("probability"),
        DENSITY("density"),
        PROBABILITY_DENSITY("probability density");

        private final String key;

        Normalization(String key) {
            this.key = key;
        }

        static Normalization of(String key) {
            for (Normalization each : values()) {
                if (each.key.equals(key)) {
                    return each;
                }
            }
            throw new IllegalArgumentException(key);
        }

        /** The height of a bar of this size among all, over intervals of this width. */
        double height(double size, double all, double width) {
            return switch (this) {
                case NONE -> size;
                case PERCENT -> 100 * size / all;
                case PROBABILITY -> size / all;
                case DENSITY -> size / width;
                case PROBABILITY_DENSITY -> size / all / width;
            };
        }
    }

    /** Whether bars can be added up: counts and sums can, means and extremes cannot. */
    boolean additive() {
        return measured.map(each -> each.aggregate() == Aggregate.SUM).orElse(true);
    }

    String yTitle() {
        String base = measured.map(each ->
                        each.column().title() + ", " + each.aggregate().name().toLowerCase(Locale.ROOT))
                .orElse("Customers");
        if (!additive()) {
            return base;
        }
        String scaled = switch (scale.normalization()) {
            case NONE -> base;
            case PERCENT -> base + ", % of colour";
            case PROBABILITY -> base + ", share of colour";
            case DENSITY -> base + " per unit";
            case PROBABILITY_DENSITY -> base + ", share per unit";
        };
        return scale.cumulative() ? scaled + ", cumulative" : scaled;
    }
}
