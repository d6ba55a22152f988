package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.duckdb.Session;

/**
 * Which interactions settle: those whose every row was decided more than {@code late_outcome_days} before the last day
 * of the data. Their cells move to the settled part of the cubes, and their rows leave the window. All rows of one key
 * settle together.
 */
final class Settlement {
    /** The day that a row of the window was decided on. */
    static final String DECISION_DAY = "CAST(coalesce(\"decided\", \"at\") AS DATE)";

    private static final String SETTLED_TO = "(SELECT settled_to FROM store)";

    private final Session session;
    private final int lateOutcomeDays;
    private boolean due;

    Settlement(Session session, int lateOutcomeDays) {
        this.session = session;
        this.lateOutcomeDays = lateOutcomeDays;
    }

    /** Whether any row may settle. */
    boolean due() {
        return due;
    }

    /** Whether a key settles, as an aggregate over its rows in the window. */
    String settlesByKey() {
        return due ? "max(" + DECISION_DAY + ") <= " + SETTLED_TO : "false";
    }

    /** Whether a row of the window settles that is the only one of its key. */
    String settlesAlone() {
        return due ? DECISION_DAY + " <= " + SETTLED_TO : "false";
    }

    /** Finds what is due. */
    void begin() {
        session.run("UPDATE store SET first_day = least(first_day, days.first), last_day = greatest(last_day,"
                + " days.last) FROM (SELECT CAST(min(\"at\") AS DATE) AS first, CAST(max(\"at\") AS DATE) AS last FROM "
                + Window.TABLE + ") days");
        session.run("UPDATE store SET settled_to = greatest(settled_to, last_day - INTERVAL " + (lateOutcomeDays + 1)
                + " DAY)");
        due = session.number("SELECT count(*) FROM " + Window.TABLE + " WHERE \"at\" IS NOT NULL AND " + DECISION_DAY
                        + " <= " + SETTLED_TO)
                > 0;
    }

    /** Takes the rows of what has settled out of the window; by a condition, as to find them by number takes longer. */
    void end(CountedRows counted) {
        if (due) {
            String settling = Window.TABLE + " w WHERE " + counted.settling();
            session.run(
                    "UPDATE files SET settled = true WHERE id IN (SELECT DISTINCT w.\"file\" FROM " + settling + ")",
                    "DELETE FROM " + settling);
        }
    }
}
