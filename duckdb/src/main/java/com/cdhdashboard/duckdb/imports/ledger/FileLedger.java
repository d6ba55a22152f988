package com.cdhdashboard.duckdb.imports.ledger;

import com.cdhdashboard.core.config.read.TableOptionTexts;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.SampleChoice;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.late.DayLedger;
import com.cdhdashboard.duckdb.imports.late.DuplicateKeys;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.sample.RowSample;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The files a store has taken in, by name and by content. A file's rows count from the moment it is committed; what an
 * import that ended early left behind is removed when the next one starts.
 */
public final class FileLedger {
    private final Session session;
    private final LocalDateTime now;
    private Map<String, String> options = Map.of();

    /** @param now when the files that begin are imported, in UTC */
    public FileLedger(Session session, LocalDateTime now) {
        this.session = session;
        this.now = now;
    }

    /** Remembers of the files that begin from here on how they are read, so that they can be read again in the same way. */
    public void readBy(ImportRequest request) {
        Map<String, String> texts = new LinkedHashMap<>(TableOptionTexts.write(request.tables()));
        if (request.keepOpen()) {
            texts.put(KnownSources.KEEP_OPEN, "true");
        }
        if (request.sample() != SampleChoice.WITHOUT_PEOPLE) {
            texts.put(KnownSources.SAMPLE, request.sample().name());
        }
        options = texts;
    }

    /** A file that was committed. */
    public record Entry(int id, String name, String hash, boolean finalised) {}

    /** The files that were committed, oldest first. */
    public List<Entry> committed() {
        return session.list(
                "SELECT id, name, hash, settled FROM files WHERE committed ORDER BY id",
                row -> new Entry(row.getInt(1), row.getString(2), row.getString(3), row.getBoolean(4)));
    }

    /** Enters files that are about to be read, and gives their ids in the same order. */
    public List<Integer> begin(List<PendingFile> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        int first = (int) session.number("SELECT coalesce(max(id), 0) + 1 FROM files");
        List<List<Object>> rows = new ArrayList<>();
        List<List<Object>> folders = new ArrayList<>();
        for (PendingFile file : files) {
            folders.add(List.of(first + rows.size(), folder(file.source())));
            rows.add(List.of(
                    first + rows.size(), file.source().name(), file.source().size(), file.hash(), now));
        }
        session.insert("INSERT INTO files SELECT *, false, false, false, 0, 0, 0, 0, 0 FROM ", rows);
        session.update("DELETE FROM file_folders WHERE id >= ?", first);
        session.insert("INSERT INTO file_folders FROM ", folders);
        keepOptions(first, files.size());
        return IntStream.range(first, first + files.size()).boxed().toList();
    }

    private void keepOptions(int first, int count) {
        session.update("DELETE FROM file_options WHERE id >= ?", first);
        List<List<Object>> texts = IntStream.range(first, first + count)
                .boxed()
                .flatMap(id -> options.entrySet().stream()
                        .map(option -> List.<Object>of(id, option.getKey(), option.getValue())))
                .toList();
        session.insert("INSERT INTO file_options FROM ", texts);
    }

    private static String folder(SourceFile file) {
        return String.valueOf(file.path().toAbsolutePath().normalize().getParent());
    }

    /** Whether a file that was entered lay in the same folder as this one; also where that is not known. */
    boolean isBeside(int id, SourceFile file) {
        return session.first("SELECT folder FROM file_folders WHERE id = ?", row -> row.getString(1), id)
                .map(folder(file)::equals)
                .orElse(true);
    }

    /** A file that was read to its end: how many rows it has, and how many of them were not taken. */
    public record ReadFile(int id, long read, long rejected, List<Entry> replaced) {}

    /** Commits files with what was read of them, in the place of earlier files where there are some. */
    public void commit(List<ReadFile> files) {
        if (files.isEmpty()) {
            return;
        }
        session.step("Commit the files");
        List<Integer> ids = files.stream().map(ReadFile::id).toList();
        session.transaction(() -> {
            files.forEach(file -> file.replaced().forEach(entry -> remove(entry.id())));
            session.run("CREATE OR REPLACE TEMP TABLE read_files (file INTEGER, read BIGINT, rejected BIGINT)");
            session.insert(
                    "INSERT INTO read_files FROM ",
                    files.stream()
                            .map(file -> List.<Object>of(file.id(), file.read(), file.rejected()))
                            .toList());
            session.run(
                    SqlTemplate.of("""
                            UPDATE files
                            SET
                                committed = true,
                                read = done.read,
                                rejected = done.rejected,
                                filtered = done.read - done.rejected - done.held
                            FROM (
                                SELECT read_files.*, coalesce(n, 0) AS held
                                FROM read_files
                                LEFT JOIN (
                                    SELECT "file", count(*) AS n
                                    FROM ${buffer}
                                    WHERE "file" IN (${ids})
                                    GROUP BY "file"
                                ) USING ("file")
                            ) done
                            WHERE id = done.file
                            """)
                            .with("buffer", LateArrivalBuffer.TABLE)
                            .with("ids", LateArrivalBuffer.ids(ids))
                            .sql(),
                    "DROP TABLE read_files");
        });
    }

