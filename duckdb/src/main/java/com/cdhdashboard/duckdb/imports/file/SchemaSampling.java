package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.core.ingest.row.ColumnProfile;
import com.cdhdashboard.core.ingest.row.ColumnProfiles;
import com.cdhdashboard.duckdb.DuckDbException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * The columns of JSON files with what their first rows hold, looked at in threads of their own: of an empty store while
 * the engine opens. Other files are left to the engine.
 */
public final class SchemaSampling implements AutoCloseable {
    /** How much of a file is looked at: no more rows, and no more bytes are unpacked for it. */
    private record Extent(int rows, long bytes) {}

    /** Of the first files; of the others less, as they rarely differ. */
    private static final Extent MUCH = new Extent(1000, 256L << 10);

    private static final Extent LITTLE = new Extent(50, 64L << 10);
    private static final int FILES_OF_MUCH = 2;

    /** The engine has work for the import only once all files were looked at. */
    private static final int THREADS = 2;

    private static final Duration STILL = Duration.ofMinutes(1);
    private static final Optional<Map<String, ColumnProfile>> NOTHING = Optional.of(Map.of());

    private final LongFunction<PartFeed.Unpacking> unpacker;
    private final Duration still;
    private final Map<SourceFile, Look> looks = new HashMap<>();
    private final AtomicLong moves = new AtomicLong();
    private ExecutorService threads = newThreads();

    /** What a file shows, once it was looked at. */
    private record Look(Extent extent, Future<Optional<Map<String, ColumnProfile>>> columns) {}

    /** With an unpacker for each size of parts. */
    public SchemaSampling(LongFunction<PartFeed.Unpacking> unpacker) {
        this(unpacker, STILL);
    }

    /** With the time after which a file of which nothing comes is left alone. */
    public SchemaSampling(LongFunction<PartFeed.Unpacking> unpacker, Duration still) {
        this.unpacker = unpacker;
        this.still = still;
    }

    private static ExecutorService newThreads() {
        return Executors.newFixedThreadPool(THREADS, task -> {
            Thread created = new Thread(task, "schema-sampling");
            created.setDaemon(true);
            return created;
        });
    }

    /** Thrown through the unpacker to end it after the first part. */
    private static final class EnoughSeen extends RuntimeException {
        EnoughSeen() {
            super(null, null, false, false);
        }
    }

    /** Begins to look at the files that were not looked at yet. */
    public void look(List<SourceFile> files) {
        for (SourceFile file : files) {
            Extent extent = looks.size() < FILES_OF_MUCH ? MUCH : LITTLE;
            looks.computeIfAbsent(file, some -> begun(some, extent));
        }
    }

    private Look begun(SourceFile file, Extent extent) {
        return new Look(extent, threads.submit(() -> columns(file, extent)));
    }

    private Optional<Map<String, ColumnProfile>> columns(SourceFile file, Extent extent) throws InterruptedException {
        List<Map<String, ColumnProfile>> columns = new ArrayList<>();
        withFirstPart(file, extent.bytes(), part -> {
            if (PartSql.isJson(part)) {
                columns.add(ColumnProfiles.columns(part, extent.rows()));
            }
        });
        return columns.stream().findFirst();
    }

    /** The columns of a JSON file that is looked at, in the order of its rows; absent for a file whose columns the engine tells. */
    Optional<Map<String, ColumnProfile>> of(SourceFile file) throws InterruptedException {
        Look look = looks.get(file);
        if (look == null) {
            throw new IllegalArgumentException("not looked at: " + file);
        }
        for (long seen = moves.get(); ; seen = moves.get()) {
            try {
                return look.columns().get(still.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (seen == moves.get()) {
                    looks.put(file, new Look(look.extent(), CompletableFuture.completedFuture(NOTHING)));
                    lookAtTheRest();
                    return NOTHING;
                }
            } catch (ExecutionException e) {
                // What is the matter with the file is said when it is read; here it only shows no columns
                return NOTHING;
            }
        }
    }

    /** Leaves the threads that are stuck behind, and has others look at what is left. */
    private void lookAtTheRest() {
        threads.shutdownNow();
        threads = newThreads();
        looks.replaceAll((file, look) -> look.columns().isDone() ? look : begun(file, look.extent()));
    }

    /** Shows the first part of a file; nothing where the file cannot be read, which is said when it is. */
    void withFirstPart(SourceFile file, Consumer<Part> look) throws InterruptedException {
        withFirstPart(file, MUCH.bytes(), look);
    }

    private void withFirstPart(SourceFile file, long bytes, Consumer<Part> look) throws InterruptedException {
        try {
            unpacker.apply(bytes)
                    .unpack(
                            file,
                            part -> {
                                look.accept(part);
                                throw new EnoughSeen();
                            },
                            () -> {
                                moves.incrementAndGet();
                                return false;
                            });
        } catch (EnoughSeen e) {
            // The unpacker has taken the part back
        } catch (UserException e) {
            // Said when the file is read; here it only shows no columns
        } catch (DuckDbException e) {
            throw e;
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            // The same: whatever a file does to its reader costs that file alone, once it is read
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
