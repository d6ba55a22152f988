package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.core.ingest.row.RejectedRows;
import com.cdhdashboard.core.ingest.row.RowByRowReader;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.ledger.FileVerdict;
import com.cdhdashboard.duckdb.imports.ledger.PendingFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what is the matter with each of the files of an import of which none is taken: first of all its own fault. */
public final class RefusedFiles {
    private final Session session;
    private final RejectedRows rejected;
    private final Path spool;
    private final Optional<String> otherwise;
    private final Map<PendingFile, String> faults = new LinkedHashMap<>();
    private final Map<PendingFile, RowByRowReader.Result> rows = new LinkedHashMap<>();

    /** @param otherwise why files are not taken that can be read; absent where none of them has a column */
    public RefusedFiles(Session session, RejectedRows rejected, Path spool, Optional<String> otherwise) {
        this.session = session;
        this.rejected = rejected;
        this.spool = spool;
        this.otherwise = otherwise;
    }

    public List<FileSummary> summaries(PartFeed feed) throws InterruptedException {
        List<FileSummary> summaries = new ArrayList<>();
        boolean more = true;
        while (more) {
            for (PartFeed.Event event : feed.take()) {
                more = more && !(event instanceof PartFeed.EndOfFiles);
                if (event instanceof PartFeed.PartReady ready) {
                    look(ready.file(), ready.part());
                } else if (event instanceof PartFeed.FileFailed failed) {
                    summaries.add(FileSummary.failed(
                            failed.file().source().name(),
                            String.valueOf(failed.cause().getMessage())));
                } else if (event instanceof PartFeed.FileDone done) {
                    summaries.add(FileSummary.failed(
                            done.file().source().name(),
                            fault(done.file(), done.unpacked().notes())));
                }
            }
        }
        return summaries;
    }

    private void look(PendingFile file, Part part) {
        try {
            if (PartSql.isJson(part)) {
                Path target = spool.resolve("unnamed.ndjson");
                RowByRowReader.Result read = new RowByRowReader(Map.of(), List.of(), rejected).read(part, target);
                rows.merge(file, read, RefusedFiles::sum);
            } else {
                PartSql.columns(session, part, false);
                rows.merge(file, new RowByRowReader.Result(PartSql.countRows(session, part), 0), RefusedFiles::sum);
            }
        } catch (DuckDbException e) {
            PartSql.requireOthersCanBeRead(e);
            faults.putIfAbsent(file, RowByRowReading.refused(file, e).getMessage());
        } catch (UserException e) {
            faults.putIfAbsent(file, String.valueOf(e.getMessage()));
        } finally {
            part.delete();
        }
    }

    private static RowByRowReader.Result sum(RowByRowReader.Result one, RowByRowReader.Result other) {
        return new RowByRowReader.Result(one.kept() + other.kept(), one.rejected() + other.rejected());
    }

    private String fault(PendingFile file, List<String> notes) {
        RowByRowReader.Result read = rows.getOrDefault(file, new RowByRowReader.Result(0, 0));
        String name = file.source().name();
        if (faults.containsKey(file)) {
            return String.valueOf(faults.get(file));
        }
        if (read.kept() > 0) {
            return otherwise.orElse(name + ": none of its rows has a column with a name");
        }
        if (read.rejected() > 0) {
            return FileVerdict.allRejected(read.rejected(), rejected.firstOf(file.source()));
        }
        return notes.isEmpty() ? name + ": there are no rows in it" : String.join("; ", notes);
    }
}
