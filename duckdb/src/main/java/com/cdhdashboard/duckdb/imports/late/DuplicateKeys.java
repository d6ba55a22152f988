package com.cdhdashboard.duckdb.imports.late;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTemplate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the buffer holds more than once: by key and the other columns that rows must have in common, with the first file
 * it came in. Rows without a key repeat nothing.
 */
public final class DuplicateKeys {
    public static final String TABLE = "repeated_keys";
    /** The column of the key, here and in the buffer, quoted. */
    public static final String KEY = "\"key\"";

    private final Session session;
    private final String rows;
    private final List<String> others;

    /**
     * Finds them.
     *
     * @param rows the buffer, or a table of those of its rows that may repeat one another
     * @param others quoted columns of the buffer
     */
    public DuplicateKeys(Session session, String rows, String... others) {
        this.session = session;
        this.rows = rows;
        this.others = List.of(others);
        String columns = Stream.concat(Stream.of(KEY), this.others.stream()).collect(Collectors.joining(", "));
        session.run(
                SqlTemplate.of("""
                CREATE OR REPLACE TEMP TABLE repeated_keys AS
                SELECT ${columns}, min("file") AS first
                FROM ${rows}
                WHERE "at" IS NOT NULL AND "key" IS NOT NULL
                GROUP BY ${columns}
                HAVING count(*) > 1
                """).with("columns", columns).with("rows", rows).sql());
    }

    /** Whether there are any. */
    public static boolean any(Session session) {
        return session.number("SELECT count(*) FROM " + TABLE) > 0;
    }

    /** A query of {@code file} and {@code n}, the rows of the file that do not count, as they came in another or twice. */
    public String rowsByFile() {
        String same = others.stream()
                .map(column -> " AND w." + column + " IS NOT DISTINCT FROM r." + column)
                .collect(Collectors.joining());
        return SqlTemplate.of("""
                SELECT "file", sum(n) AS n
                FROM (
                    SELECT w."file", count(*) AS n
                    FROM ${rows} w JOIN repeated_keys r ON w."key" = r."key"${same}
                    WHERE w."at" IS NOT NULL
                    GROUP BY w."file"
                    UNION ALL
                    SELECT first, -count(*)
                    FROM repeated_keys
                    GROUP BY first
                )
                GROUP BY "file"
                """).with("rows", rows).with("same", same).sql();
    }

    public void dropTemporaryTables() {
        session.run("DROP TABLE IF EXISTS " + TABLE);
    }
}
