package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.duckdb.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells the listener how far an import is, and ends the running statement when the user cancels. */
final class ImportClock implements AutoCloseable {
    private static final long POLL_MILLIS = 100;

    private final ImportListener listener;
    private final long started = System.nanoTime();
    private final Thread watcher;
    private volatile boolean closed;
    private volatile @Nullable Session session;
    private int filesTotal;
    private long bytesTotal;
    private int filesDone;
    private long bytesDone;
    private long rows;

    ImportClock(ImportListener listener) {
        this.listener = listener;
        this.watcher = new Thread(this::watch, "import-cancel");
        watcher.setDaemon(true);
        watcher.start();
    }

    void watch(Session importing) {
        session = importing;
    }

    /** From here on a cancel ends nothing more: what is committed is published. */
    void letFinish() {
        session = null;
    }

    void expect(int files, long bytes) {
        filesTotal = files;
        bytesTotal = bytes;
    }

    void stage(String stage) {
        listener.progressed(new ImportProgress(stage, filesDone, filesTotal, rows, bytesDone, bytesTotal, elapsed()));
    }

    void rowsRead(long more) {
        rows += more;
        stage("reading");
    }

    void fileDone(long bytes) {
        filesDone++;
        bytesDone += bytes;
        stage("reading");
    }

    boolean cancelled() {
        return listener.cancelled();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void watch() {
        while (!closed) {
            Session importing = session;
            if (importing != null && listener.cancelled()) {
                importing.cancel();
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }
}
