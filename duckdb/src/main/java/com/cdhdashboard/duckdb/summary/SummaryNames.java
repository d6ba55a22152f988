package com.cdhdashboard.duckdb.summary;

import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.duckdb.Sql;
import java.util.List;

/** The names of tables and columns that hold summaries. */
public final class SummaryNames {
    /** The number of a cell, in the table of a cube and in those of its summaries. */
    public static final String CELL = "cell:";

    /** Whether a row of values is positive, where a metric has scores. */
    public static final String POSITIVE = "positive";

    private static final List<String> IN_STAGING = List.of("settled:", "events:", "numbers:", "waiting:");

    private SummaryNames() {}

    /** The table of one summary of a metric's cube, not quoted. */
    public static String table(String metric, Summary summary) {
        return "summary:" + metric + ":" + summary.name();
    }

    /** The table of the values of a metric's rows that are kept as they come, see {@link SummaryRows}; not quoted. */
    public static String values(String metric) {
        return "values:" + metric;
    }

    /** Whether a table of a staging database holds something of a metric: cells, events, numbers of cells, summaries. */
    public static boolean isOf(String metric, String table) {
        return IN_STAGING.stream().anyMatch(start -> table.equals(start + metric)) || isSummaryOf(metric, table);
    }

    /** Whether a table holds a summary of a metric, in a staging database or a published one. */
    public static boolean isSummaryOf(String metric, String table) {
        return table.equals(values(metric)) || table.startsWith("summary:" + metric + ":");
    }

    /** The quoted name of the column of that table for a column of the data. */
    public static String value(String column) {
        return Sql.name("value:" + column);
    }

    /** The quoted name of a part of a summary that is a column of the cube itself. */
    public static String part(Summary summary, String part) {
        return Sql.name(summary.part(part));
    }
}
