package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.ingest.Part;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads parts into the window, strictly and several at once, which is fast. A file of which a part cannot be read that
 * way, or whose times cannot, needs {@linkplain CarefulReading care} from its first row on.
 */
final class FileReading {
    private final Session session;
    private final Window window;
    private final Map<Integer, Long> rows = new HashMap<>();
    private final Set<Integer> careful = new HashSet<>();

    FileReading(Session session, Window window) {
        this.session = session;
        this.window = window;
    }

    /** A part of the file that was begun under this id. */
    record FilePart(int fileId, Part part) {}

    /** Reads the parts, deletes them, and gives the number of rows read. */
    long read(List<FilePart> parts) {
        List<FilePart> strict =
                parts.stream().filter(part -> !careful.contains(part.fileId())).toList();
        long count = strict.isEmpty() ? 0 : readStrictly(strict);
        parts.forEach(part -> part.part().delete());
        return count;
    }

    private long readStrictly(List<FilePart> parts) {
        try {
            add(parts);
            return parts.stream().mapToLong(this::countRows).sum();
        } catch (DuckDbException e) {
            if (!e.isBadInput()) {
                throw e;
            }
            return parts.stream().mapToLong(this::readAlone).sum();
        }
    }

    private long readAlone(FilePart part) {
        try {
            add(List.of(part));
            return countRows(part);
        } catch (DuckDbException e) {
            if (!e.isBadInput()) {
                throw e;
            }
            careful.add(part.fileId());
            return 0;
        }
    }

    private void add(List<FilePart> parts) {
        List<Part> files = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        for (FilePart part : parts) {
            files.add(part.part());
            ids.add(part.fileId());
        }
        window.add(files, ids);
    }

    private long countRows(FilePart part) {
        long count = part.part().rows().orElseGet(() -> PartSql.countRows(session, part.part()));
        rows.merge(part.fileId(), count, Long::sum);
        return count;
    }

    /** Rows read of the file so far. */
    long rowsOf(int fileId) {
        return rows.getOrDefault(fileId, 0L);
    }

    boolean needsCare(int fileId) {
        return careful.contains(fileId) || window.unusableRows(fileId) > 0;
    }
}
