package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import java.util.UUID;

/** Writes what a published file says of its data: how many rows of which days there are, from where, and what is doubtful. */
final class PublishedInfo {
    private PublishedInfo() {}

    /** Into the file that is attached as {@code publishing}; what bundles hold counts with what was imported. */
    static void write(Session session, long version) {
        session.run(
                SqlTemplate.of("""
                        CREATE TABLE publishing.main.info AS
                        SELECT
                            ${format} AS format,
                            ${dataVersion} AS data_version,
                            (SELECT count(*) FROM files WHERE committed AND kept > 0) + (SELECT count(*) FROM bundles) AS files,
                            (
                                SELECT CAST(coalesce(sum(kept), 0) AS BIGINT)
                                FROM (
                                    SELECT kept FROM files WHERE committed
                                    UNION ALL
                                    SELECT kept FROM bundles
                                )
                            ) AS row_count,
                            least(first_day, (SELECT min(first_day) FROM bundle_days)) AS first_day,
                            greatest(last_day, (SELECT max(last_day) FROM bundle_days)) AS last_day,
                            greatest(
                                (SELECT max(imported_at) FROM files WHERE committed), (SELECT max(imported_at) FROM bundles)
                            ) AS imported_at
                        FROM store
                        """)
                        .with("format", PublishedTables.FORMAT)
                        .with("dataVersion", Sql.text(version + "-" + UUID.randomUUID()))
                        .sql(),
                """
                CREATE TABLE publishing.main.left_out AS
                SELECT
                    CAST(coalesce(sum(filtered), 0) AS BIGINT) AS filtered,
                    CAST(coalesce(sum(repeated), 0) AS BIGINT) AS repeated,
                    CAST(coalesce(sum(rejected), 0) AS BIGINT) AS rejected
                FROM files
                WHERE committed""",
                """
                CREATE TABLE publishing.main.notes AS
                SELECT place, text FROM notes
                UNION ALL
                SELECT (SELECT count(*) FROM notes) + row_number() OVER (ORDER BY bundle, place) - 1, text
                FROM bundle_notes
                WHERE metric = ''""",
                """
                CREATE TABLE publishing.main.metric_notes AS
                SELECT metric, min(bundle * 1000 + place) AS place, text
                FROM bundle_notes
                WHERE metric <> ''
                GROUP BY metric, text""",
                """
                CREATE TABLE publishing.main.definitions AS
                SELECT metric, family, key, value FROM definitions
                UNION
                SELECT metric, family, key, value FROM bundle_definitions""",
                """
                CREATE TABLE publishing.main.source_days AS
                SELECT CAST(NULL AS VARCHAR) AS source, answered AS first_day, answered AS last_day
                FROM (SELECT DISTINCT answered FROM file_days)
                UNION ALL
                SELECT NULL, first_day, last_day FROM store
                WHERE first_day IS NOT NULL AND NOT EXISTS (SELECT 1 FROM file_days)
                UNION ALL
                SELECT source, first_day, last_day FROM bundle_days""",
                """
                CREATE TABLE publishing.main.open_days AS
                SELECT DISTINCT decided AS day FROM file_days ANTI JOIN final_days USING (decided)
                UNION
                SELECT day FROM bundle_open_days""",
                """
                CREATE TABLE publishing.main.days_counted_twice AS
                SELECT day FROM days_counted_twice
                UNION
                SELECT day FROM bundle_days_counted_twice""");
        new BundleLedger(session)
                .lateOutcomes()
                .ifPresent(note -> session.update(
                        "INSERT INTO publishing.main.notes VALUES (?, ?)", PublishedTables.LAST_NOTE, note));
    }
}
