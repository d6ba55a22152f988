package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which rows of the window count. Each choice is made once, when a metric first asks for it, and holds until
 * {@link #forget}.
 */
final class CountedRows {
    private static final String REPEATED = "repeated_rows";
    private static final String USABLE = "\"at\" IS NOT NULL";

    private final Session session;
    private final Set<String> chosen = new LinkedHashSet<>();

    CountedRows(Session session) {
        this.session = session;
    }

    /** The condition on rows of the window that count for a metric. */
    String condition(MetricPlan plan) {
        return plan.resolves()
                ? "rowid IN (SELECT row_id FROM " + resolved(plan) + ")"
                : USABLE + " AND " + plan.roleColumn() + " IS NOT NULL AND rowid NOT IN (SELECT row_id FROM "
                        + repeated() + ")";
    }

    /**
     * The rows that stand for interactions: of the rows of one key that play a role, the earliest positive one, else the
     * earliest negative one.
     */
    private String resolved(MetricPlan plan) {
        String table = Sql.name("resolved:" + plan.role().name());
        if (chosen.add(table)) {
            session.run("CREATE OR REPLACE TEMP TABLE " + table + " AS SELECT arg_min(rowid, " + order(plan)
                    + ") AS row_id FROM " + Window.TABLE + " WHERE " + plan.roleColumn() + " IS NOT NULL AND " + USABLE
                    + " GROUP BY \"key\"");
        }
        return table;
    }

    /**
     * One number that orders the rows of a key: positive before negative, then by outcome time and decision time in
     * microseconds (52 bits each, enough until the year 2112), then by content.
     */
    private static String order(MetricPlan plan) {
        return "(CAST(" + plan.roleColumn() + " = " + RoleSql.NEGATIVE + " AS HUGEINT) << 126) + (" + micros("\"at\"")
                + " << 74) + (" + micros("coalesce(\"decided\", \"at\")") + " << 22) + \"tie\"";
    }

    private static String micros(String time) {
        return "CAST(greatest(least(epoch_us(" + time + "), 4503599627370495), 0) AS HUGEINT)";
    }

    /** All rows of equal key and outcome but the earliest; they are few. */
    private String repeated() {
        if (chosen.add(REPEATED)) {
            session.run("CREATE OR REPLACE TEMP TABLE " + REPEATED + " AS SELECT rowid AS row_id FROM (SELECT w.rowid,"
                    + " row_number() OVER (PARTITION BY w.\"key\", w.\"outcome\" ORDER BY w.\"at\", coalesce(w.\"decided\","
                    + " w.\"at\"), w.\"tie\", w.rowid) AS place FROM " + Window.TABLE
                    + " w JOIN (SELECT \"key\", \"outcome\""
                    + " FROM " + Window.TABLE + " WHERE " + USABLE
                    + " GROUP BY ALL HAVING count(*) > 1) r ON w.\"key\" ="
                    + " r.\"key\" AND w.\"outcome\" IS NOT DISTINCT FROM r.\"outcome\" WHERE w." + USABLE
                    + ") WHERE place > 1");
        }
        return REPEATED;
    }

    void forget() {
        chosen.forEach(table -> session.run("DROP TABLE IF EXISTS " + table));
        chosen.clear();
    }
}
