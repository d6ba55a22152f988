package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.bundle.BundleFiles;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.ConfigurationText;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.column.ColumnsSeen;
import com.cdhdashboard.duckdb.imports.file.SampledKind;
import com.cdhdashboard.duckdb.imports.ledger.PendingFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells by their columns which of the chosen files hold the kind of data that is imported; their names do not matter.
 * A file that tells nothing is read, which shows what is the matter with it.
 */
final class KindStep {
    private final Session session;
    private final SampledKind kind;
    private final Optional<SampledKind> other;
    private final ImportRequest request;
    private final List<PendingFile> ours = new ArrayList<>();
    private final List<SourceFile> ofOtherKind = new ArrayList<>();
    private final List<FileSummary> decided = new ArrayList<>();

    KindStep(Session session, SampledKind kind, Optional<SampledKind> other, ImportRequest request) {
        this.session = session;
        this.kind = kind;
        this.other = other;
        this.request = request;
    }

    void sort(List<PendingFile> files) throws InterruptedException {
        // Begun for all, so that they are ready together
        kind.sampling().look(files.stream().map(PendingFile::source).toList());
        for (PendingFile file : files) {
            sort(file, kind.columns(session, file.source()));
        }
    }

    private void sort(PendingFile file, ColumnsSeen columns) throws InterruptedException {
        if (kind.kind().isShownBy(columns)) {
            ours.add(file);
        } else if (BundleFiles.holdsCubes(file.source().path())) {
            leave(file, "it holds cubes and no rows; import it by its own name");
        } else if (other.isPresent() && isOf(other.get(), file, columns)) {
            ofOtherKind.add(file.source());
            leave(
                    file,
                    "it holds " + other.get().kind().words() + ", not "
                            + kind.kind().words() + "; import it "
                            + other.get().kind().chosenBy());
        } else if (ConfigurationText.isIn(file.source().path())) {
            leave(file, "it is a configuration, not an export; start the program with --config and this file");
        } else if (!columns.isEmpty() && !kind.kind().telling().isEmpty()) {
            leave(
                    file,
                    "it holds other data than " + kind.kind().words() + ": at least two of its columns should be "
                            + String.join(", ", kind.kind().telling()) + "; found: " + columns.named());
        } else {
            ours.add(file);
        }
    }

    private boolean isOf(SampledKind another, PendingFile file, ColumnsSeen columns) throws InterruptedException {
        return another.kind().isShownBy(columns) || another.kind().isShownBy(another.columns(session, file.source()));
    }

    private void leave(PendingFile file, String why) {
        FileSummary.Status status =
                request.names(file.source()) ? FileSummary.Status.FAILED : FileSummary.Status.OTHER_DATA;
        decided.add(new FileSummary(file.source().name(), status, 0, 0, 0, 0, 0, Optional.of(why)));
    }

    List<PendingFile> ours() {
        return List.copyOf(ours);
    }

    List<SourceFile> ofOtherKind() {
        return List.copyOf(ofOtherKind);
    }

    List<FileSummary> decided() {
        return List.copyOf(decided);
    }
}
