package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.row.ColumnProfile;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.column.ColumnsSeen;
import com.cdhdashboard.duckdb.imports.schema.DataKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A kind of data with what the first rows of files show in its formats: of JSON by ourselves, of others by the engine. */
public record SampledKind(DataKind kind, SchemaSampling sampling) {
    /** The columns of a file, by name. */
    public ColumnsSeen columns(Session session, SourceFile file) throws InterruptedException {
        sampling.look(List.of(file));
        Optional<Map<String, ColumnProfile>> json = sampling.of(file);
        return new ColumnsSeen(json.isPresent() ? json.get().keySet() : engineColumns(session, file));
    }

    private Set<String> engineColumns(Session session, SourceFile file) throws InterruptedException {
        Set<String> columns = new LinkedHashSet<>();
        try {
            sampling.withFirstPart(
                    file,
                    part -> columns.addAll(
                            PartSql.columns(session, part, kind.files().hivePartitioning())
                                    .names()));
        } catch (DuckDbException e) {
            if (!e.isBadInput()) {
                throw e;
            }
            // Said when the file is read
        }
        return columns;
    }
}
