package com.cdhdashboard.duckdb.imports.sample;

import com.cdhdashboard.core.ingest.SampleChoice;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.store.PublishedTables;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes the tables that are published of the sample: its rows, what the columns hold, and their frequent values. Columns of
 * which no values may be told are left out of the rows, and so out of all that follows from them.
 */
public final class SampleTables {
    /** Texts that name a mailbox. */
    private static final String MAILBOX = "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$";

    private static final String NO_VALUES = "(SELECT '' AS name, '' AS value LIMIT 0)";

    private final Session session;
    private final SampleChoice choice;
    private final List<SourceColumn> shown;

    /**
     * The tables of a store.
     *
     * @param columns those of the store
     * @param withheld which columns must not be told of but by name
     */
    public SampleTables(Session session, List<SourceColumn> columns, SampleChoice choice, Predicate<String> withheld) {
        this.session = session;
        this.choice = choice;
        this.shown = columns.stream()
                .filter(column -> !withheld.test(column.name()))
                .limit(RowSample.COLUMNS)
                .toList();
    }

    /** Makes the tables anew in the staging database, from where the next version takes them. */
    public void make() {
        session.step("Describe the columns");
        if (choice == SampleChoice.NONE) {
            session.run("DELETE FROM " + RowSample.TABLE);
        }
        session.run(
                "DELETE FROM " + RowSample.TABLE + " WHERE \"file\" NOT IN (SELECT id FROM files WHERE committed)",
                "CREATE OR REPLACE TABLE " + PublishedTables.SAMPLE + " AS\n" + rows());
        makeCounts();
        if (choice != SampleChoice.WHOLE) {
            forgetMailboxes();
        }
        makeProfiles();
        session.run(
                "CREATE OR REPLACE TABLE " + PublishedTables.FREQUENT_VALUES + " AS\n" + frequentValues(),
                "DROP TABLE sample_counts");
    }

    /** Leaves out the columns that hold the address of a mailbox, whatever they are called. */
    private void forgetMailboxes() {
        List<String> mailboxes = session.list(
                "SELECT DISTINCT name FROM sample_counts WHERE regexp_matches(value, " + Sql.text(MAILBOX) + ")",
                row -> row.getString(1));
        if (mailboxes.isEmpty()) {
            return;
        }
        mailboxes.forEach(
                name -> session.run("ALTER TABLE " + PublishedTables.SAMPLE + " DROP COLUMN " + Sql.name(name)));
        String none = mailboxes.stream().map(name -> Sql.text(name) + ", NULL").collect(Collectors.joining(", "));
        session.run("UPDATE " + RowSample.TABLE + " SET \"content\" = json_merge_patch(\"content\", json_object(" + none
                + "))");
    }

    private String rows() {
        String types = shown.stream()
                .map(column -> Sql.text(column.name()) + ", 'VARCHAR'")
                .collect(Collectors.joining(", "));
        if (shown.isEmpty()) {
            return "SELECT CAST(1 AS BIGINT) AS " + PublishedTables.SAMPLE_PLACE + " LIMIT 0";
        }
        return SqlTemplate.of("""
                SELECT place AS ${place}, content.*
                FROM (
                    SELECT
                        row_number() OVER (ORDER BY "key", "content") AS place,
                        json_transform("content", json_object(${types})) AS content
                    FROM ${drawn}
                )
                ORDER BY place
                """)
                .with("place", PublishedTables.SAMPLE_PLACE)
                .with("types", types)
                .with("drawn", RowSample.TABLE)
                .sql();
    }

    private void makeCounts() {
        session.run(SqlTemplate.of("""
                CREATE OR REPLACE TEMP TABLE sample_counts AS
                SELECT name, value, count(*) AS n
                FROM ${values}
                WHERE value <> ''
                GROUP BY ALL
                """)
                .with("values", shown.isEmpty() ? NO_VALUES : values())
                .sql());
    }

    private static String values() {
        return SqlTemplate.of("(UNPIVOT ${sample} ON COLUMNS(* EXCLUDE (${place})) INTO NAME name VALUE value)")
                .with("sample", PublishedTables.SAMPLE)
                .with("place", PublishedTables.SAMPLE_PLACE)
                .sql();
    }

    private void makeProfiles() {
        session.run(SqlTemplate.of("""
                CREATE OR REPLACE TABLE ${profiles} AS
                SELECT
                    columns.place,
                    columns.name,
                    columns.type,
                    columns.quoted,
                    columns.large,
                    shown.name IS NULL AS withheld,
                    CASE WHEN shown.name IS NOT NULL THEN coalesce(counts.present, 0) END AS present,
                    CASE WHEN shown.name IS NOT NULL THEN coalesce(counts.different, 0) END AS different
                FROM source_columns columns
                LEFT JOIN (
                    SELECT column_name AS name
                    FROM duckdb_columns()
                    WHERE database_name = current_database() AND table_name = ${sample}
                ) shown USING (name)
                LEFT JOIN (
                    SELECT name, CAST(sum(n) AS BIGINT) AS present, count(*) AS different
                    FROM sample_counts
                    GROUP BY name
                ) counts USING (name)
                ORDER BY columns.place
                """)
                .with("profiles", PublishedTables.COLUMN_PROFILES)
                .with("sample", Sql.text(PublishedTables.SAMPLE))
                .sql());
    }

    /** Of columns of which values come again and again: of others they may name someone, and help nobody to choose. */
    private static String frequentValues() {
        return SqlTemplate.of("""
                SELECT name, value, n
                FROM (
                    SELECT *, row_number() OVER (PARTITION BY name ORDER BY n DESC, value) AS place
                    FROM sample_counts
                    JOIN ${profiles} USING (name)
                    WHERE NOT withheld AND different * 2 <= present AND length(value) <= 80
                )
                WHERE place <= 20
                ORDER BY name, place
                """)
                .with("profiles", PublishedTables.COLUMN_PROFILES)
                .sql();
    }
}
