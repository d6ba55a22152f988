package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.find.Found;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.duckdb.DuckDbException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Thrown where the engine has ended itself over a file, as some damage makes it do; the database must be opened again
 * then. The files that were being read are tried one by one to find the one at fault, when all others are imported.
 */
final class EngineEnded extends RuntimeException {
    private final transient List<String> reading;

    /** @param reading names of the files that were being read; empty where that is not known */
    EngineEnded(List<String> reading, DuckDbException cause) {
        super(cause);
        this.reading = List.copyOf(reading);
    }

    /** Imports the files by as many imports as it takes, the first of which has ended so. */
    ImportSummary importOthers(Found found, Function<Found, ImportSummary> importing) {
        if (found.files().size() == 1) {
            return refused(found.files().get(0).name());
        }
        List<SourceFile> suspects = found.files().stream()
                .filter(file -> reading.isEmpty() || reading.contains(file.name()))
                .toList();
        List<Found> imports = new ArrayList<>();
        List<SourceFile> others =
                found.files().stream().filter(file -> !suspects.contains(file)).toList();
        if (!others.isEmpty()) {
            imports.add(new Found(others, found.notes()));
        }
        suspects.forEach(file -> imports.add(new Found(List.of(file), List.of())));
        return imports.stream()
                .map(part -> attempt(part, importing))
                .reduce(EngineEnded::joined)
                .orElseThrow();
    }

    private static ImportSummary attempt(Found files, Function<Found, ImportSummary> importing) {
        try {
            return importing.apply(files);
        } catch (EngineEnded e) {
            return e.importOthers(files, importing);
        }
    }

    private static ImportSummary refused(String name) {
        String message = name + ": the engine ended itself over it. It is damaged: copy or export it again";
        FileSummary failed = FileSummary.failed(name, message);
        return new ImportSummary(List.of(failed), List.of(), Optional.empty(), Duration.ZERO, false);
    }

    private static ImportSummary joined(ImportSummary one, ImportSummary other) {
        List<FileSummary> files = new ArrayList<>(one.files());
        files.addAll(other.files());
        List<String> notes = new ArrayList<>(one.notes());
        other.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
        return new ImportSummary(
                files,
                notes,
                other.rejectedRows().or(one::rejectedRows),
                one.elapsed().plus(other.elapsed()),
                one.cancelled() || other.cancelled(),
                Stream.concat(one.ofOtherKind().stream(), other.ofOtherKind().stream())
                        .toList());
    }
}
