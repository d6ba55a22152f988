package com.cdhdashboard.duckdb.summary;

import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.duckdb.Sql;

/** The names of tables and columns that hold summaries. */
public final class SummaryNames {
    /** The number of a cell, in the table of a cube and in those of its summaries. */
    public static final String CELL = "cell:";

    private SummaryNames() {}

    /** The table of one summary of a metric's cube, not quoted. */
    public static String table(String metric, Summary summary) {
        return "summary:" + metric + ":" + summary.name();
    }

    /** The quoted name of a part of a summary that is a column of the cube itself. */
    public static String part(Summary summary, String part) {
        return Sql.name(summary.part(part));
    }
}
