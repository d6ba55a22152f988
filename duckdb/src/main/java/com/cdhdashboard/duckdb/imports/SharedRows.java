package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.duckdb.Session;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The usable rows of the window that share their key with others, with what tells which of them count. Most rows are
 * alone with their key and stand for themselves; so the work by key is done for these few only, and fits into memory.
 *
 * <p>Columns: {@code row_id} in the window; of the window {@code key}, {@code outcome}, {@code file}, {@code at},
 * {@code decided} and the roles; and {@code tie}, 22 bits that break ties between rows of one time, by content.
 */
final class SharedRows {
    static final String TABLE = "shared_rows";

    private static final String KEYS = "shared_keys";

    private final Session session;

    /**
     * Finds them.
     *
     * @param roles the quoted columns of the roles
     * @param content the quoted columns of the window that rows which are not alike may differ in
     */
    SharedRows(Session session, List<String> roles, List<String> content) {
        this.session = session;
        String usable = " WHERE \"at\" IS NOT NULL";
        String columns = roles.stream().map(role -> ", w." + role).collect(Collectors.joining());
        String tie = Stream.concat(Stream.of("\"outcome\"", "\"event\""), content.stream())
                .map(column -> "w." + column)
                .collect(Collectors.joining(", ", "CAST(hash(", ") >> 42 AS UINTEGER)"));
        session.run(
                "CREATE OR REPLACE TEMP TABLE " + KEYS + " AS SELECT \"key\" FROM " + Window.TABLE + usable
                        + " GROUP BY \"key\" HAVING count(*) > 1",
                "CREATE OR REPLACE TEMP TABLE " + TABLE + " AS SELECT w.rowid AS row_id, w.\"key\", w.\"outcome\","
                        + " w.\"file\", w.\"at\", w.\"decided\", " + tie + " AS \"tie\"" + columns + " FROM "
                        + Window.TABLE
                        + " w SEMI JOIN " + KEYS + " s ON w.\"key\" = s.\"key\"" + usable,
                "DROP TABLE " + KEYS);
    }

    void forget() {
        session.run("DROP TABLE IF EXISTS " + TABLE);
    }
}
