package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of the files found are read: those whose content is new, and on request those that changed. */
final class FileSelectionStep {
    private final Map<String, FileLedger.Entry> byName = new HashMap<>();
    private final Map<String, FileLedger.Entry> byHash = new HashMap<>();
    private final ContentHashes hashes;
    private final ImportRequest request;
    private final List<PendingFile> pending = new ArrayList<>();
    private final List<FileSummary> decided = new ArrayList<>();

    FileSelectionStep(List<FileLedger.Entry> committed, ContentHashes hashes, ImportRequest request) {
        for (FileLedger.Entry entry : committed) {
            byName.putIfAbsent(entry.name(), entry);
            byHash.putIfAbsent(entry.hash(), entry);
        }
        this.hashes = hashes;
        this.request = request;
    }

    void select(List<SourceFile> files) throws InterruptedException {
        Map<String, String> seen = new HashMap<>();
        for (SourceFile file : files) {
            Optional<String> read = hash(file);
            if (read.isEmpty()) {
                continue;
            }
            String hash = read.get();
            String same = seen.putIfAbsent(hash, file.name());
            if (same == null) {
                select(file, hash);
            } else {
                decide(file, FileSummary.Status.UNCHANGED, Optional.of("the same content as " + same));
            }
        }
    }

    /** Of a file that cannot be read, nothing more than its reason. */
    private Optional<String> hash(SourceFile file) throws InterruptedException {
        try {
            return Optional.of(hashes.of(file));
        } catch (UserException e) {
            decide(file, FileSummary.Status.FAILED, Optional.ofNullable(e.getMessage()));
            return Optional.empty();
        }
    }

    private void select(SourceFile file, String hash) {
        Optional<FileLedger.Entry> content = Optional.ofNullable(byHash.get(hash));
        if (content.isPresent() && request.readAgain()) {
            pending.add(new PendingFile(file, hash, content));
            return;
        }
        if (content.isPresent()) {
            String name = content.get().name();
            decide(
                    file,
                    FileSummary.Status.UNCHANGED,
                    name.equals(file.name())
                            ? Optional.empty()
                            : Optional.of("the same content was imported as " + name));
            return;
        }
        Optional<FileLedger.Entry> earlier = Optional.ofNullable(byName.get(file.name()));
        if (earlier.isPresent() && !request.replace()) {
            decide(
                    file,
                    FileSummary.Status.CHANGED,
                    Optional.of("a file of this name was imported before with other content; import with --replace to"
                            + " take this one instead, or rename it if both count"));
        } else if (earlier.isPresent() && earlier.get().settled()) {
            decide(
                    file,
                    FileSummary.Status.CHANGED,
                    Optional.of("rows of the earlier file of this name are settled and cannot be taken back; import all"
                            + " files anew with --remove-existing"));
        } else {
            pending.add(new PendingFile(file, hash, earlier));
        }
    }

    private void decide(SourceFile file, FileSummary.Status status, Optional<String> message) {
        decided.add(new FileSummary(file.name(), status, 0, 0, 0, 0, 0, message));
    }

    List<PendingFile> pending() {
        return List.copyOf(pending);
    }

    List<FileSummary> decided() {
        return List.copyOf(decided);
    }
}
