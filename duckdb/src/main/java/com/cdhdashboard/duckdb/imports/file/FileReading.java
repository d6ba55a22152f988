package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.duckdb.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads parts into the late-arrival buffer, strictly and many at once, which is fast. A file of which a part cannot be read that
 * way, or which has rows that cannot be used, needs {@linkplain RowByRowReading row-by-row reading} from its first row on.
 */
public final class FileReading {
    private final Session session;
    private final PartLoading loading;
    private final PartRemoval removal;
    private final ColumnWatch watch;
    private final InexactNames inexact;
    private final Optional<SampleReading> sample;
    private final Map<Integer, Long> rows = new HashMap<>();
    private final Set<Integer> rowByRow = new HashSet<>();

    /**
     * What else looks at the rows.
     *
     * @param sample absent where none is drawn
     */
    public record Onlookers(ColumnWatch watch, InexactNames inexact, Optional<SampleReading> sample) {}

    public FileReading(Session session, PartLoading loading, PartRemoval removal, Onlookers onlookers) {
        this.session = session;
        this.loading = loading;
        this.removal = removal;
        this.watch = onlookers.watch();
        this.inexact = onlookers.inexact();
        this.sample = onlookers.sample();
    }

    /** Reads the parts, has them deleted, and gives the number of rows read. */
    public long read(List<FilePart> parts) throws InterruptedException {
        session.step("Read and prepare the rows");
        watch.begin(parts);
        parts.stream().filter(this::isDoubled).forEach(part -> rowByRow.add(part.fileId()));
        List<FilePart> strict =
                parts.stream().filter(part -> !rowByRow.contains(part.fileId())).toList();
        long count = readTogether(strict);
        watch.finish();
        sample.ifPresent(drawn -> drawn.read(parts));
        parts.forEach(part -> removal.remove(part.part()));
        return count;
    }

    /** The engine reads no columns of JSON in which only upper and lower case differ, and does not tell which values do. */
    private boolean isDoubled(FilePart part) {
        return PartSql.isJson(part.part())
                && loading.called(part.part()).values().stream().anyMatch(raws -> raws.size() > 1);
    }

    private long readTogether(List<FilePart> parts) {
        List<PartGroup> groups;
        try {
            groups = loading.groups(parts);
        } catch (RuntimeException e) {
            return readEachAlone(parts, e);
        }
        return groups.stream().mapToLong(this::readStrictly).sum();
    }

    private long readStrictly(PartGroup group) {
        watch.see(group);
        try {
            Map<FilePart, Long> counts = new LinkedHashMap<>();
            group.parts().forEach(part -> counts.put(part, countRows(part)));
            add(group);
            return taken(counts);
        } catch (RuntimeException e) {
            return readEachAlone(group.parts(), e);
        }
    }

    /** Nothing of the parts was taken; which of them is at fault shows when each is read by itself. */
    private long readEachAlone(List<FilePart> parts, RuntimeException cause) {
        PartSql.requireOthersCanBeRead(cause);
        return parts.stream().mapToLong(this::readAlone).sum();
    }

    private long readAlone(FilePart part) {
        try {
            long count = countRows(part);
            loading.groups(List.of(part)).forEach(this::add);
            return taken(Map.of(part, count));
        } catch (RuntimeException e) {
            PartSql.requireOthersCanBeRead(e);
            rowByRow.add(part.fileId());
            return 0;
        }
    }

    private void add(PartGroup group) {
        loading.add(group);
        inexact.count(group);
    }

    /** Asked before the rows are taken: a file may be damaged where only this reads. */
    private long countRows(FilePart part) {
        return part.part().rows().orElseGet(() -> PartSql.countRows(session, part.part()));
    }

    private long taken(Map<FilePart, Long> counts) {
        counts.forEach((part, count) -> rows.merge(part.fileId(), count, Long::sum));
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What is to be said of the columns and values of a file that was read to its end. */
    public List<String> notes(int fileId) {
        return Stream.concat(loading.doubled().notes(fileId), inexact.notes(fileId).stream())
                .toList();
    }

    /** Rows read of the file so far. */
    public long rowsOf(int fileId) {
        return rows.getOrDefault(fileId, 0L);
    }

    /** Which of these files, read to their end, must be read again row by row. */
    public Set<Integer> needRowByRow(Collection<Integer> fileIds) {
        Set<Integer> needy = new HashSet<>(loading.withUnusableRows(fileIds));
        fileIds.stream().filter(rowByRow::contains).forEach(needy::add);
        return needy;
    }
}
