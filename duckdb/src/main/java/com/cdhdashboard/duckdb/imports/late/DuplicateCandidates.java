package com.cdhdashboard.duckdb.imports.late;

import com.cdhdashboard.duckdb.Session;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The usable rows of the buffer that share their key with others, with what tells which of them count. Most rows are
 * alone with their key, or have none, and stand for themselves; so the work by key is done for these few only, and fits into memory.
 *
 * <p>Columns: {@code row_id} in the buffer; of the buffer {@code key}, {@code outcome}, {@code file}, {@code at},
 * {@code decided} and the classes; and {@code tie}, 22 bits that break ties between rows of one time, by content.
 */
public final class DuplicateCandidates {
    public static final String TABLE = "shared_rows";

    public static final int TIE_BITS = 22;

    private static final String KEYS = "shared_keys";
    private static final String DECIDED = "coalesce(\"decided\", \"at\")";

    private final Session session;

    /**
     * Finds them.
     *
     * @param classes the quoted columns of the classes
     * @param content the quoted columns of the buffer that rows which are not alike may differ in
     * @param lateDays how many days apart rows of one interaction may be decided
     */
    public DuplicateCandidates(Session session, List<String> classes, List<String> content, int lateDays) {
        this.session = session;
        String usable = " WHERE \"at\" IS NOT NULL";
        String columns = classes.stream().map(outcome -> ", w." + outcome).collect(Collectors.joining());
        String tie = Stream.concat(Stream.of("\"outcome\"", "\"event\""), content.stream())
                .map(column -> "w." + column)
                .collect(Collectors.joining(", ", "CAST(hash(", ") >> " + (64 - TIE_BITS) + " AS UINTEGER)"));
        session.run(
                "CREATE OR REPLACE TEMP TABLE " + KEYS + " AS SELECT \"key\" FROM " + LateArrivalBuffer.TABLE + usable
                        + " AND \"key\" IS NOT NULL" + " GROUP BY \"key\" HAVING count(*) > 1",
                "CREATE OR REPLACE TEMP TABLE " + TABLE + " AS SELECT w.rowid AS row_id, w.\"key\", w.\"outcome\","
                        + " w.\"file\", w.\"at\", w.\"decided\", " + tie + " AS \"tie\"" + columns + " FROM "
                        + LateArrivalBuffer.TABLE
                        + " w SEMI JOIN " + KEYS + " s ON w.\"key\" = s.\"key\"" + usable,
                "DROP TABLE " + KEYS);
        if (anyApart(lateDays)) {
            setApart(lateDays);
        }
    }

    /** Rows of one key have one decision, unless it is missing. */
    private boolean anyApart(int lateDays) {
        return session.number("SELECT count(*) FROM (SELECT 1 FROM " + TABLE + " GROUP BY \"key\" HAVING max(" + DECIDED
                        + ") - INTERVAL " + lateDays + " DAY > min(" + DECIDED + ") LIMIT 1)")
                > 0;
    }

    /**
     * Where rows of one key were decided further apart than an outcome may be late, they are of several interactions, as
     * they are when they come day by day. The first keeps the key.
     */
    private void setApart(int lateDays) {
        String begins = "SELECT row_id, \"key\", " + DECIDED + " AS decided, coalesce(" + DECIDED + " - INTERVAL "
                + lateDays + " DAY > lag(" + DECIDED + ") OVER (PARTITION BY \"key\" ORDER BY " + DECIDED
                + "), false) AS begins FROM " + TABLE;
        String apart = "SELECT row_id, hash(\"key\", max(decided) FILTER (begins) OVER (PARTITION BY \"key\" ORDER BY"
                + " decided)) AS \"key\", sum(CAST(begins AS INTEGER)) OVER (PARTITION BY \"key\" ORDER BY decided) AS"
                + " place FROM (" + begins + ")";
        session.run("UPDATE " + TABLE + " SET \"key\" = a.\"key\" FROM (" + apart
                + ") a WHERE a.place > 0 AND a.row_id = " + TABLE + ".row_id");
    }

    public void dropTemporaryTables() {
        session.run("DROP TABLE IF EXISTS " + TABLE);
    }
}
