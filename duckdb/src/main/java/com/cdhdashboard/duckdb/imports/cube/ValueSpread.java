package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.summary.Thinning;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the values at hand are spread over the cells of a metric. To add up equal values takes most of the time of a
 * summary, and makes rows fewer only in cells of many rows, and where values repeat.
 */
final class ValueSpread {
    /** Values repeat where fewer than this share of a cell's rows have one of their own. */
    private static final double DISTINCT = 0.75;

    /** So many cells are looked at. */
    private static final int LOOKED_AT = 256;

    private final Session session;
    private final List<String> columns;
    private final int mostPlain;
    private Set<String> unlike = Set.of();

    /** Of the columns of these summaries of a metric, which are of values or scores. */
    ValueSpread(Session session, List<Summary> summaries) {
        this.session = session;
        this.columns = summaries.stream().map(Summary::column).distinct().toList();
        this.mostPlain = summaries.stream()
                .flatMap(summary -> Thinning.of(summary).stream())
                .mapToInt(Thinning::mostPlain)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** A cell with more rows is crowded. */
    int mostPlain() {
        return mostPlain;
    }

    /** The columns whose spread is of interest. */
    List<String> columns() {
        return columns;
    }

    /**
     * Looks at the rows of a table.
     *
     * @param table has {@code cell} and the columns as {@link LateArrivalBuffer#column} names them
     * @param crowds a table that tells of each {@code cell} whether it is {@code crowded}
     */
    void find(String table, String crowds) {
        if (columns.isEmpty()) {
            return;
        }
        // In the order of a hash, as cells with neighbouring numbers are of the same kind
        session.run(SqlTemplate.of("""
                CREATE OR REPLACE TEMP TABLE sampled_rows AS
                SELECT *
                FROM ${rows}
                WHERE cell IN (
                    SELECT DISTINCT cell
                    FROM ${crowds}
                    WHERE NOT crowded
                    ORDER BY hash(cell)
                    LIMIT ${most}
                )
                """)
                .with("rows", table)
                .with("crowds", crowds)
                .with("most", LOOKED_AT)
                .sql());
        unlike = columns.stream()
                .filter(column -> areUnlike(LateArrivalBuffer.column(column)))
                .collect(Collectors.toSet());
        session.run("DROP TABLE sampled_rows");
    }

    private boolean areUnlike(String column) {
        String unlike = SqlTemplate.of("""
                SELECT count(*) > 0 AND count(DISTINCT hash(cell, ${column})) >= ${share} * count(*)
                FROM sampled_rows
                WHERE ${column} IS NOT NULL
                """)
                .with("column", column)
                .with("share", Double.toString(DISTINCT))
                .sql();
        return session.first(unlike, row -> row.getBoolean(1)).orElseThrow();
    }

    /** Whether most values of a column are the only ones of their kind in their cell, so that adding up does not pay. */
    boolean isUnlike(String column) {
        return unlike.contains(column);
    }
}
