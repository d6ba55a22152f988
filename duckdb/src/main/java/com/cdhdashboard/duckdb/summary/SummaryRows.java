package com.cdhdashboard.duckdb.summary;

import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.duckdb.Sql;

/**
 * Queries of the rows of a summary beside the cells: {@code cell}, and the columns of its {@link Reduction}.
 *
 * <p>Values and scores may lie in two tables, one of the summary with what was reduced, and one of the metric with values
 * that are kept as they come: a row of the data in each row, and all summaries of the metric side by side.
 */
public final class SummaryRows {
    private SummaryRows() {}

    /** All rows, of a summary that is not averaged. */
    public static String all(String metric, Summary summary) {
        String reduced = Sql.name(SummaryNames.table(metric, summary));
        return summary.kind() == Summary.Kind.LISTS
                ? "SELECT * FROM " + reduced
                : "SELECT * FROM " + reduced + " UNION ALL " + asTheyCame(metric, summary);
    }

    /** Those of values that are kept as they come. */
    public static String asTheyCame(String metric, Summary summary) {
        String value = SummaryNames.value(summary.column());
        String columns = summary.kind() == Summary.Kind.SCORES
                ? value + " AS score, CAST(" + SummaryNames.POSITIVE + " AS BIGINT) AS positives, CAST(NOT "
                        + SummaryNames.POSITIVE + " AS BIGINT) AS negatives"
                : value + " AS value, CAST(1 AS DOUBLE) AS n";
        return "SELECT cell, " + columns + " FROM " + Sql.name(SummaryNames.values(metric)) + " WHERE " + value
                + " IS NOT NULL";
    }
}
