package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.archive.PartSink;
import com.cdhdashboard.core.ingest.archive.Unpacked;
import com.cdhdashboard.core.ingest.archive.Unpacker;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.duckdb.imports.ledger.PendingFile;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Unpacks files in a thread of its own, ahead of the engine by one batch, so that all cores have work and the spool
 * folder stays small.
 *
 * <p>Whatever a reader of files throws fails that file, and the end always comes: a file of which nothing comes for a
 * minute is left out, and another thread goes on with the next, as nobody can end a thread that waits for a dead disk.
 */
public final class PartFeed implements AutoCloseable {
    /** Small at first, so that the engine has work soon. */
    private static final long FIRST_BATCH_BYTES = 8L << 20;

    /** Large against the cost of a statement, small against disk and against what a kill may lose. */
    private static final long BATCH_BYTES = 256L << 20;

    private static final long POLL_MILLIS = 100;

    /** Unpacking ends within one buffer, but for a thread that is stuck, which is left behind. */
    private static final long CLOSE_MILLIS = 1000;

    private static final Duration STILL = Duration.ofMinutes(1);

    private final Unpacking unpacker;
    private final List<PendingFile> files;
    private final Duration still;
    private final Deque<Event> events = new ArrayDeque<>();
    // Made while there is memory, to be put when there may be none
    private final Event end = new EndOfFiles();
    private Worker worker;
    private long bytes;
    private long wanted = FIRST_BATCH_BYTES;
    private boolean ended;

    /** Gives the parts of a file to a sink, and asks every now and then whether to end. */
    public interface Unpacking {
        Unpacked unpack(SourceFile file, PartSink sink, BooleanSupplier cancelled) throws InterruptedException;
    }

    /** What comes out of the feed, in the order of the files. */
    public sealed interface Event {}

    public record PartReady(PendingFile file, Part part) implements Event {}

    public record FileDone(PendingFile file, Unpacked unpacked) implements Event {}

    public record FileFailed(PendingFile file, UserException cause) implements Event {}

    public record EndOfFiles() implements Event {}

    public PartFeed(Unpacking unpacker, List<PendingFile> files) {
        this(unpacker, files, STILL);
    }

    /** A feed that leaves a file out after so long a time without any of it. */
    public PartFeed(Unpacking unpacker, List<PendingFile> files, Duration still) {
        this.unpacker = unpacker;
        this.files = List.copyOf(files);
        this.still = still;
        this.worker = new Worker(0);
        worker.start();
    }

    /** Waits for a batch that is worth a statement, or for the end of the files. Each is four times as large as the last. */
    public synchronized List<Event> take() throws InterruptedException {
        while (!ended && bytes < wanted) {
            wait(POLL_MILLIS);
            leaveOutWhatIsStill();
        }
        List<Event> taken = new ArrayList<>(events);
        events.clear();
        if (ended && !taken.contains(end)) {
            taken.add(end);
        }
        bytes = 0;
        wanted = Math.min(4 * wanted, BATCH_BYTES);
        notifyAll();
        return taken;
    }

    private void leaveOutWhatIsStill() {
        if (ended || !worker.isStill()) {
            return;
        }
        int next = worker.abandon();
        PendingFile file = files.get(next - 1);
        events.add(new FileFailed(file, Unpacker.still(file.source(), still.toSeconds())));
        worker = new Worker(next);
        worker.start();
    }

    @Override
    public void close() {
        worker.interrupt();
        try {
            worker.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Unpacks files from one on. */
    private final class Worker extends Thread {
        private final AtomicLong moves = new AtomicLong();
        private int at;
        private boolean waiting;
        private boolean abandoned;
        private long seenMoves = -1;
        private long seenAt;

        Worker(int first) {
            super("unpack");
            this.at = first;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                for (int next = begin(); next < files.size(); next = begin()) {
                    unpack(files.get(next));
                }
            } catch (InterruptedException e) {
                // The import has ended early; whoever ended it empties the spool folder
                interrupt();
            } finally {
                end();
            }
        }

        /** The place of the next file, which is then the one that is read. */
        private int begin() throws InterruptedException {
            synchronized (PartFeed.this) {
                requireWanted();
                return at++;
            }
        }

        private void unpack(PendingFile file) throws InterruptedException {
            try {
                Unpacked unpacked = unpacker.unpack(file.source(), part -> putPart(file, part), this::moved);
                put(new FileDone(file, unpacked), 0);
            } catch (InterruptedException e) {
                throw e;
            } catch (Throwable e) {
                put(new FileFailed(file, Unpacker.failure(file.source(), e)), 0);
            }
        }

        private void putPart(PendingFile file, Part part) throws InterruptedException {
            put(new PartReady(file, part), part.file().toFile().length());
        }

        private void put(Event event, long size) throws InterruptedException {
            synchronized (PartFeed.this) {
                waiting = true;
                while (bytes >= BATCH_BYTES) {
                    PartFeed.this.wait();
                }
                waiting = false;
                requireWanted();
                events.add(event);
                bytes += size;
                moves.incrementAndGet();
                PartFeed.this.notifyAll();
            }
        }

        private void end() {
            synchronized (PartFeed.this) {
                if (!abandoned) {
                    ended = true;
                    PartFeed.this.notifyAll();
                }
            }
        }

        /** Asked by the unpacker at each piece that it reads, whether it shall end. */
        private boolean moved() {
            moves.incrementAndGet();
            return false;
        }

        private void requireWanted() throws InterruptedException {
            if (abandoned) {
                throw new InterruptedException("the file was left out");
            }
        }

        /** Whether nothing has moved for so long that the file must be left out; to be asked every now and then. */
        private boolean isStill() {
            long now = System.nanoTime();
            long moved = moves.get();
            if (waiting || moved != seenMoves) {
                seenMoves = moved;
                seenAt = now;
            }
            return at > 0 && now - seenAt > still.toNanos();
        }

        /** Gives the place of the file after the one it is stuck in. */
        private int abandon() {
            abandoned = true;
            interrupt();
            return at;
        }
    }
}
