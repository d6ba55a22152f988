package com.cdhdashboard.duckdb.summary;

import com.cdhdashboard.stats.sketch.ScoreSketch;

/**
 * Positives and negatives at each score. Equal scores are added up; of a cell with more than {@link ScoreSketch#MOST_EXACT}
 * distinct ones those of a bin are added up too, under the score that stands for it, or under their own where they are
 * one.
 */
public record ScoreReduction() implements Thinning {
    private static final int MOST = ScoreSketch.MOST_EXACT;
    private static final int MOST_PLAIN = 8192;

    @Override
    public String definition() {
        return "score DOUBLE, positives BIGINT, negatives BIGINT";
    }

    /** More than for values, as bins are so fine that most rows of a cell have one of their own. */
    @Override
    public int mostPlain() {
        return MOST_PLAIN;
    }

    @Override
    public String reduce(String rows) {
        return "WITH counted AS MATERIALIZED (SELECT cell, score, " + SUMS + " FROM (" + rows
                + ") GROUP BY cell, score), large AS MATERIALIZED (SELECT cell FROM counted GROUP BY cell HAVING count(*) > "
                + MOST + ") SELECT * FROM counted WHERE cell NOT IN (SELECT cell FROM large) UNION ALL "
                + binned("counted WHERE cell IN (SELECT cell FROM large)") + " ORDER BY cell, score";
    }

    private static final String SUMS =
            "CAST(sum(positives) AS BIGINT) AS positives, CAST(sum(negatives) AS BIGINT) AS negatives";

    @Override
    public String thin(String rows) {
        return binned("(" + rows + ")");
    }

    private static String binned(String rows) {
        return "SELECT cell, CASE WHEN min(score) = max(score) THEN min(score) ELSE " + ScoreBinSql.score("bin")
                + " END AS score, " + SUMS + " FROM (SELECT *, " + ScoreBinSql.bin("score")
                + " AS bin FROM " + rows + ") GROUP BY cell, bin";
    }

    /** A cell may have more than {@code MOST} bins, which to reduce again would leave as they are. */
    @Override
    public String isDue() {
        return "count(*) FILTER (NOT merged) > greatest(" + 2 * MOST + ", count(*) FILTER (merged))";
    }
}