    /** Whether any row of a committed file passed the filter and could be read. */
    public boolean holdsRows() {
        return session.number("SELECT count(*) FROM files WHERE committed AND read > filtered + rejected") > 0;
    }

    /** Whether files were committed that no published version counts yet. */
    public boolean hasUnpublished() {
        return session.number("SELECT count(*) FROM files WHERE committed AND NOT published") > 0;
    }

    public void remove(int id) {
        session.update("DELETE FROM " + LateArrivalBuffer.TABLE + " WHERE \"file\" = ?", id);
        session.update("DELETE FROM file_days WHERE \"file\" = ?", id);
        session.update("DELETE FROM again_events WHERE \"file\" = ?", id);
        session.update("DELETE FROM " + RowSample.TABLE + " WHERE \"file\" = ?", id);
        session.update("DELETE FROM files WHERE id = ?", id);
    }

    /** Removes what was not committed. */
    public void removeUncommitted() {
        boolean buffer = session.number(
                        "SELECT count(*) FROM duckdb_tables()"
                                + " WHERE table_name = ? AND database_name = current_database()",
                        LateArrivalBuffer.TABLE)
                > 0;
        List<Integer> ids = session.list("SELECT id FROM files WHERE NOT committed", row -> row.getInt(1));
        for (int id : ids) {
            if (buffer) {
                session.update("DELETE FROM " + LateArrivalBuffer.TABLE + " WHERE \"file\" = ?", id);
            }
            session.update("DELETE FROM " + RowSample.TABLE + " WHERE \"file\" = ?", id);
            session.update("DELETE FROM files WHERE id = ?", id);
        }
    }

    /** Counts the rows of files committed since the last publication that repeat others of the buffer. */
    public static void countRepeats(Session session, DuplicateKeys repeated) {
        session.run(
                "CREATE OR REPLACE TEMP TABLE repeats AS\n" + repeated.rowsByFile(),
                "UPDATE files SET repeated = coalesce((SELECT n FROM repeats WHERE \"file\" = id), 0) WHERE NOT published",
                "UPDATE files SET kept = read - filtered - rejected - repeated, published = true WHERE NOT published",
                "DROP TABLE repeats");
    }

    /** What became of the rows of a file. */
    public record Counts(long read, long filtered, long repeated, long rejected, long kept) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    /** The counts of all files, by id; of one that is not published yet, as if none of its rows were repeated. */
    public Map<Integer, Counts> counts() {
        Map<Integer, Counts> counts = new HashMap<>();
        session.list(
                        "SELECT id, read, filtered, repeated, rejected,"
                                + " CASE WHEN published THEN kept ELSE read - filtered - rejected END FROM files",
                        row -> Map.entry(
                                row.getInt(1),
                                new Counts(
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6))))
                .forEach(file -> counts.put(file.getKey(), file.getValue()));
        return counts;
    }

    /** What to tell of files with rows that lie far ahead, by id; see {@link DayLedger}. */
    public Map<Integer, String> rowsAhead() {
        Map<Integer, String> texts = new HashMap<>();
        session.list(
                        "SELECT \"file\", CAST(sum(n) AS BIGINT), CAST(min(answered) AS VARCHAR), CAST(max(answered) AS"
                                + " VARCHAR) FROM file_days WHERE ahead GROUP BY \"file\"",
                        row -> Map.entry(row.getInt(1), rowsAhead(row.getLong(2), row.getString(3), row.getString(4))))
                .forEach(file -> texts.put(file.getKey(), file.getValue()));
        return texts;
    }

    private static String rowsAhead(long rows, String first, String last) {
        String days = first.equals(last) ? "on " + first : "from " + first + " to " + last;
        return rows == 1
                ? "1 row lies far beyond the others, " + days
                : rows + " rows lie far beyond the others, " + days;
    }
}
