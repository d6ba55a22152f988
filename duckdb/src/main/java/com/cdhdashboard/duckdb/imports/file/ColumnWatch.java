package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.duckdb.imports.column.FileColumns;
import com.cdhdashboard.duckdb.imports.schema.SourceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Looks at all rows that are read, while the engine reads them, for columns and values that the plan does not know. The
 * first rows of files nearly always show all there is, so that nothing has to be looked at before it is read.
 */
public final class ColumnWatch implements AutoCloseable {
    private final SourceSchema schema;
    private final ColumnLook look;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<Begun> looks = new ArrayList<>();

    /** A look at a part that stands in a member of its file. */
    private record Begun(String member, Future<FileColumns> columns) {}

    public ColumnWatch(SourceSchema schema, ColumnLook look) {
        this.schema = schema;
        this.look = look;
    }

    /** Begins to look at parts, which must stay until {@link #finish}. */
    void begin(List<FilePart> parts) {
        for (FilePart part : parts) {
            if (PartSql.isJson(part.part())) {
                looks.add(new Begun(part.part().member(), thread.submit(() -> ofJson(part.part()))));
            }
        }
    }

    private static FileColumns ofJson(Part part) {
        try {
            return ColumnLook.ofJson(part);
        } catch (UserException e) {
            // Said by who reads it
            return FileColumns.none(part.origin());
        }
    }

    /** Takes in the columns of unpacked parts that say themselves what they have; of other files they are known. */
    void see(PartGroup group) {
        group.parts().stream()
                .map(FilePart::part)
                .filter(part -> part.spooled() && !PartSql.isJson(part))
                .forEach(part -> schema.show(part.member(), look.typed(part)));
    }

    /** Waits until all parts were looked at, and takes in what they showed. */
    void finish() throws InterruptedException {
        for (Begun begun : looks) {
            try {
                schema.show(begun.member(), begun.columns().get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        looks.clear();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
