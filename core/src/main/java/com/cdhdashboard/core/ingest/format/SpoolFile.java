package com.cdhdashboard.core.ingest.format;

import com.cdhdashboard.core.error.UserException;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A temporary file being written. A full disk is said so, and never taken for damage of what is being read. */
public final class SpoolFile implements Closeable {
    private final Path path;
    private final OutputStream out;

    private SpoolFile(Path path, OutputStream out) {
        this.path = path;
        this.out = out;
    }

    public static SpoolFile create(Path folder, Format format) {
        try {
            Files.createDirectories(folder);
            Path path =
                    Files.createTempFile(folder, "part-", "." + format.name().toLowerCase(Locale.ROOT));
            // Not a channel: an interrupt would close it under our hands. Appending: ext4 sends a file that was
            // truncated, empty though it was, to the disk as soon as it is closed, and this one is gone soon.
            return new SpoolFile(path, new FileOutputStream(path.toFile(), true));
        } catch (IOException e) {
            throw Refusal.spool(folder, e);
        }
    }

    /** A file of that name, which is replaced. */
    public static SpoolFile replacing(Path path) {
        try {
            return new SpoolFile(path, new FileOutputStream(path.toFile()));
        } catch (IOException e) {
            throw Refusal.spoolFile(path, e);
        }
    }

    public Path path() {
        return path;
    }

    public void write(byte[] bytes, int from, int to) {
        try {
            out.write(bytes, from, to - from);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Closes the file and removes it. */
    public void delete() {
        close();
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The file as a stream. */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                SpoolFile.this.write(bytes, offset, offset + length);
            }

            @Override
            public void close() {
                SpoolFile.this.close();
            }
        };
    }

    private UserException unwritable(IOException cause) {
        return Refusal.spoolFile(path, cause);
    }
}
