package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.summary.Thinning;
import com.cdhdashboard.duckdb.summary.ValueReduction;
import com.cdhdashboard.stats.sketch.ScoreSketch;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the values at hand are spread over the cells of a metric. To add up equal values takes most of the time of a
 * summary, and makes rows fewer only in cells of many rows, and where values repeat.
 */
final class ValueSpread {
    /** Every reduction leaves the distinct values of a cell with at most so many rows as they are. */
    private static final int MOST_EXACT = Math.min(ValueReduction.MOST_EXACT, ScoreSketch.MOST_EXACT);

    /** Values repeat where fewer than this share of a cell's rows have one of their own. */
    private static final double DISTINCT = 0.75;

    /** So many cells are looked at. */
    private static final int LOOKED_AT = 256;

    private static final String SAMPLE = "sampled_rows";

    private final Session session;
    private final String sizes;
    private final List<String> columns;
    private boolean anyCrowded;
    private Set<String> distinct = Set.of();

    /** Of these columns of a metric. */
    ValueSpread(Session session, String metric, List<String> columns) {
        this.session = session;
        this.sizes = Sql.name("sizes:" + metric);
        this.columns = List.copyOf(columns);
    }

    /** Looks at the rows of a table, which has {@code cell} and the columns as {@link Window#column} names them. */
    void find(String table) {
        if (columns.isEmpty()) {
            return;
        }
        session.run("CREATE OR REPLACE TEMP TABLE " + sizes + " AS SELECT cell, count(*) > " + MOST_EXACT
                + " AS crowded FROM " + table + " GROUP BY cell");
        anyCrowded = session.number("SELECT count(*) FROM " + sizes + " WHERE crowded") > 0;
        // In the order of a hash, as cells with neighbouring numbers are of the same kind
        session.run("CREATE OR REPLACE TEMP TABLE " + SAMPLE + " AS SELECT * FROM " + table
                + " WHERE cell IN (SELECT cell FROM " + sizes + " WHERE NOT crowded ORDER BY hash(cell) LIMIT "
                + LOOKED_AT + ")");
        distinct = columns.stream()
                .filter(column -> isDistinct(Window.column(column)))
                .collect(Collectors.toSet());
        session.run("DROP TABLE " + SAMPLE);
    }

    private boolean isDistinct(String column) {
        return session.first(
                        "SELECT count(*) > 0 AND count(DISTINCT hash(cell, " + column + ")) >= " + DISTINCT
                                + " * count(*) FROM " + SAMPLE + " WHERE " + column + " IS NOT NULL",
                        row -> row.getBoolean(1))
                .orElseThrow();
    }

    /** The rows of a query, {@code cell} and what is kept of a column, reduced as far as that pays. */
    String reduced(String column, String fresh, Thinning reduction) {
        if (!distinct.contains(column)) {
            return reduction.reduce(fresh);
        }
        if (!anyCrowded) {
            return fresh;
        }
        String isCrowded = "cell IN (SELECT cell FROM " + sizes + " WHERE crowded)";
        return "SELECT * FROM (" + fresh + ") WHERE NOT " + isCrowded + " UNION ALL SELECT * FROM ("
                + reduction.thin("SELECT * FROM (" + fresh + ") WHERE " + isCrowded) + ")";
    }

    void forget() {
        session.run("DROP TABLE IF EXISTS " + sizes);
    }
}
