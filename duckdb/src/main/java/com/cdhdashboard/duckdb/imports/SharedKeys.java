package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.duckdb.Session;

/**
 * The keys that several usable rows of the window have. Most keys have one row, which stands for itself; so the work by
 * key is done for these few only, and fits into memory.
 */
final class SharedKeys {
    private static final String TABLE = "shared_keys";

    private final Session session;

    /** Finds them. */
    SharedKeys(Session session) {
        this.session = session;
        session.run("CREATE OR REPLACE TEMP TABLE " + TABLE + " AS SELECT \"key\" FROM " + Window.TABLE
                + " WHERE \"at\" IS NOT NULL GROUP BY \"key\" HAVING count(*) > 1");
    }

    /** The rows of the window, as {@code w}, that share their key with others; to follow {@code FROM}. */
    static String rows() {
        return Window.TABLE + " w SEMI JOIN " + TABLE + " s ON w.\"key\" = s.\"key\"";
    }

    /** The other rows of the window, as {@code w}. */
    static String otherRows() {
        return Window.TABLE + " w ANTI JOIN " + TABLE + " s ON w.\"key\" = s.\"key\"";
    }

    void forget() {
        session.run("DROP TABLE IF EXISTS " + TABLE);
    }
}
