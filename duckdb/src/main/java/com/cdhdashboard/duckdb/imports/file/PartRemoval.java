package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.format.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Deletes parts that were read, in a thread of its own, so that the engine does not wait for the system to free them. */
public final class PartRemoval implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<Future<?>> begun = new ArrayList<>();

    void remove(Part part) {
        begun.add(thread.submit(part::delete));
    }

    /** Waits until all are gone, but for an interrupt; throws where one cannot be deleted. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            for (Future<?> removal : begun) {
                removal.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UserException failed ? failed : new IllegalStateException(e);
        }
    }
}
