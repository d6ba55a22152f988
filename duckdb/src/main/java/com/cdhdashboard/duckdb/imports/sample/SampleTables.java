package com.cdhdashboard.duckdb.imports.sample;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.SampleChoice;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.store.PublishedTables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes the tables that are published of the sample: its rows, what the columns hold, and their frequent values. */
public final class SampleTables {
    /** Texts that name a mailbox. */
    private static final String MAILBOX = "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$";

    private static final String NO_VALUES = "(SELECT '' AS name, '' AS value LIMIT 0)";

    private final Session session;
    private final SampleChoice choice;
    private final List<SourceColumn> columns;
    private final List<SourceColumn> shown;

    /** @param withheld which columns must not be told of but by name */
    public SampleTables(Session session, List<SourceColumn> columns, SampleChoice choice, Predicate<String> withheld) {
        this.session = session;
        this.choice = choice;
        this.columns = List.copyOf(columns);
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
        List<String> mailboxes = choice == SampleChoice.WHOLE ? List.of() : mailboxes();
        mailboxes.forEach(this::forget);
        makeProfiles(mailboxes);
        session.run(
                "CREATE OR REPLACE TABLE " + PublishedTables.FREQUENT_VALUES + " AS\n" + frequentValues(),
                "DROP TABLE sample_counts");
    }

    /** The columns that hold the address of a mailbox, whatever they are called. */
    private List<String> mailboxes() {
        return session.list(
                "SELECT DISTINCT name FROM sample_counts WHERE regexp_matches(value, " + Sql.text(MAILBOX) + ")",
                row -> row.getString(1));
    }

    private void forget(String column) {
        session.run(
                "ALTER TABLE " + PublishedTables.SAMPLE + " DROP COLUMN " + Sql.name(column),
                "UPDATE " + RowSample.TABLE + " SET \"content\" = json_merge_patch(\"content\", json_object("
                        + Sql.text(column) + ", NULL))");
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

    private void makeProfiles(List<String> mailboxes) {
        session.run("""
                CREATE OR REPLACE TEMP TABLE sampled_columns (
                    place INTEGER, name VARCHAR, type VARCHAR, quoted BOOLEAN, large BOOLEAN, withheld BOOLEAN
                )""");
        List<List<Object>> rows = new ArrayList<>();
        for (SourceColumn column : columns) {
            boolean withheld = !shown.contains(column) || mailboxes.contains(column.name());
            rows.add(List.of(
                    rows.size(),
                    column.name(),
                    column.type().map(ValueType::name).orElse(""),
                    column.quoted(),
                    column.large(),
                    withheld));
        }
        session.insert("INSERT INTO sampled_columns FROM ", rows);
        session.run(SqlTemplate.of("""
                CREATE OR REPLACE TABLE ${profiles} AS
                SELECT
                    columns.place,
                    columns.name,
                    nullif(columns.type, '') AS type,
                    columns.quoted,
                    columns.large,
                    columns.withheld,
                    CASE WHEN NOT columns.withheld THEN coalesce(counts.present, 0) END AS present,
                    CASE WHEN NOT columns.withheld THEN coalesce(counts.different, 0) END AS different
                FROM sampled_columns columns
                LEFT JOIN (
                    SELECT name, CAST(sum(n) AS BIGINT) AS present, count(*) AS different
                    FROM sample_counts
                    GROUP BY name
                ) counts USING (name)
                ORDER BY columns.place
                """)
                .with("profiles", PublishedTables.COLUMN_PROFILES)
                .sql());
        session.run("DROP TABLE sampled_columns");
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
