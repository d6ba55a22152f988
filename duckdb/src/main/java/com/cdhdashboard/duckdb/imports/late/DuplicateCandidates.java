package com.cdhdashboard.duckdb.imports.late;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTemplate;
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
        String columns = classes.stream().map(outcome -> ", w." + outcome).collect(Collectors.joining());
        String tie = Stream.concat(Stream.of("\"outcome\"", "\"event\""), content.stream())
                .map(column -> "w." + column)
                .collect(Collectors.joining(", "));
        session.run(
                SqlTemplate.of("""
                        CREATE OR REPLACE TEMP TABLE shared_keys AS
                        SELECT "key"
                        FROM ${buffer}
                        WHERE "at" IS NOT NULL AND "key" IS NOT NULL
                        GROUP BY "key"
                        HAVING count(*) > 1
                        """).with("buffer", LateArrivalBuffer.TABLE).sql(),
                SqlTemplate.of("""
                        CREATE OR REPLACE TEMP TABLE shared_rows AS
                        SELECT
                            w.rowid AS row_id, w."key", w."outcome", w."file", w."at", w."decided",
                            CAST(hash(${content}) >> ${otherBits} AS UINTEGER) AS "tie"${classes}
                        FROM ${buffer} w SEMI JOIN shared_keys s ON w."key" = s."key"
                        WHERE "at" IS NOT NULL
                        """)
                        .with("content", tie)
                        .with("otherBits", 64 - TIE_BITS)
                        .with("classes", columns)
                        .with("buffer", LateArrivalBuffer.TABLE)
                        .sql(),
                "DROP TABLE shared_keys");
        if (anyApart(lateDays)) {
            setApart(lateDays);
        }
    }

    /** Rows of one key have one decision, unless it is missing. */
    private boolean anyApart(int lateDays) {
        String apart = SqlTemplate.of("""
                SELECT count(*)
                FROM (
                    SELECT 1
                    FROM shared_rows
                    GROUP BY "key"
                    HAVING max(coalesce("decided", "at")) - INTERVAL ${days} DAY > min(coalesce("decided", "at"))
                    LIMIT 1
                )
                """).with("days", lateDays).sql();
        return session.number(apart) > 0;
    }

    /**
     * Where rows of one key were decided further apart than an outcome may be late, they are of several interactions, as
     * they are when they come day by day. The first keeps the key.
     */
    private void setApart(int lateDays) {
        session.run(SqlTemplate.of("""
                WITH decisions AS (
                    SELECT row_id, "key", coalesce("decided", "at") AS decided
                    FROM shared_rows
                ),
                beginnings AS (
                    SELECT *, coalesce(decided - INTERVAL ${days} DAY > lag(decided) OVER of_key, false) AS begins
                    FROM decisions
                    WINDOW of_key AS (PARTITION BY "key" ORDER BY decided)
                ),
                apart AS (
                    SELECT
                        row_id,
                        hash("key", max(decided) FILTER (begins) OVER of_key) AS "key",
                        sum(CAST(begins AS INTEGER)) OVER of_key AS place
                    FROM beginnings
                    WINDOW of_key AS (PARTITION BY "key" ORDER BY decided)
                )
                UPDATE shared_rows
                SET "key" = a."key"
                FROM apart a
                WHERE a.place > 0 AND a.row_id = shared_rows.row_id
                """).with("days", lateDays).sql());
    }

    public void dropTemporaryTables() {
        session.run("DROP TABLE IF EXISTS " + TABLE);
    }
}
