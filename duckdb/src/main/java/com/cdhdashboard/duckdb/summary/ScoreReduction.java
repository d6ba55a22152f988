package com.cdhdashboard.duckdb.summary;

import com.cdhdashboard.stats.binary.ScoreRuns;

/**
 * Positives and negatives at each score. Equal scores are added up; those of a cell with more than
 * {@link ScoreRuns#MOST_EXACT} distinct ones are put into the runs of {@link ScoreRuns}, as SQL; a test compares the two.
 *
 * <p>A final cell is thinned again only when it has doubled, so that the errors of all its thinnings add up to at most
 * twice that of the last.
 */
public record ScoreReduction() implements Thinning {
    private static final String SUMS =
            "CAST(sum(positives) AS BIGINT) AS positives, CAST(sum(negatives) AS BIGINT) AS negatives";

    @Override
    public String definition() {
        return "score DOUBLE, positives BIGINT, negatives BIGINT";
    }

    @Override
    public int mostPlain() {
        return ScoreRuns.MOST_EXACT;
    }

    @Override
    public String reduce(String rows) {
        return "WITH counted AS MATERIALIZED (" + counted(rows) + "), large AS MATERIALIZED (" + totals("counted")
                + " HAVING count(*) > " + ScoreRuns.MOST_EXACT
                + ") SELECT * FROM counted WHERE cell NOT IN (SELECT cell FROM large) UNION ALL " + runs()
                + " ORDER BY cell, score";
    }

    @Override
    public String thin(String rows) {
        return "WITH counted AS MATERIALIZED (" + counted(rows) + "), large AS MATERIALIZED (" + totals("counted")
                + ") " + runs();
    }

    private static String counted(String rows) {
        return "SELECT cell, score, " + SUMS + " FROM (" + rows + ") GROUP BY cell, score";
    }

    private static String totals(String counted) {
        return "SELECT cell, CAST(sum(positives) AS DOUBLE) AS p, CAST(sum(negatives) AS DOUBLE) AS n FROM " + counted
                + " GROUP BY cell";
    }

    /** Of {@code counted} the cells that are {@code large}. */
    private static String runs() {
        String placed = "SELECT cell, score, positives, negatives, p, n, CAST(sum(positives) OVER higher AS DOUBLE)"
                + " AS with_p, CAST(sum(negatives) OVER higher AS DOUBLE) AS with_n FROM counted JOIN large USING (cell)"
                + " WINDOW higher AS (PARTITION BY cell ORDER BY score DESC ROWS UNBOUNDED PRECEDING)";
        String stepped =
                "SELECT cell, score, positives, negatives, " + step("(with_p - positives)", "p") + " AS step_p, "
                        + step("(with_n - negatives)", "n") + " AS step_n, " + step("with_p", "p") + " AS next_p, "
                        + step("with_n", "n") + " AS next_n FROM (" + placed + ")";
        String mean = "fsum(score * (positives + negatives)) / sum(positives + negatives)";
        return "SELECT cell, greatest(min(score), least(max(score), " + mean + ")) AS score, " + SUMS + " FROM ("
                + stepped + ") GROUP BY cell, CAST(floor(step_p) AS INTEGER), CAST(floor(step_n) AS INTEGER),"
                + " CASE WHEN next_p - step_p >= 1 OR next_n - step_n >= 1 THEN score END";
    }

    private static String step(String above, String all) {
        int fine = ScoreRuns.FINE;
        String turn = "(" + all + " * " + fine + " / " + ScoreRuns.STEPS + ")";
        return "CASE WHEN " + all + " <= " + ScoreRuns.STEPS + " OR " + above + " <= " + fine + " THEN " + above
                + " WHEN " + above + " <= " + turn + " THEN " + fine + " + " + fine + " * ln(" + above + " / " + fine
                + ") ELSE " + fine + " + " + fine + " * ln(" + turn + " / " + fine + ") + (" + above + " - " + turn
                + ") * " + ScoreRuns.STEPS + " / " + all + " END";
    }

    @Override
    public String isDue() {
        return "count(*) > " + 2 * ScoreRuns.MOST_EXACT + " AND sum(positives + negatives) FILTER (NOT merged)"
                + " > coalesce(sum(positives + negatives) FILTER (merged), 0)";
    }
}
