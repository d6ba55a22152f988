package com.cdhdashboard.duckdb.summary;

/** {@code stats.sketch.ScoreBins} as SQL; a test compares the two. */
public final class ScoreBinSql {
    private static final String ZERO = "-1048576";
    private static final String ONE = "1048576";

    private ScoreBinSql() {}

    /** The bin of a finite score. */
    public static String bin(String score) {
        String logOdds = floor("least(27, ln(" + score + ") - ln(1 - " + score + "))");
        return "CASE WHEN " + score + " > 0 AND " + score + " < 1 THEN " + logOdds + " WHEN " + score + " = 0 THEN "
                + ZERO
                + " WHEN " + score + " = 1 THEN " + ONE + " WHEN " + score + " > 1 THEN 2097152 + "
                + floor("ln(" + score + ")")
                + " ELSE -2097153 - " + floor("ln(-" + score + ")") + " END";
    }

    private static String floor(String logarithm) {
        return "CAST(floor(1024 * greatest(-700, least(709, " + logarithm + "))) AS INTEGER)";
    }

    /** The score that stands for all of a bin. */
    public static String score(String bin) {
        return "CASE WHEN " + bin + " = " + ZERO + " THEN 0 WHEN " + bin + " = " + ONE + " THEN 1 WHEN " + bin + " > "
                + ZERO
                + " AND " + bin + " < " + ONE + " THEN 1 / (1 + exp(-" + middle(bin) + ")) WHEN " + bin + " > " + ONE
                + " THEN exp(" + middle("(" + bin + " - 2097152)") + ") ELSE -exp(" + middle("(-2097153 - " + bin + ")")
                + ") END";
    }

    private static String middle(String bin) {
        return "((" + bin + " + 0.5) / 1024)";
    }
}
