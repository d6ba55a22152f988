package com.cdhdashboard.duckdb.summary;

import com.cdhdashboard.core.cube.Summary.Quantiles;
import java.util.stream.Collectors;

/** Quantiles of type 7 (R. Hyndman, Y. Fan, American Statistician 50 (1996) 361-365) of values that stand for rows. */
public final class QuantileSql {
    private QuantileSql() {}

    /**
     * For each {@code g} of a query the parts of {@link Quantiles}: with h = (N − 1)·share, linear between the values at
     * ranks ⌊h⌋ and ⌊h⌋ + 1.
     *
     * @param rows {@code g}, {@code value}, and {@code n}, the rows it stands for
     */
    public static String quantiles(String rows) {
        String quantiles = Quantiles.PARTS.stream()
                .map(part -> quantile(Quantiles.share(part)) + " AS " + part)
                .collect(Collectors.joining(", "));
        return "WITH weighed AS MATERIALIZED (" + rows
                + "), totals AS (SELECT g, round(sum(n)) - 1 AS last FROM weighed"
                + " GROUP BY g), ranked AS (SELECT g, value, last, sum(n) OVER (PARTITION BY g ORDER BY value ROWS UNBOUNDED"
                + " PRECEDING) AS upto FROM weighed JOIN totals USING (g)), answered AS (SELECT g, any_value(last) AS last, "
                + Quantiles.PARTS.stream()
                        .map(part -> neighbours(Quantiles.share(part)))
                        .collect(Collectors.joining(", "))
                + ", max(value) AS largest FROM ranked GROUP BY g) SELECT g, " + quantiles + " FROM answered";
    }

    private static String neighbours(double share) {
        String rank = "floor(last * " + share + ")";
        return "min(value) FILTER (upto > " + rank + ") AS " + low(share) + ", min(value) FILTER (upto > " + rank
                + " + 1) AS " + high(share);
    }

    private static String quantile(double share) {
        String low = "coalesce(" + low(share) + ", largest)";
        String high = "coalesce(" + high(share) + ", largest)";
        String within = "(last * " + share + " - floor(last * " + share + "))";
        return low + " + " + within + " * (" + high + " - " + low + ")";
    }

    private static String low(double share) {
        return "low_" + Math.round(share * 100);
    }

    private static String high(double share) {
        return "high_" + Math.round(share * 100);
    }
}
