package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the listener how far an import is, and where it stands still. When the user cancels, it ends whatever the thread
 * of the import is at: a statement, a read, or a wait for another thread.
 */
final class ImportClock implements AutoCloseable {
    private static final long POLL_MILLIS = 100;
    private static final Duration STILL = Duration.ofMinutes(1);

    private final ImportListener listener;
    private final long started = System.nanoTime();
    private final Thread importing = Thread.currentThread();
    private final Thread watcher;
    private volatile boolean closed;
    private @Nullable Session session;
    private boolean endsWaits;
    private String stage = "starting";
    private List<String> working = List.of();
    private long movedAt = started;
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

    synchronized void watch(Session importing) {
        session = importing;
        endsWaits = true;
    }

    /** From here on a cancel ends statements alone: files are written that an interrupt would close. */
    synchronized void letWrite() {
        endsWaits = false;
        // What a cancel has sent meanwhile must not end what follows
        Thread.interrupted();
    }

    /** From here on a cancel ends nothing more. */
    synchronized void letFinish() {
        session = null;
        letWrite();
    }

    synchronized void expect(int files, long bytes) {
        filesTotal = files;
        bytesTotal = bytes;
    }

    synchronized void stage(String begun) {
        stage = begun;
        movedAt = System.nanoTime();
        progressed(begun);
    }

    private void progressed(String words) {
        listener.progressed(new ImportProgress(words, filesDone, filesTotal, rows, bytesDone, bytesTotal, elapsed()));
    }

    /** Says which files are being read, to name them where nothing moves. */
    synchronized void working(List<String> files) {
        working = files;
        movedAt = System.nanoTime();
    }

    /** Says that what was read is read again. */
    synchronized void beginAnew(String begun) {
        filesDone = 0;
        bytesDone = 0;
        rows = 0;
        stage(begun);
    }

    /** The files that are being read; empty before the first is. */
    synchronized List<String> working() {
        return working;
    }

    synchronized void rowsRead(long more) {
        rows += more;
        stage("reading");
    }

    synchronized void fileDone(long bytes) {
        filesDone++;
        bytesDone += bytes;
        stage("reading");
    }

    boolean cancelled() {
        return listener.cancelled();
    }

    /** Whether this is what a cancel throws into the thread of the import. */
    boolean isCancel(Exception cause) {
        boolean interrupt =
                cause instanceof DuckDbException e ? e.isInterrupted() : cause instanceof InterruptedException;
        return interrupt && cancelled();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void watch() {
        while (!closed) {
            try {
                if (listener.cancelled()) {
                    end();
                }
                nameWhatIsStill();
            } catch (RuntimeException | Error e) {
                // A cancel must work later, too, such as once there is memory again
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized void end() {
        Session ended = session;
        if (ended == null) {
            return;
        }
        try {
            ended.cancel();
        } catch (DuckDbException e) {
            // The statement has ended by itself; the next one is asked again
        }
        if (endsWaits) {
            importing.interrupt();
        }
    }

    private synchronized void nameWhatIsStill() {
        if (System.nanoTime() - movedAt > STILL.toNanos()) {
            movedAt = System.nanoTime();
            String where = working.isEmpty() ? "" : " at \"" + working.get(0) + "\"";
            String more = working.size() > 1 ? " and " + (working.size() - 1) + " more" : "";
            progressed(stage + ": nothing has moved for a minute" + where + more);
        }
    }

    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }
}
