package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.row.Sniffed;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.column.ColumnsSeen;
import com.cdhdashboard.duckdb.imports.ledger.PendingFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of the columns that the first rows of files show: JSON by ourselves, others by the engine. */
public final class FileLooks {
    private final Session session;
    private final SchemaSampling sampling;
    private final boolean hive;

    public FileLooks(Session session, SchemaSampling sampling, boolean hive) {
        this.session = session;
        this.sampling = sampling;
        this.hive = hive;
    }

    /** Begins to look, so that all files are ready together. */
    public void begin(List<PendingFile> files) {
        sampling.look(files.stream().map(PendingFile::source).toList());
    }

    public ColumnsSeen of(SourceFile file) throws InterruptedException {
        sampling.look(List.of(file));
        Optional<Map<String, Sniffed>> json = sampling.of(file);
        return new ColumnsSeen(json.isPresent() ? json.get().keySet() : engineColumns(file));
    }

    private Set<String> engineColumns(SourceFile file) throws InterruptedException {
        Set<String> columns = new LinkedHashSet<>();
        try {
            sampling.withFirstPart(
                    file,
                    part -> columns.addAll(PartSql.columns(session, part, hive).names()));
        } catch (DuckDbException e) {
            if (!e.isBadInput()) {
                throw e;
            }
            // Said when the file is read
        }
        return columns;
    }
}
