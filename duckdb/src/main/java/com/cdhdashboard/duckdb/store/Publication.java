package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the staged cubes readable: holds what an import computes in temporary tables and views, copies them into a
 * file of their own once the import is committed, and names that file the current one.
 *
 * <p>If the program is killed in between, the file is {@linkplain #isBehind behind}, and all of it follows from what was
 * committed: the next import publishes, even where it finds nothing new.
 */
public final class Publication {
    private static final String PREFIX = "published:";
    private static final String EXTRA_PREFIX = "published-extra:";

    private final StagingDatabase database;
    private final Session session;

    public Publication(StagingDatabase database) {
        this.database = database;
        this.session = database.session();
    }

    /** A cube to publish: its schema and the query that gives its cells. */
    public record Cube(CubeSchema schema, String cells) {}

    /**
     * Another table to publish, under this name.
     *
     * @param kept a query of rows in the staging database, which come first; it is run only when the file is written
     * @param rows the query that gives the other rows
     */
    public record Extra(String table, Optional<String> kept, String rows) {
        /** A table without kept rows. */
        public Extra(String table, String rows) {
            this(table, Optional.empty(), rows);
        }
    }

    /**
     * {@link #begin} with large tables, whose rows are only computed as the file is written: what their queries read has
     * to stay until then.
     */
    public void prepare(List<Extra> extras, List<String> notes) {
        begin(notes);
        extras.forEach(extra ->
                session.run("CREATE TEMP VIEW " + Sql.name(EXTRA_PREFIX + extra.table()) + " AS " + extra.rows()));
    }

    /** Begins the next version; to be called in the transaction of the import. */
    public void begin(List<String> notes) {
        dropTables();
        session.run("""
                CREATE OR REPLACE TEMP TABLE published_columns (
                    metric VARCHAR, place INTEGER, name VARCHAR, type VARCHAR, role VARCHAR
                )""");
        session.run("""
                CREATE OR REPLACE TEMP TABLE published_summaries (
                    metric VARCHAR, place INTEGER, kind VARCHAR, column_name VARCHAR, averaged BOOLEAN
                )""");
        session.run("CREATE OR REPLACE TEMP TABLE published_kept (name VARCHAR, kept VARCHAR)", "DELETE FROM notes");
        List<List<Object>> rows = new ArrayList<>();
        notes.forEach(note -> rows.add(List.of(rows.size(), note)));
        session.insert("INSERT INTO notes FROM ", rows);
        session.run("UPDATE store SET version = version + 1");
    }

    /** Remembers what the metrics of the version begun count. */
    public void define(List<Definition> definitions) {
        session.run("DELETE FROM definitions");
        session.insert(
                "INSERT INTO definitions FROM ",
                definitions.stream()
                        .flatMap(one -> one.parts().entrySet().stream()
                                .map(part -> List.<Object>of(
                                        one.metric(), one.family().name(), part.getKey(), part.getValue())))
                        .toList());
    }

    /** Adds a cube to the version begun. */
    public void add(Cube cube) {
        CubeSchema schema = cube.schema();
        session.run("CREATE TEMP TABLE " + table(schema.metric()) + " AS " + cube.cells());
        List<List<Object>> columns = new ArrayList<>();
        for (Column column : Stream.concat(schema.dimensions().stream(), schema.measures().stream())
                .toList()) {
            columns.add(List.of(
                    schema.metric(),
                    columns.size(),
                    column.name(),
                    column.type().name(),
                    column.role().name()));
        }
        session.insert("INSERT INTO published_columns FROM ", columns);
        List<List<Object>> summaries = new ArrayList<>();
        for (Summary summary : schema.summaries()) {
            summaries.add(List.of(
                    schema.metric(), summaries.size(), summary.kind().name(), summary.column(), summary.averaged()));
        }
        session.insert("INSERT INTO published_summaries FROM ", summaries);
    }

    /** Adds another table to the version begun. */
    public void add(Extra extra) {
        session.run("CREATE TEMP TABLE " + Sql.name(EXTRA_PREFIX + extra.table()) + " AS " + extra.rows());
        extra.kept().ifPresent(kept -> session.update("INSERT INTO published_kept VALUES (?, ?)", extra.table(), kept));
    }

    private void dropTables() {
        views(EXTRA_PREFIX).forEach(view -> session.run("DROP VIEW " + Sql.name(view)));
        Stream.concat(tables(PREFIX).stream(), tables(EXTRA_PREFIX).stream())
                .forEach(table -> session.run("DROP TABLE " + Sql.name(table)));
    }

    private List<String> views(String prefix) {
        return session.list(
                "SELECT view_name FROM duckdb_views() WHERE starts_with(view_name, ?) ORDER BY view_name",
                row -> row.getString(1),
                prefix);
    }

    private List<String> tables(String prefix) {
        return session.list(
                "SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, ?) ORDER BY table_name",
                row -> row.getString(1),
                prefix);
    }

    private static String table(String metric) {
        return Sql.name(PREFIX + metric);
    }

    /** Whether the version that was committed last is not the one that is read. */
    public boolean isBehind() {
        long version = database.version();
        return version > 0 && !database.folder().isCurrent(version);
    }

    /** Whether this session has begun a version. */
    public boolean isBegun() {
        return session.number(
                        "SELECT count(*) FROM duckdb_tables() WHERE temporary AND table_name = 'published_columns'")
                > 0;
    }

    /** Publishes the version begun, after its transaction. */
    public void publish() {
        long version = database.version();
        Path next = database.folder().root().resolve("cubes.next");
        try {
            Files.deleteIfExists(next);
            write(next, version);
            Files.move(next, database.folder().cubes(version), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.definitions().ifPresent(text -> define(version, text));
        database.folder().publish(version);
        database.folder().removeVersionsBefore(version);
        dropTables();
    }

    private void define(long version, String text) {
        try {
            Files.writeString(database.folder().definitions(version), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, long version) {
        session.run("ATTACH " + Sql.text(file.toString()) + " AS publishing (RECOVERY_MODE no_wal_writes)");
        try {
            // At once, so that the disk is waited for once.
            session.transaction(() -> write(version));
            // A query, as the engine answers with a row.
            session.list("CHECKPOINT publishing", row -> true);
        } finally {
            session.run("DETACH publishing");
        }
    }

    private void write(long version) {
        PublishedInfo.write(session, version);
        session.run(
                "CREATE TABLE publishing.main.cube_columns AS SELECT * FROM published_columns",
                "CREATE TABLE publishing.main.cube_summaries AS SELECT * FROM published_summaries");
        writeSample();
        List<String> metrics =
                session.list("SELECT DISTINCT metric FROM published_columns ORDER BY metric", row -> row.getString(1));
        for (String metric : metrics) {
            session.run("CREATE TABLE publishing.main." + PublishedTables.cube(metric) + " AS SELECT * FROM "
                    + table(metric));
        }
        Stream.concat(tables(EXTRA_PREFIX).stream(), views(EXTRA_PREFIX).stream())
                .forEach(table -> {
                    String name = table.substring(EXTRA_PREFIX.length());
                    session.run(SqlTemplate.of("""
                            CREATE TABLE publishing.main.${name} AS
                            ${kept}
                            SELECT *
                            FROM ${rows}
                            """)
                            .with("name", Sql.name(name))
                            .with("kept", keptRows(name))
                            .with("rows", Sql.name(table))
                            .sql());
                });
        new BundledCubes(session).append();
    }

    /** What the last import has made of its sample; nothing in a store that knows of none. */
    private void writeSample() {
        for (String table : PublishedTables.OF_SAMPLE) {
            if (tables(table).contains(table)) {
                session.run("CREATE TABLE publishing.main." + table + " AS SELECT * FROM " + table);
            }
        }
    }

    private String keptRows(String table) {
        return session.first("SELECT kept FROM published_kept WHERE name = ?", row -> row.getString(1), table)
                .map(kept -> kept + "\nUNION ALL")
                .orElse("");
    }
}
