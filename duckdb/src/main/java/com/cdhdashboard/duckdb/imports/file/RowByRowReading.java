package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.archive.Unpacker;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.core.ingest.row.RejectedRows;
import com.cdhdashboard.core.ingest.row.RowByRowReader;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.column.CastSql;
import com.cdhdashboard.duckdb.imports.ledger.PendingFile;
import com.cdhdashboard.duckdb.imports.row.PreparedRows;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one file row by row: good rows enter the late-arrival buffer, bad ones the rejected rows, each with its reason. */
public final class RowByRowReading {
    private final Session session;
    private final PartLoading loading;
    private final PreparedRows rows;
    private final RejectedRows rejected;
    private final MembersOfKind unpacker;
    private final Path spool;

    public RowByRowReading(
            Session session,
            PartLoading loading,
            PreparedRows rows,
            RejectedRows rejected,
            MembersOfKind unpacker,
            Path spool) {
        this.session = session;
        this.loading = loading;
        this.rows = rows;
        this.rejected = rejected;
        this.unpacker = unpacker;
        this.spool = spool;
    }

    /** How many rows of a file there are, and how many of them were not taken. */
    public record Count(long read, long rejected) {}

    /**
     * Reads the file anew in the place of what was read of it.
     *
     * @throws UserException where it cannot be read, with the reason
     */
    public Count read(PendingFile file, int fileId) throws InterruptedException {
        try {
            return readAnew(file, fileId);
        } catch (DuckDbException e) {
            PartSql.requireOthersCanBeRead(e);
            throw refused(file, e);
        } catch (RuntimeException | Error e) {
            throw Unpacker.failure(file.source(), e);
        }
    }

    private Count readAnew(PendingFile file, int fileId) throws InterruptedException {
        loading.remove(fileId);
        long before = rejected.count();
        long[] read = new long[1];
        unpacker.unpack(
                file.source(),
                part -> {
                    try {
                        read[0] += PartSql.isJson(part) ? readJson(part, fileId) : readTyped(part, fileId);
                    } finally {
                        part.delete();
                    }
                },
                () -> false);
        loading.removeUnusable(fileId);
        return new Count(read[0], rejected.count() - before);
    }

    private long readJson(Part part, int fileId) {
        Map<String, List<String>> called = loading.called(part);
        Map<String, List<String>> others = new LinkedHashMap<>();
        called.values().stream()
                .filter(raws -> raws.size() > 1)
                .forEach(raws -> others.put(raws.get(0), raws.subList(1, raws.size())));
        Path target = spool.resolve("row-by-row-" + fileId + ".ndjson");
        RowByRowReader.Joined joined = loading.doubled().joined(new FilePart(fileId, part), others);
        RowByRowReader.Result result =
                new RowByRowReader(columns(called), required(called), rejected, joined).read(part, target);
        Part clean = part.cleaned(target, result.kept());
        try {
            FilePart good = new FilePart(fileId, clean);
            loading.add(good);
            if (loading.withUnusableRows(Set.of(fileId)).contains(fileId)) {
                reject(clean, loading.unusableNumbered(good));
            }
            return result.kept() + result.rejected();
        } finally {
            clean.delete();
        }
    }

    private Map<String, ValueType> columns(Map<String, List<String>> called) {
        Map<String, ValueType> columns = new LinkedHashMap<>();
        rows.read()
                .forEach((column, type) -> called.getOrDefault(column.name(), List.of())
                        .forEach(raw -> columns.put(
                                raw,
                                rows.times().contains(column.name()) && type == ValueType.TEXT
                                        ? ValueType.TIMESTAMP
                                        : type)));
        columns.put(RowByRowReader.ROW, ValueType.INTEGER);
        return columns;
    }

    private List<String> required(Map<String, List<String>> called) {
        return rows.required().stream()
                .flatMap(name -> called.getOrDefault(name, List.of()).stream().limit(1))
                .toList();
    }

    private long readTyped(Part part, int fileId) {
        long count = PartSql.countRows(session, part);
        try {
            reject(part, loading.addFitting(new FilePart(fileId, part)));
        } catch (DuckDbException e) {
            if (e.isUnfitValue()) {
                requireReadable(part);
            }
            throw e;
        }
        return count;
    }

    /** The engine reads no value of a column of times if one of them is beyond what it holds. */
    private void requireReadable(Part part) {
        PartSql.unreadable(session, part).ifPresent(column -> {
            throw new UserException(
                    part.origin().name() + ": column \"" + column + "\" holds a time beyond the years that"
                            + " the engine reads, about 290,000 before and after Christ, so that it cannot read the others"
                            + " either; correct the time, or export the file again without it");
        });
    }

    /** Why the engine cannot read a file, not even alone. */
    static UserException refused(PendingFile file, DuckDbException cause) {
        String name = file.source().name();
        if (cause.isUnfitValue() || CastSql.isUnfit(cause)) {
            return new UserException(
                    UserException.Kind.USER,
                    "values of " + name + " do not fit the types of earlier files or of the other rows: "
                            + cause.shortMessage(),
                    cause);
        }
        return new UserException(
                cause.isOutOfResources() ? UserException.Kind.RESOURCES : UserException.Kind.USER,
                name + ": the engine cannot read it ("
                        + cause.shortMessage().replace(file.source().path().toString(), name)
                        + "). It is damaged: copy or export it again"
                        + (cause.isOutOfResources() ? "; if it is not, memory or disk ran out: make room" : ""),
                cause);
    }

    private void reject(Part part, List<PartLoading.UnusableRow> unusable) {
        unusable.forEach(row -> rejected.append(part, row.number(), row.reason(), row.content()));
    }
}
