package com.cdhdashboard.duckdb.imports.file;

import static java.util.Objects.requireNonNullElse;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.archive.Unpacker;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.ContentHash;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** The content hashes of files, computed in a thread of their own while the engine opens. */
public final class ContentHashes implements AutoCloseable {
    private static final Duration STILL = Duration.ofMinutes(1);

    private final List<SourceFile> files;
    private final Duration still;
    private final Map<SourceFile, Future<ContentHash>> hashes = new HashMap<>();
    private final AtomicLong moves = new AtomicLong();
    private ExecutorService thread = newThread();

    public ContentHashes(List<SourceFile> files) {
        this(files, STILL);
    }

    /** With the time after which a file of which nothing comes is left out. */
    public ContentHashes(List<SourceFile> files, Duration still) {
        this.files = List.copyOf(files);
        this.still = still;
        files.forEach(this::submit);
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread created = new Thread(task, "content-hash");
            created.setDaemon(true);
            return created;
        });
    }

    private void submit(SourceFile file) {
        hashes.put(file, thread.submit(() -> ContentHash.of(file.path(), file.name(), () -> moves.incrementAndGet())));
    }

    /**
     * The hash of a file.
     *
     * @throws UserException where the file cannot be read, with the reason
     */
    public ContentHash of(SourceFile file) throws InterruptedException {
        Future<ContentHash> hash = hashes.get(file);
        if (hash == null) {
            throw new IllegalArgumentException("not one of the files: " + file);
        }
        try {
            for (long seen = moves.get(); ; seen = moves.get()) {
                try {
                    return hash.get(still.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (seen == moves.get()) {
                        UserException reason = Unpacker.still(file, still.toSeconds());
                        hashes.put(file, CompletableFuture.failedFuture(reason));
                        computeTheRest();
                        throw reason;
                    }
                }
            }
        } catch (ExecutionException e) {
            throw Unpacker.failure(file, requireNonNullElse(e.getCause(), e));
        }
    }

    /** Leaves the thread that is stuck behind, and has another compute what is left. */
    private void computeTheRest() {
        thread.shutdownNow();
        thread = newThread();
        for (SourceFile file : files) {
            Future<ContentHash> hash = hashes.get(file);
            if (hash != null && !hash.isDone()) {
                submit(file);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
