package com.cdhdashboard.core.ingest.archive;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Turns a chosen file into parts an engine can read. What needs no unpacking is passed on as it is; what comes out of
 * archives is written to a spool folder under names of our own, NDJSON in pieces, so that reading can begin at once
 * and the disk holds little at a time.
 *
 * <p>Immutable: threads may unpack different files at the same time.
 */
public final class Unpacker {
    /** A good size for parts: large against the cost of opening a file, small against memory and disk. */
    public static final long DEFAULT_PART_BYTES = 64L << 20;

    private final Path spoolFolder;
    private final UnpackLimits limits;
    private final long partBytes;
    private final TableOptions tables;
    private final List<String> telling;

    /** An unpacker that recognises how CSV files and workbooks are to be read. */
    public Unpacker(Path spoolFolder, UnpackLimits limits, long partBytes) {
        this(spoolFolder, limits, partBytes, TableOptions.RECOGNISED);
    }

    /**
     * An unpacker.
     *
     * @param tables how CSV files and workbooks are read, which are converted to NDJSON
     * @param partBytes size at which NDJSON is cut; a part is longer by at most one row
     */
    public Unpacker(Path spoolFolder, UnpackLimits limits, long partBytes, TableOptions tables) {
        this(spoolFolder, limits, partBytes, tables, List.of());
    }

    private Unpacker(Path spoolFolder, UnpackLimits limits, long partBytes, TableOptions tables, List<String> telling) {
        this.tables = requireNonNull(tables, "tables");
        this.telling = List.copyOf(telling);
        this.spoolFolder = requireNonNull(spoolFolder, "spoolFolder");
        this.limits = requireNonNull(limits, "limits");
        if (!(partBytes >= 1)) {
            throw new IllegalArgumentException("partBytes must be at least 1: " + partBytes);
        }
        this.partBytes = partBytes;
    }

    /**
     * An unpacker that knows rows by their names, and so finds those in the list of an object around them.
     *
     * @param names columns of which a row has at least one, without the prefixes of exports; case does not matter
     */
    public Unpacker knowingRowsBy(List<String> names) {
        return new Unpacker(spoolFolder, limits, partBytes, tables, names);
    }

    /** {@link #unpack(SourceFile, PartSink, BooleanSupplier)}, ended early only by an interrupt. */
    public Unpacked unpack(SourceFile file, PartSink sink) throws InterruptedException {
        return unpack(file, sink, () -> false);
    }

    /**
     * Gives the parts of the file to the sink, in the calling thread, in the order of the members.
     *
     * <p>Damage may show only at the end of a member or of the file, after parts have been handed over: where this
     * method throws, everything read from the file so far must be taken back. No file stays in the spool folder but
     * the parts that were handed over.
     *
     * @param cancelled asked about every 256 KiB
     * @throws UserException where the file is damaged, hostile, beyond a limit or no export
     * @throws InterruptedException where the thread is interrupted or {@code cancelled} says so
     */
    public Unpacked unpack(SourceFile file, PartSink sink, BooleanSupplier cancelled) throws InterruptedException {
        UnpackGuard guard = new UnpackGuard(file, limits, cancelled);
        return new Unpacking(file, guard, sink, new Unpacking.Target(spoolFolder, partBytes, tables, telling)).run();
    }

    /** What a user is told of a file over which a reader gave up in a way nobody foresaw; its own words where it has some. */
    public static UserException failure(SourceFile file, Throwable cause) {
        return cause instanceof UserException told ? told : Refusal.givenUp(file.name(), cause);
    }

    /** What a user is told of a file of which nothing came for so many seconds. */
    public static UserException still(SourceFile file, long seconds) {
        return Refusal.still(file.name(), seconds);
    }
}
