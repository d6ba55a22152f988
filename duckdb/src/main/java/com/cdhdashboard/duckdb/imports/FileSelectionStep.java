package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.find.Partition;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.ContentHash;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.duckdb.imports.file.ContentHashes;
import com.cdhdashboard.duckdb.imports.ledger.FileLedger;
import com.cdhdashboard.duckdb.imports.ledger.PendingFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of the files found are read: those whose content is new. */
final class FileSelectionStep {
    private final Map<String, List<FileLedger.Entry>> byName = new HashMap<>();
    private final Map<String, List<FileLedger.Entry>> byHash = new HashMap<>();
    private final ContentHashes hashes;
    private final boolean readAgain;
    private final boolean hive;
    private final List<PendingFile> pending = new ArrayList<>();
    private final List<FileSummary> decided = new ArrayList<>();

    /** @param hive whether values in the names of folders are columns of parquet files */
    FileSelectionStep(List<FileLedger.Entry> committed, ContentHashes hashes, ImportRequest request, boolean hive) {
        for (FileLedger.Entry entry : committed) {
            byName.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(entry);
            byHash.computeIfAbsent(entry.hash(), hash -> new ArrayList<>()).add(entry);
        }
        this.hashes = hashes;
        this.readAgain = request.readAgain();
        this.hive = hive;
    }

    void select(List<SourceFile> files) throws InterruptedException {
        Map<String, List<String>> seen = new HashMap<>();
        for (SourceFile file : files) {
            Optional<ContentHash> read = hash(file);
            if (read.isEmpty()) {
                continue;
            }
            ContentHash hash = read.get();
            List<String> names = seen.computeIfAbsent(hash.sha256(), content -> new ArrayList<>());
            Optional<String> same =
                    names.stream().filter(name -> holdsTheSame(name, file)).findFirst();
            if (same.isPresent()) {
                decide(file, FileSummary.Status.UNCHANGED, Optional.of("the same content as " + same.get()));
            } else {
                names.add(file.name());
                select(file, hash);
            }
        }
    }

    /** Of a file that cannot be read, nothing more than its reason. */
    private Optional<ContentHash> hash(SourceFile file) throws InterruptedException {
        try {
            return Optional.of(hashes.of(file));
        } catch (UserException e) {
            decide(file, FileSummary.Status.FAILED, Optional.ofNullable(e.getMessage()));
            return Optional.empty();
        }
    }

    private void select(SourceFile file, ContentHash hash) {
        Optional<FileLedger.Entry> known = Stream.of(hash.sha256(), hash.ofFirstStores())
                .flatMap(each -> byHash.getOrDefault(each, List.of()).stream())
                .filter(entry -> holdsTheSame(entry.name(), file))
                .findFirst();
        if (known.isPresent() && !readAgain) {
            String name = known.get().name();
            decide(
                    file,
                    FileSummary.Status.UNCHANGED,
                    name.equals(file.name())
                            ? Optional.empty()
                            : Optional.of("the same content was imported as " + name));
            return;
        }
        pending.add(new PendingFile(file, hash.sha256(), known, byName.getOrDefault(file.name(), List.of())));
    }

    /** Whether a file of the same content holds the same data: of parquet the names of folders may tell a part of them. */
    private boolean holdsTheSame(String name, SourceFile file) {
        String values = Partition.values(name);
        String others = Partition.values(file.name());
        return !hive || values.isEmpty() || others.isEmpty() || values.equals(others) || !isParquet(file);
    }

    private static boolean isParquet(SourceFile file) {
        try {
            return Format.of(file.path()) == Format.PARQUET;
        } catch (UserException e) {
            // Said when the file is read
            return false;
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
