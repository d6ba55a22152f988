package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.Part;
import com.cdhdashboard.core.ingest.Unpacked;
import com.cdhdashboard.core.ingest.Unpacker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Unpacks files in a thread of its own, ahead of the engine by a few parts, so that both cores have work and the spool
 * folder stays small.
 */
final class PartFeed implements AutoCloseable {
    private static final int PARTS_AHEAD = 4;

    private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(PARTS_AHEAD);
    private final Thread thread;

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

    /** Waits for the next event and gives it with all that are there already. */
    List<Event> take() throws InterruptedException {
        List<Event> taken = new ArrayList<>();
        taken.add(events.take());
        events.drainTo(taken);
        return taken;
    }

    private void unpackAll(Unpacker unpacker, List<PendingFile> files) {
        try {
            for (PendingFile file : files) {
                events.put(unpack(unpacker, file));
            }
            events.put(new EndOfFiles());
        } catch (InterruptedException e) {
            // The import has ended early; whoever ended it empties the spool folder
            Thread.currentThread().interrupt();
        }
    }

    private Event unpack(Unpacker unpacker, PendingFile file) throws InterruptedException {
        try {
            Unpacked unpacked = unpacker.unpack(file.source(), part -> events.put(new PartReady(file, part)));
            return new FileDone(file, unpacked);
        } catch (UserException e) {
            return new FileFailed(file, e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        while (thread.isAlive()) {
            events.clear();
            try {
                thread.join(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
