package com.cdhdashboard.duckdb.summary;

/**
 * The values of a column with the number of rows each stands for. A cell with more than {@link #MOST_EXACT} distinct
 * values is given by {@link #STEPS} values at equal steps of rank, each for the same share of its rows: the rank of a
 * value is then off by at most 1/(2·{@link #STEPS}) of the rows of the cell, and of several cells together by no more.
 *
 * <p>A final cell is reduced again only when it has grown by a quarter, so that the errors of all its reductions add up
 * to at most (1 + 4/5 + 16/25 + …)/(2·{@link #STEPS}) = 0.0025.
 */
public record ValueReduction() implements Thinning {
    /** The most distinct values that a cell keeps as they are. */
    public static final int MOST_EXACT = 2048;

    static final int STEPS = 1024;

    @Override
    public String definition() {
        return "value DOUBLE, n DOUBLE";
    }

    @Override
    public int mostPlain() {
        return 2 * STEPS;
    }

    @Override
    public String reduce(String rows) {
        return "WITH counted AS MATERIALIZED (SELECT cell, value, sum(n) AS n FROM (" + rows
                + ") GROUP BY cell, value), large AS MATERIALIZED (SELECT cell, sum(n) AS total FROM counted GROUP BY cell"
                + " HAVING count(*) > " + MOST_EXACT
                + "), ranked AS (SELECT cell, value, n, total, sum(n) OVER (PARTITION BY"
                + " cell ORDER BY value ROWS UNBOUNDED PRECEDING) AS upto FROM counted JOIN large USING (cell)), picked AS"
                + " (SELECT cell, value, total / " + STEPS + " * (" + steps("upto") + " - " + steps("(upto - n)")
                + ") AS n FROM ranked) SELECT * FROM counted WHERE cell NOT IN (SELECT cell FROM large) UNION ALL SELECT *"
                + " FROM picked WHERE n > 0 ORDER BY cell, value";
    }

    /** Equal values may take several rows. */
    @Override
    public String thin(String rows) {
        return "SELECT cell, value, total / " + STEPS + " * (" + steps("upto") + " - " + steps("(upto - 1)")
                + ") AS n FROM (SELECT cell, value, row_number() OVER (PARTITION BY cell ORDER BY value) AS upto FROM ("
                + rows + ")) JOIN (SELECT cell, CAST(count(*) AS DOUBLE) AS total FROM (" + rows
                + ") GROUP BY cell) USING (cell) WHERE " + steps("upto") + " > " + steps("(upto - 1)");
    }

    /** How many steps, each taken at its middle, lie within so many rows. */
    private static String steps(String rows) {
        return "floor(" + rows + " * " + STEPS + " / total + 0.5)";
    }

    @Override
    public String isDue() {
        return "count(*) > " + 2 * MOST_EXACT
                + " AND 4 * sum(n) FILTER (NOT merged) > coalesce(sum(n) FILTER (merged), 0)";
    }
}
