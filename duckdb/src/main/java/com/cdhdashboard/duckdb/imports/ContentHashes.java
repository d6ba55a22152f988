package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.ContentHash;
import com.cdhdashboard.core.ingest.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The content hashes of files, computed in a thread of their own while the engine opens. */
final class ContentHashes implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Map<SourceFile, Future<String>> hashes = new HashMap<>();

    ContentHashes(List<SourceFile> files) {
        files.forEach(file -> hashes.put(file, thread.submit(() -> ContentHash.of(file.path()))));
    }

    String of(SourceFile file) throws InterruptedException {
        Future<String> hash = hashes.get(file);
        if (hash == null) {
            throw new IllegalArgumentException("not one of the files: " + file);
        }
        try {
            return hash.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UserException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
