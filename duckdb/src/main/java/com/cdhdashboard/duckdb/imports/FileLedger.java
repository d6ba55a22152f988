package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.ingest.SourceFile;
import com.cdhdashboard.duckdb.Session;
import java.util.List;
import java.util.Optional;

/**
 * The files a store has taken in, by name and by content. A file's rows count from the moment it is committed; what an
 * import that ended early left behind is removed when the next one starts.
 */
final class FileLedger {
    private final Session session;

    FileLedger(Session session) {
        this.session = session;
    }

    /** A file that was committed. */
    record Entry(int id, String name, String hash, boolean settled) {}

    Optional<Entry> withContent(String hash) {
        return find("hash = ?", hash);
    }

    Optional<Entry> named(String name) {
        return find("name = ?", name);
    }

    private Optional<Entry> find(String condition, String value) {
        return session.first(
                "SELECT id, name, hash, settled FROM files WHERE committed AND " + condition + " ORDER BY id LIMIT 1",
                row -> new Entry(row.getInt(1), row.getString(2), row.getString(3), row.getBoolean(4)),
                value);
    }

    /** Enters a file that is about to be read. */
    int begin(SourceFile file, String hash) {
        int id = (int) session.number("SELECT coalesce(max(id), 0) + 1 FROM files");
        session.update(
                "INSERT INTO files VALUES (?, ?, ?, ?, now() AT TIME ZONE 'UTC', false, false, false, 0, 0, 0, 0, 0)",
                id,
                file.name(),
                file.size(),
                hash);
        return id;
    }

    /** Commits a file with what was read of it, in the place of an earlier file where there is one. */
    void commit(int id, long read, long rejected, Optional<Entry> replaced) {
        session.transaction(() -> {
            replaced.ifPresent(entry -> remove(entry.id()));
            session.update(
                    "UPDATE files SET committed = true, read = ?, rejected = ?, filtered = ? - ? - (SELECT count(*) FROM "
                            + Window.TABLE + " WHERE \"file\" = ?) WHERE id = ?",
                    read,
                    rejected,
                    read,
                    rejected,
                    id,
                    id);
        });
    }

    /** Whether files were committed that no published version counts yet. */
    boolean hasUnpublished() {
        return session.number("SELECT count(*) FROM files WHERE committed AND NOT published") > 0;
    }

    void remove(int id) {
        session.update("DELETE FROM " + Window.TABLE + " WHERE \"file\" = ?", id);
        session.update("DELETE FROM files WHERE id = ?", id);
    }

    /** Removes what was not committed. */
    void removeUncommitted() {
        boolean window = session.number("SELECT count(*) FROM duckdb_tables() WHERE table_name = ?", Window.TABLE) > 0;
        List<Integer> ids = session.list("SELECT id FROM files WHERE NOT committed", row -> row.getInt(1));
        for (int id : ids) {
            if (window) {
                session.update("DELETE FROM " + Window.TABLE + " WHERE \"file\" = ?", id);
            }
            session.update("DELETE FROM files WHERE id = ?", id);
        }
    }

    /**
     * Counts repeats for files committed since the last publication: of the rows with equal expressions, the first file's
     * counts as kept, all others as repeated.
     */
    void countRepeats(String expressions) {
        List<Integer> ids = session.list("SELECT id FROM files WHERE NOT published ORDER BY id", row -> row.getInt(1));
        session.run(
                "CREATE OR REPLACE TEMP TABLE first_rows AS SELECT first, count(*) AS n FROM (SELECT min(\"file\") AS"
                        + " first FROM " + Window.TABLE + " WHERE \"at\" IS NOT NULL GROUP BY " + expressions + ")"
                        + " GROUP BY first");
        for (int id : ids) {
            session.update(
                    "UPDATE files SET kept = coalesce((SELECT n FROM first_rows WHERE first = ?), 0) WHERE id = ?",
                    id,
                    id);
            session.update("UPDATE files SET repeated = read - filtered - rejected - kept WHERE id = ?", id);
        }
        session.run("DROP TABLE first_rows", "UPDATE files SET published = true");
    }

    /** The counts of a file: read, filtered, repeated, rejected, kept. */
    List<Long> counts(int id) {
        return session.first(
                        "SELECT read, filtered, repeated, rejected, kept FROM files WHERE id = ?",
                        row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                        id)
                .orElseThrow();
    }
}
