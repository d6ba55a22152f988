package com.cdhdashboard.app.start;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.imports.ledger.KnownSources;
import com.cdhdashboard.duckdb.store.ImportLock;
import com.cdhdashboard.duckdb.store.StoreFolder;
import com.cdhdashboard.duckdb.version.StoreVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Imports the files that a version of a store was made of into another version beside it, by another configuration. What
 * goes wrong on the way leaves the version there was.
 *
 * @param current the version to take the place of
 * @param importers of the configuration to come, into a version
 */
record VersionImport(
        StoreVersions versions, StoreFolder current, EngineLimits limits, Function<StoreFolder, Importer> importers) {
    /** What an import came to: the version, where it is complete, and the sum of what was done. */
    record Made(Optional<StoreFolder> version, ImportSummary summary) {}

    /** Makes the version, under the lock of the store. */
    Made make(ImportLock held, ImportListener listener) {
        KnownSources sources = KnownSources.of(held, current, limits);
        versions.removeOthers(held, current);
        StoreFolder begun = versions.begin(held);
        boolean complete = false;
        try {
            ImportSummary summary = importAll(sources, importers.apply(begun), listener);
            if (summary.cancelled()) {
                return new Made(Optional.empty(), summary);
            }
            requireSame(sources, begun, summary);
            StoreFolder version = versions.complete(begun);
            complete = true;
            return new Made(Optional.of(version), summary);
        } finally {
            if (!complete) {
                versions.remove(begun);
            }
        }
    }

    private static ImportSummary importAll(KnownSources sources, Importer importer, ImportListener listener) {
        ImportSummary all = new ImportSummary(List.of(), List.of(), Optional.empty(), Duration.ZERO, false);
        try {
            for (ImportRequest request : sources.requests()) {
                all = joined(all, importer.run(request, listener));
                if (all.cancelled()) {
                    break;
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImportSummary joined(ImportSummary first, ImportSummary second) {
        List<FileSummary> files = new ArrayList<>(first.files());
        files.addAll(second.files());
        // Notes are told of a whole store again by each import into it
        Set<String> notes = new LinkedHashSet<>(first.notes());
        notes.addAll(second.notes());
        return new ImportSummary(
                files,
                List.copyOf(notes),
                second.rejectedRows().or(first::rejectedRows),
                first.elapsed().plus(second.elapsed()),
                second.cancelled());
    }

    /** A version that lacks a file would show other numbers than the one before, and nobody could tell why. */
    private void requireSame(KnownSources sources, StoreFolder begun, ImportSummary summary) {
        List<String> contents;
        try (ImportLock lock = ImportLock.take(begun)) {
            contents = KnownSources.of(lock, begun, limits).contents();
        }
        if (contents.equals(sources.contents())) {
            return;
        }
        String reasons = summary.files().stream()
                .filter(file -> file.status() != FileSummary.Status.IMPORTED)
                .flatMap(file -> file.message().map(message -> file.file() + ": " + message).stream())
                .findFirst()
                .map(reason -> " (" + reason + ")")
                .orElse("");
        throw new UserException("not every file that was imported could be imported again as it was" + reasons
                + "; the configuration was not applied, and all pages stay as they were");
    }
}
