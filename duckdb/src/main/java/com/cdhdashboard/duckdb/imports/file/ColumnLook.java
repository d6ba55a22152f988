package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.core.ingest.row.ColumnProfile;
import com.cdhdashboard.core.ingest.row.KeyScan;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTypes;
import com.cdhdashboard.duckdb.imports.column.FileColumns;
import com.cdhdashboard.duckdb.imports.schema.SourceSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Looks at files for their columns, before they are read: at the first rows of each, or at all. */
public final class ColumnLook {
    private final Session session;
    private final SchemaSampling sampling;
    private final boolean hive;

    public ColumnLook(Session session, SchemaSampling sampling, boolean hive) {
        this.session = session;
        this.sampling = sampling;
        this.hive = hive;
    }

    /** What the first rows of files show. */
    public void first(List<SourceFile> files, SourceSchema schema) throws InterruptedException {
        sampling.look(files);
        for (SourceFile file : files) {
            Optional<Map<String, ColumnProfile>> json = sampling.of(file);
            schema.show(new FileColumns(file, json.orElse(Map.of()), Map.of()));
            if (json.isEmpty()) {
                sampling.withFirstPart(file, part -> show(part, schema));
            }
        }
    }

    /** What all rows of files show; a file that cannot be read to its end shows the rows before. */
    public void all(List<SourceFile> files, SourceSchema schema, PartFeed.Unpacking unpacker, BooleanSupplier cancelled)
            throws InterruptedException {
        for (SourceFile file : files) {
            if (cancelled.getAsBoolean()) {
                return;
            }
            try {
                unpacker.unpack(
                        file,
                        part -> {
                            show(part, schema);
                            part.delete();
                        },
                        cancelled);
            } catch (UserException e) {
                // Said when the file is read
            }
        }
    }

    private void show(Part part, SourceSchema schema) {
        try {
            schema.show(part.member(), PartSql.isJson(part) ? ofJson(part) : typed(part));
        } catch (DuckDbException e) {
            if (!e.isBadInput()) {
                throw e;
            }
            // Said when the file is read
        }
    }

    /** The columns of all rows of a part. */
    static FileColumns ofJson(Part part) {
        return new FileColumns(part.origin(), KeyScan.columns(part), Map.of());
    }

    /** The columns of a part that says itself what it has. */
    FileColumns typed(Part part) {
        Map<String, Optional<ValueType>> types = new LinkedHashMap<>();
        EngineColumns columns = PartSql.columns(session, part, hive);
        columns.types()
                .forEach((called, type) ->
                        types.merge(columns.nameOf(called), type(part, called, type), FileColumns::widest));
        PartSql.valueless(session, part).forEach(name -> types.replace(name, Optional.empty()));
        return new FileColumns(part.origin(), Map.of(), types);
    }

    private static Optional<ValueType> type(Part part, String name, String type) {
        if (type.equals(FolderValues.TYPE)) {
            return Optional.of(FolderValues.of(part).type(name));
        }
        return type.equals("\"NULL\"") ? Optional.empty() : Optional.of(SqlTypes.of(type));
    }
}
