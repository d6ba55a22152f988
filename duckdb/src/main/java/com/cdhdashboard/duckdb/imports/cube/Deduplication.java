package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.late.DuplicateCandidates;
import com.cdhdashboard.duckdb.imports.late.DuplicateKeys;
import com.cdhdashboard.duckdb.imports.late.Finalisation;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.MetricPlan;
import com.cdhdashboard.duckdb.imports.row.OutcomeClass;
import com.cdhdashboard.duckdb.imports.row.TimeSql;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which rows of the buffer count for which metric, and which become final. Of rows that share their key, one pass finds repeats
 * and a second one by key finds all the rest, whatever the number of metrics; other rows stand for themselves. What is
 * kept of it are the rows that do not count, and those that wait for others of their key to become final.
 */
final class Deduplication {
    /** By shared key: whether its rows become final now, and for each outcome class the row that stands for the interaction. */
    private static final String CHOSEN = "chosen_rows";

    /** {@code row_id} of shared rows, and for each outcome class whether another row stands for the interaction. */
    private static final String PASSED_OVER = "passed_over_rows";

    /** {@code row_id} of rows that would become final if they were alone with their key. */
    private static final String HELD = "held_rows";

    private static final String REPEATED = "repeated_rows";
    private static final String USABLE = "\"at\" IS NOT NULL";

    private final Session session;
    private final Finalisation finalisation;
    private final boolean repeats;
    private boolean held;

    private Deduplication(Session session, Finalisation finalisation, boolean repeats) {
        this.session = session;
        this.finalisation = finalisation;
        this.repeats = repeats;
    }

    /** Chooses the rows for these classes; {@link DuplicateCandidates} and {@link DuplicateKeys} must have been found. */
    static Deduplication choose(Session session, List<String> classes, Finalisation finalisation) {
        boolean repeats = DuplicateKeys.any(session);
        Deduplication counted = new Deduplication(session, finalisation, repeats);
        if (repeats) {
            counted.findRepeats();
        }
        if (finalisation.due() || !classes.isEmpty()) {
            counted.chooseByKey(classes);
        }
        return counted;
    }

    /** All rows of equal key and outcome but the earliest; they are few. */
    private void findRepeats() {
        session.run("CREATE OR REPLACE TEMP TABLE " + REPEATED + " AS SELECT row_id FROM (SELECT w.row_id,"
                + " row_number() OVER (PARTITION BY w.\"key\", w.\"outcome\" ORDER BY w.\"at\", coalesce(w.\"decided\","
                + " w.\"at\"), w.\"tie\", w.row_id) AS place FROM " + DuplicateCandidates.TABLE + " w JOIN "
                + DuplicateKeys.TABLE
                + " r ON w.\"key\" = r.\"key\" AND w.\"outcome\" IS NOT DISTINCT FROM r.\"outcome\") WHERE place > 1");
    }

    /**
     * Of the rows of one key that are of an outcome class and are no repeats, the earliest positive one stands for the interaction,
     * else the earliest negative one.
     */
    private void chooseByKey(List<String> classes) {
        String again = repeats ? "row_id IN (SELECT row_id FROM " + REPEATED + ")" : "false";
        String rows = "SELECT *, " + order() + " AS place, " + again + " AS again FROM " + DuplicateCandidates.TABLE;
        String chosen = classes.stream()
                .map(role -> ", arg_min(row_id, (CAST(" + role + " = " + OutcomeClass.NEGATIVE
                        + " AS HUGEINT) << 126) + place) FILTER (" + role + " IS NOT NULL AND NOT again) AS " + role)
                .collect(Collectors.joining());
        String passedOver = classes.stream()
                .map(role -> ", w." + role + " IS NOT NULL AND w.row_id IS DISTINCT FROM c." + role + " AS " + role)
                .collect(Collectors.joining());
        session.run(
                "CREATE OR REPLACE TEMP TABLE " + CHOSEN + " AS SELECT \"key\", " + finalisation.finalisedByKey()
                        + " AS finalised" + chosen + " FROM (" + rows + ") GROUP BY \"key\"",
                "CREATE OR REPLACE TEMP TABLE " + PASSED_OVER + " AS SELECT w.row_id, " + finalisation.finalisedAlone()
                        + " AND NOT c.finalised AS held" + passedOver + " FROM " + DuplicateCandidates.TABLE
                        + " w JOIN "
                        + CHOSEN
                        + " c ON w.\"key\" = c.\"key\"",
                "CREATE OR REPLACE TEMP TABLE " + HELD + " AS SELECT row_id FROM " + PASSED_OVER + " WHERE held",
                "DROP TABLE " + CHOSEN);
        held = session.number("SELECT count(*) FROM " + HELD) > 0;
    }

    /**
     * One number of 126 bits that orders the rows of a key: by outcome time and decision time in microseconds (54 bits each,
     * enough for every year that a row can have), then by content.
     */
    private static String order() {
        return "(" + micros("\"at\"") + " << 72) + (" + micros("coalesce(\"decided\", \"at\")")
                + " << 18) + (\"tie\" >> " + (DuplicateCandidates.TIE_BITS - 18) + ")";
    }

    private static String micros(String time) {
        return "CAST(epoch_us(" + time + ") - epoch_us(TIMESTAMP '" + TimeSql.EARLIEST + "') AS HUGEINT)";
    }

    /** A query of the rows that count for a metric: the columns of the buffer, and whether the row is {@code finalised}. */
    String of(MetricPlan plan) {
        String rows = "SELECT w.*, " + finalised() + " AS finalised FROM " + LateArrivalBuffer.TABLE + " w";
        String counts = " WHERE w." + USABLE + " AND w." + plan.quotedClass() + " IS NOT NULL";
        if (plan.resolves()) {
            return rows + without(PASSED_OVER + " WHERE " + plan.quotedClass()) + counts;
        }
        return rows + (repeats ? without(REPEATED) : "") + counts;
    }

    /** A query of all usable rows that repeat no other, and whether the row is {@code finalised}. */
    String unrepeated() {
        return "SELECT w.*, " + finalised() + " AS finalised FROM " + LateArrivalBuffer.TABLE + " w"
                + (repeats ? without(REPEATED) : "") + " WHERE w." + USABLE;
    }

    private static String without(String rows) {
        return " ANTI JOIN (SELECT row_id FROM " + rows + ") p ON w.rowid = p.row_id";
    }

    private String finalised() {
        return finalisation.finalisedAlone() + (held ? " AND w.rowid NOT IN (SELECT row_id FROM " + HELD + ")" : "");
    }

    /** Whether a row {@code w} of the buffer becomes final. */
    String finalising() {
        return "w." + USABLE + " AND " + finalised();
    }

    void dropTemporaryTables() {
        List.of(PASSED_OVER, HELD, REPEATED).forEach(table -> session.run("DROP TABLE IF EXISTS " + Sql.name(table)));
    }
}
