package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.cube.UncountedOutcome;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
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
    private static final String FINALISED = "settled_uncounted";
    private static final String CURRENT = "current_uncounted";
    private static final String ALL =
            "SELECT substr(nullif(outcome, ''), 2) AS outcome, substr(nullif(channel, ''), 2) AS"
                    + " channel, CAST(sum(n) AS BIGINT) AS n FROM (SELECT * FROM " + FINALISED
                    + " UNION ALL SELECT outcome, channel, n FROM " + CURRENT + " WHERE NOT finalised) GROUP BY ALL";

    private final Session session;

    /** Counts them in the buffer; what becomes final now is added to what is final. */
    UncountedRows(Session session, RowPlan plan, Deduplication counted) {
        this.session = session;
        session.run(
                "CREATE TABLE IF NOT EXISTS " + FINALISED + " (outcome VARCHAR, channel VARCHAR, n BIGINT)",
                "CREATE OR REPLACE TEMP TABLE " + CURRENT
                        + " (finalised BOOLEAN, outcome VARCHAR, channel VARCHAR, n BIGINT)");
        if (plan.hasUncounted() && dictionaryColumns() > 0) {
            session.run("INSERT INTO " + CURRENT + " SELECT finalised, l." + label(UncountedColumns.OUTCOME) + ", l."
                    + label(UncountedColumns.CHANNEL) + ", count(*) FROM (" + counted.unrepeated() + ") w JOIN "
                    + DimensionDictionary.TABLE + " l ON w." + DimensionDictionary.NUMBER + " = l."
                    + DimensionDictionary.NUMBER + " WHERE l."
                    + label(UncountedColumns.OUTCOME) + " IS NOT NULL GROUP BY ALL");
        }
    }

    private long dictionaryColumns() {
        return session.number("SELECT count(*) FROM " + DimensionDictionary.TABLE + " WHERE "
                + label(UncountedColumns.OUTCOME) + " IS NOT NULL");
    }

    private static String label(String name) {
        return LateArrivalBuffer.column(name);
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
        session.run(
                "INSERT INTO " + FINALISED + " SELECT outcome, channel, n FROM " + CURRENT + " WHERE finalised",
                "DROP TABLE " + Sql.name(CURRENT));
    }
}
