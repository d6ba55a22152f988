package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The right to import into a store: one process at a time holds it, and it ends with the process. */
public final class ImportLock implements AutoCloseable {
    private final StoreFolder folder;
    private final FileChannel channel;

    private ImportLock(StoreFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** The folder that only the holder may write. */
    public StoreFolder folder() {
        return folder;
    }

    /** Refuses a folder that another lock is for. */
    public void require(StoreFolder other) {
        if (!other.lock().equals(folder.lock())) {
            throw new IllegalArgumentException("the lock of another store: " + folder.lock() + ", not " + other.lock());
        }
    }

    /** Takes the lock or refuses at once. */
    public static ImportLock take(StoreFolder folder) {
        folder.create();
        try {
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new UserException(
                        UserException.Kind.RESOURCES,
                        "another import into " + folder.root() + " is running; wait for it to end, or cancel it");
            }
            return new ImportLock(folder, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
