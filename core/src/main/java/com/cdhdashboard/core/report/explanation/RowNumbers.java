package com.cdhdashboard.core.report.explanation;

import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.ShownNumber;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Finds what decides on the digits of a number in a row: the interval that stands beside it under the names that our
 * tables use. The ends of an interval have the digits of the number between them.
 */
public final class RowNumbers {
    /** What follows the name of a number, and the names of its ends, in place of each other. */
    private static final List<Ends> SUFFIXES = List.of(
            new Ends("", "_Low", "_High"),
            new Ends("", "_ci_low", "_ci_high"),
            new Ends("_stat", "_ci_low", "_ci_high"),
            new Ends("", "_low", "_high"));

    private static final String ESTIMATE = "estimate";
    private static final List<String> PARAMETER = List.of(ESTIMATE, "low", "high");
    private static final Ends MEAN = new Ends("mean_", "mean_low_", "mean_high_");

    private RowNumbers() {}

    /** A number and the ends of its interval. */
    record Ends(String number, String low, String high) {
        /** The names of all three, if one of them ends like this. */
        Stream<Ends> endingAs(String name) {
            return Stream.of(high, low, number)
                    .filter(name::endsWith)
                    .map(part -> name.substring(0, name.length() - part.length()))
                    .map(stem -> new Ends(stem + number, stem + low, stem + high));
        }

        Stream<Ends> beginningAs(String name) {
            return Stream.of(high, low, number)
                    .filter(name::startsWith)
                    .map(part -> name.substring(part.length()))
                    .map(stem -> new Ends(number + stem, low + stem, high + stem));
        }

        boolean isIn(Explanation.Numbers row) {
            return row.of(number).isPresent()
                    && row.of(low).isPresent()
                    && row.of(high).isPresent();
        }
    }

    /** The number of a column as the row makes it read; not available where the row has none. */
    public static ShownNumber of(String column, Format format, Explanation.Numbers row) {
        double value = row.of(column).orElse(Double.NaN);
        if (isParameter(column) && row.of(ESTIMATE).isPresent()) {
            return ShownNumber.parameter(value);
        }
        return ends(column)
                .filter(ends -> ends.isIn(row))
                .findFirst()
                .map(ends -> {
                    double halfWidth = (number(row, ends.high()) - number(row, ends.low())) / 2;
                    return ShownNumber.of(number(row, ends.number()), format, halfWidth)
                            .with(value);
                })
                .orElseGet(() -> ShownNumber.of(value, format));
    }

    /** The intervals that a column may belong to. */
    static Stream<Ends> ends(String column) {
        Stream<Ends> suffixed = SUFFIXES.stream().flatMap(ends -> ends.endingAs(column));
        return Stream.concat(suffixed, MEAN.beginningAs(column));
    }

    /** Whether the column has parameters of models, or the ends of their intervals. */
    static boolean isParameter(String column) {
        return PARAMETER.contains(column);
    }

    /** The columns that a number is read with, where a table has them. */
    public static Stream<String> beside(String column) {
        return ends(column).flatMap(ends -> Stream.of(ends.number(), ends.low(), ends.high()));
    }

    private static double number(Explanation.Numbers row, String column) {
        OptionalDouble value = row.of(column);
        return value.isPresent() ? value.getAsDouble() : Double.NaN;
    }
}
