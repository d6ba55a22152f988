package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.duckdb.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which interactions settle: those whose every row was decided more than {@code late_outcome_days} before the last day
 * of the data. Their cells move to the settled part of the cubes, and their rows leave the window. All rows of one key
 * settle together.
 */
final class Settlement {
    private static final String SETTLING = "settling_keys";

    private final Session session;
    private final int lateOutcomeDays;

    Settlement(Session session, int lateOutcomeDays) {
        this.session = session;
        this.lateOutcomeDays = lateOutcomeDays;
    }

    /** The condition on rows of the window. */
    static String settles() {
        return "\"key\" IN (SELECT \"key\" FROM " + SETTLING + ")";
    }

    /** Settles what is due and tells up to which decision day, if any has come so far. */
    Optional<LocalDate> settle(List<CubeTables> cubes) {
        session.run(
                "UPDATE store SET first_day = least(first_day, days.first), last_day = greatest(last_day, days.last) FROM (SELECT min(CAST(\"at\" AS DATE)) AS first, max(CAST(\"at\" AS DATE)) AS last FROM "
                        + Window.TABLE + ") days");
        session.run("UPDATE store SET settled_to = greatest(settled_to, last_day - INTERVAL " + (lateOutcomeDays + 1)
                + " DAY)");
        session.run("CREATE OR REPLACE TEMP TABLE " + SETTLING + " AS SELECT \"key\" FROM " + Window.TABLE
                + " WHERE \"at\" IS NOT NULL GROUP BY \"key\" HAVING max(CAST(coalesce(\"decided\", \"at\") AS DATE))"
                + " <= (SELECT settled_to FROM store)");
        cubes.forEach(CubeTables::resolve);
        if (session.number("SELECT count(*) FROM " + SETTLING) > 0) {
            cubes.forEach(CubeTables::settle);
            session.run("UPDATE files SET settled = true WHERE id IN (SELECT DISTINCT \"file\" FROM " + Window.TABLE
                    + " WHERE " + settles() + ")");
        }
        return session.first(
                "SELECT settled_to FROM store WHERE settled_to IS NOT NULL", row -> row.getObject(1, LocalDate.class));
    }

    /** Takes the rows of what has settled out of the window. */
    void removeSettled(List<CubeTables> cubes) {
        cubes.forEach(CubeTables::forget);
        session.run("DELETE FROM " + Window.TABLE + " WHERE " + settles(), "DROP TABLE " + SETTLING);
    }
}
