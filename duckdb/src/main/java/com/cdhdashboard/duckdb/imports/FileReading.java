package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads parts into the window, strictly and many at once, which is fast. A file of which a part cannot be read that
 * way, or which has rows that cannot be used, needs {@linkplain CarefulReading care} from its first row on.
 */
final class FileReading {
    private final Session session;
    private final Window window;
    private final PartRemoval removal;
    private final Map<Integer, Long> rows = new HashMap<>();
    private final Set<Integer> careful = new HashSet<>();

    FileReading(Session session, Window window, PartRemoval removal) {
        this.session = session;
        this.window = window;
        this.removal = removal;
    }

    /** Reads the parts, has them deleted, and gives the number of rows read. */
    long read(List<FilePart> parts) {
        List<FilePart> strict =
                parts.stream().filter(part -> !careful.contains(part.fileId())).toList();
        long count = readTogether(strict);
        parts.forEach(part -> removal.remove(part.part()));
        return count;
    }

    private long readTogether(List<FilePart> parts) {
        List<PartGroup> groups;
        try {
            groups = window.groups(parts);
        } catch (DuckDbException e) {
            return readEachAlone(parts, e);
        }
        return groups.stream().mapToLong(this::readStrictly).sum();
    }

    private long readStrictly(PartGroup group) {
        try {
            window.add(group);
            return group.parts().stream().mapToLong(this::countRows).sum();
        } catch (DuckDbException e) {
            return readEachAlone(group.parts(), e);
        }
    }

    /** Nothing of the parts was taken; which of them is at fault shows when each is read by itself. */
    private long readEachAlone(List<FilePart> parts, DuckDbException cause) {
        if (!cause.isBadInput()) {
            throw cause;
        }
        return parts.stream().mapToLong(this::readAlone).sum();
    }

    private long readAlone(FilePart part) {
        try {
            window.add(part);
            return countRows(part);
        } catch (DuckDbException e) {
            if (!e.isBadInput()) {
                throw e;
            }
            careful.add(part.fileId());
            return 0;
        }
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

    /** Which of these files, read to their end, must be read again with care. */
    Set<Integer> needCare(Collection<Integer> fileIds) {
        Set<Integer> needy = new HashSet<>(window.withUnusableRows(fileIds));
        fileIds.stream().filter(careful::contains).forEach(needy::add);
        return needy;
    }
}
