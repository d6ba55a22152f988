package com.cdhdashboard.duckdb.imports.sample;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTemplate;

/**
 * The rows with the lowest keys of all that were imported, as many as are kept: a sample in which every row has the same
 * chance, whatever the order of files and imports.
 */
public final class RowSample {
    public static final int ROWS = 2000;

    /** Of so many columns values are kept; very many more take the time and the memory that an import has. */
    public static final int COLUMNS = 500;

    /** The table of drawn rows, each with its file, its key and its values as JSON. */
    public static final String TABLE = "sample_rows";

    /** More than are kept are drawn, as chance may give fewer than expected. */
    private static final double SURPLUS = 1.5;

    private final Session session;
    private long below;

    public RowSample(Session session) {
        this.session = session;
        this.below = Long.MAX_VALUE;
        prune();
    }

    /** The key below which rows are to be drawn, of so many more rows. */
    public long below(long rows) {
        double share = Math.min(1, ROWS * SURPLUS / Math.max(1, rows));
        below = Math.min(below, (long) (share * Long.MAX_VALUE));
        return below;
    }

    /** Adds rows that a query gives as file, key and values. */
    public void add(String rows) {
        session.run("INSERT INTO " + TABLE + "\n" + rows);
    }

    /** Leaves the rows with the lowest keys. */
    public void prune() {
        if (session.number("SELECT count(*) FROM " + TABLE) < ROWS) {
            return;
        }
        session.run(SqlTemplate.of("""
                DELETE FROM ${table}
                WHERE rowid IN (
                    SELECT rowid
                    FROM ${table}
                    ORDER BY "key", "content"
                    OFFSET ${rows}
                )
                """)
                .with("table", TABLE)
                .with("rows", Integer.toString(ROWS))
                .sql());
        below = Math.min(below, session.number("SELECT max(\"key\") FROM " + TABLE));
    }
}
