package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.CarefulReader;
import com.cdhdashboard.core.ingest.Format;
import com.cdhdashboard.core.ingest.Part;
import com.cdhdashboard.core.ingest.RejectedRows;
import com.cdhdashboard.core.ingest.Unpacker;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one file row by row: good rows enter the window, bad ones the rejected rows, each with its reason. */
final class CarefulReading {
    private static final Set<String> TIMES = Set.of(Interaction.OUTCOME_TIME, Interaction.DECISION_TIME);

    private final Session session;
    private final Window window;
    private final RowPlan plan;
    private final RejectedRows rejected;
    private final Unpacker unpacker;
    private final Path spool;

    CarefulReading(Session session, Window window, RowPlan plan, RejectedRows rejected, Unpacker unpacker, Path spool) {
        this.session = session;
        this.window = window;
        this.plan = plan;
        this.rejected = rejected;
        this.unpacker = unpacker;
        this.spool = spool;
    }

    /** How many rows of a file there are, and how many of them were not taken. */
    record Count(long read, long rejected) {}

    /** Reads the file anew in the place of what was read of it. */
    Count read(PendingFile file, int fileId) throws InterruptedException {
        window.remove(fileId);
        long before = rejected.count();
        long[] read = new long[1];
        unpacker.unpack(file.source(), part -> {
            try {
                read[0] += PartSql.isJson(part) ? readJson(part, fileId) : readTyped(part, fileId);
            } finally {
                part.delete();
            }
        });
        window.removeUnreadable(fileId);
        return new Count(read[0], rejected.count() - before);
    }

    private long readJson(Part part, int fileId) {
        Path target = spool.resolve("careful-" + fileId + ".ndjson");
        CarefulReader.Result result = new CarefulReader(columns(), required(), rejected).read(part, target);
        Part clean = part.cleaned(target, result.kept());
        try {
            window.add(List.of(clean), List.of(fileId));
            return result.kept() + result.rejected();
        } finally {
            clean.delete();
        }
    }

    private Map<String, ValueType> columns() {
        Map<String, ValueType> columns = new LinkedHashMap<>();
        plan.read()
                .forEach((column, type) -> columns.put(
                        column.raw(),
                        TIMES.contains(column.name()) && type == ValueType.TEXT ? ValueType.TIMESTAMP : type));
        return columns;
    }

    private List<String> required() {
        return plan.read().keySet().stream()
                .filter(column -> column.name().equals(Interaction.OUTCOME_TIME))
                .map(SourceColumn::raw)
                .toList();
    }

    /** Columns of parquet and CSV files have types, so only times can be unreadable there. */
    private long readTyped(Part part, int fileId) {
        try {
            window.add(List.of(part), List.of(fileId));
        } catch (DuckDbException e) {
            throw new UserException(
                    UserException.Kind.USER,
                    "values of " + part.origin().name()
                            + " do not fit the types of earlier files or of the other rows ("
                            + (part.format() == Format.CSV ? "CSV" : "parquet") + "): " + e.shortMessage(),
                    e);
        }
        window.unreadable(part, fileId)
                .forEach(row -> rejected.append(part, row.number(), row.reason(), row.content()));
        return PartSql.countRows(session, part);
    }
}
