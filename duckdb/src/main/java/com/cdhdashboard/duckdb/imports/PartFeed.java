package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.Part;
import com.cdhdashboard.core.ingest.Unpacked;
import com.cdhdashboard.core.ingest.Unpacker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Unpacks files in a thread of its own, ahead of the engine by one batch, so that all cores have work and the spool
 * folder stays small.
 */
final class PartFeed implements AutoCloseable {
    /** Small at first, so that the engine has work soon. */
    private static final long FIRST_BATCH_BYTES = 8L << 20;

    /** Large against the cost of a statement, small against disk and against what a kill may lose. */
    private static final long BATCH_BYTES = 256L << 20;

    private final Deque<Event> events = new ArrayDeque<>();
    private final Thread thread;
    private long bytes;
    private long wanted = FIRST_BATCH_BYTES;
    private boolean ended;

    /** What comes out of the feed, in the order of the files. */
    sealed interface Event {}

    record PartReady(PendingFile file, Part part) implements Event {}

    record FileDone(PendingFile file, Unpacked unpacked) implements Event {}

    record FileFailed(PendingFile file, RuntimeException cause) implements Event {}

    record EndOfFiles() implements Event {}

    PartFeed(Unpacker unpacker, List<PendingFile> files) {
        this.thread = new Thread(() -> unpackAll(unpacker, files), "unpack");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for a batch that is worth a statement, or for the end of the files. Each is four times as large as the last. */
    synchronized List<Event> take() throws InterruptedException {
        while (!ended && bytes < wanted) {
            wait();
        }
        List<Event> taken = new ArrayList<>(events);
        events.clear();
        bytes = 0;
        wanted = Math.min(4 * wanted, BATCH_BYTES);
        notifyAll();
        return taken;
    }

    private synchronized void put(Event event, long size) throws InterruptedException {
        while (bytes >= BATCH_BYTES) {
            wait();
        }
        events.add(event);
        bytes += size;
        ended = ended || event instanceof EndOfFiles;
        notifyAll();
    }

    private void putPart(PendingFile file, Part part) throws InterruptedException {
        put(new PartReady(file, part), part.file().toFile().length());
    }

    private void unpackAll(Unpacker unpacker, List<PendingFile> files) {
        try {
            for (PendingFile file : files) {
                put(unpack(unpacker, file), 0);
            }
            put(new EndOfFiles(), 0);
        } catch (InterruptedException e) {
            // The import has ended early; whoever ended it empties the spool folder
            Thread.currentThread().interrupt();
        }
    }

    private Event unpack(Unpacker unpacker, PendingFile file) throws InterruptedException {
        try {
            Unpacked unpacked = unpacker.unpack(file.source(), part -> putPart(file, part));
            return new FileDone(file, unpacked);
        } catch (UserException e) {
            return new FileFailed(file, e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
