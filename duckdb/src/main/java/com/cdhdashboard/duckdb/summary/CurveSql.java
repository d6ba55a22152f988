package com.cdhdashboard.duckdb.summary;

import com.cdhdashboard.core.cube.Summary.ScoreCounts;

/**
 * The measures of {@code stats.binary.ScoreDistribution} as SQL: area under the ROC curve, its standard error by DeLong,
 * average precision.
 */
public final class CurveSql {
    private CurveSql() {}

    /**
     * For each {@code g} of a query its counts and measures, named as the parts of {@link ScoreCounts}.
     *
     * @param rows {@code g}, {@code score}, {@code positives}, {@code negatives}; a score may occur several times
     */
    public static String measures(String rows) {
        return "WITH counted AS (SELECT g, score, CAST(sum(positives) AS DOUBLE) AS p, CAST(sum(negatives) AS DOUBLE) AS n"
                + " FROM (" + rows + ") GROUP BY g, score),"
                + " totals AS MATERIALIZED (SELECT g, sum(p) AS tp, sum(n) AS tn FROM counted GROUP BY g),"
                + " ranked AS MATERIALIZED (SELECT g, p, n, tp, tn, sum(p) OVER below AS upto_p, sum(n) OVER below AS upto_n"
                + " FROM counted JOIN totals USING (g)"
                + " WINDOW below AS (PARTITION BY g ORDER BY score ROWS UNBOUNDED PRECEDING)),"
                + " placed AS MATERIALIZED (SELECT *, (upto_n - n / 2) / tn AS won, (tp - upto_p + p / 2) / tp AS lost"
                + " FROM ranked WHERE tp > 0 AND tn > 0),"
                + " areas AS MATERIALIZED (SELECT g, fsum(p * won) / any_value(tp) AS area, fsum(p * ((tp - upto_p + p)"
                + " / (tp - upto_p + p + tn - upto_n + n))) / any_value(tp) AS average FROM placed GROUP BY g),"
                + " errors AS (SELECT g, sqrt(" + error("p", "won", "tp") + " + " + error("n", "lost", "tn")
                + ") AS error FROM placed JOIN areas USING (g) WHERE tp > 1 AND tn > 1 GROUP BY g)"
                + " SELECT g, CAST(tp AS BIGINT) AS " + ScoreCounts.POSITIVES + ", CAST(tn AS BIGINT) AS "
                + ScoreCounts.NEGATIVES + ", area AS " + ScoreCounts.AREA + ", error AS " + ScoreCounts.AREA_ERROR
                + ", average AS " + ScoreCounts.PRECISION
                + " FROM totals LEFT JOIN areas USING (g) LEFT JOIN errors USING (g)";
    }

    private static String error(String count, String place, String total) {
        return "fsum(" + count + " * (" + place + " - area) * (" + place + " - area)) / (any_value(" + total
                + ") - 1) / any_value(" + total + ")";
    }
}
