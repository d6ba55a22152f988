package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.ConfigurationText;
import com.cdhdashboard.duckdb.imports.column.ColumnsSeen;
import com.cdhdashboard.duckdb.imports.file.FileLooks;
import com.cdhdashboard.duckdb.imports.ledger.PendingFile;
import com.cdhdashboard.duckdb.imports.schema.DataKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells by their columns which of the chosen files hold the kind of data that is imported; their names do not matter.
 * A file that tells nothing is read, which shows what is the matter with it.
 */
final class KindStep {
    private final DataKind kind;
    private final Optional<OtherKind> other;
    private final FileLooks looks;
    private final ImportRequest request;
    private final List<PendingFile> ours = new ArrayList<>();
    private final List<SourceFile> ofOtherKind = new ArrayList<>();
    private final List<FileSummary> decided = new ArrayList<>();

    /** The other kind of data, and looks at files in the formats that it is read from. */
    record OtherKind(DataKind kind, FileLooks looks) {}

    KindStep(DataKind kind, Optional<OtherKind> other, FileLooks looks, ImportRequest request) {
        this.kind = kind;
        this.other = other;
        this.looks = looks;
        this.request = request;
    }

    void sort(List<PendingFile> files) throws InterruptedException {
        looks.begin(files);
        for (PendingFile file : files) {
            sort(file, looks.of(file.source()));
        }
    }

    private void sort(PendingFile file, ColumnsSeen columns) throws InterruptedException {
        if (kind.isShownBy(columns)) {
            ours.add(file);
        } else if (other.isPresent() && isOf(other.get(), file, columns)) {
            ofOtherKind.add(file.source());
            leave(
                    file,
                    "it holds " + other.get().kind().words() + ", not " + kind.words() + "; import it "
                            + other.get().kind().chosenBy());
        } else if (ConfigurationText.isIn(file.source().path())) {
            leave(file, "it is a configuration, not an export; start the program with --config and this file");
        } else if (!columns.isEmpty() && !kind.telling().isEmpty()) {
            leave(
                    file,
                    "it holds other data than " + kind.words() + ": at least two of its columns should be "
                            + String.join(", ", kind.telling()) + "; found: " + columns.named());
        } else {
            ours.add(file);
        }
    }

    private static boolean isOf(OtherKind other, PendingFile file, ColumnsSeen columns) throws InterruptedException {
        return other.kind().isShownBy(columns)
                || other.kind().isShownBy(other.looks().of(file.source()));
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
