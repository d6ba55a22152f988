package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.cube.UncountedOutcome;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.late.DimensionDictionary;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.RowPlan;
import com.cdhdashboard.duckdb.imports.row.UncountedColumns;
import com.cdhdashboard.duckdb.store.Publication;
import com.cdhdashboard.duckdb.store.PublishedTables;
import java.util.List;
import java.util.Optional;

/** Counts the rows whose outcome no metric lists, by outcome and channel: those that are final, and those of the buffer. */
final class UncountedRows {
    private static final String ALL = """
            SELECT
                substr(nullif(outcome, ''), 2) AS outcome,
                substr(nullif(channel, ''), 2) AS channel,
                CAST(sum(n) AS BIGINT) AS n
            FROM (
                SELECT *
                FROM settled_uncounted
                UNION ALL
                SELECT outcome, channel, n
                FROM current_uncounted
                WHERE NOT finalised
            )
            GROUP BY ALL""";

    private final Session session;

    /** Counts them in the buffer; what becomes final now is added to what is final. */
    UncountedRows(Session session, RowPlan plan, Deduplication counted) {
        this.session = session;
        session.run(
                "CREATE TABLE IF NOT EXISTS settled_uncounted (outcome VARCHAR, channel VARCHAR, n BIGINT)",
                "CREATE OR REPLACE TEMP TABLE current_uncounted"
                        + " (finalised BOOLEAN, outcome VARCHAR, channel VARCHAR, n BIGINT)");
        if (plan.hasUncounted() && dictionaryEntries() > 0) {
            session.run(SqlTemplate.of("""
                    INSERT INTO current_uncounted
                    SELECT finalised, l.${outcome}, l.${channel}, count(*)
                    FROM (
                        ${rows}
                    ) w
                    ${dictionary}
                    WHERE l.${outcome} IS NOT NULL
                    GROUP BY ALL
                    """)
                    .with("outcome", LateArrivalBuffer.column(UncountedColumns.OUTCOME))
                    .with("channel", LateArrivalBuffer.column(UncountedColumns.CHANNEL))
                    .with("rows", counted.unrepeated())
                    .with("dictionary", DimensionDictionary.join("w", "l"))
                    .sql());
        }
    }

    private long dictionaryEntries() {
        return session.number("SELECT count(*) FROM " + DimensionDictionary.TABLE + " WHERE "
                + LateArrivalBuffer.column(UncountedColumns.OUTCOME) + " IS NOT NULL");
    }

    List<UncountedOutcome> all() {
        return session.list(
                ALL + " ORDER BY outcome, channel",
                row -> new UncountedOutcome(
                        Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2)), row.getLong(3)));
    }

    Publication.Extra extra() {
        return new Publication.Extra(PublishedTables.UNCOUNTED_OUTCOMES, ALL);
    }

    void finalise() {
        session.run("""
                INSERT INTO settled_uncounted
                SELECT outcome, channel, n
                FROM current_uncounted
                WHERE finalised""", "DROP TABLE current_uncounted");
    }
}
