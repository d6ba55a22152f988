package com.cdhdashboard.app.imports;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.format.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Files on their way from a browser to the importer. Each batch has a folder with a name of our own; of the name a
 * file comes with only the last part is used, and of that only harmless characters.
 */
public final class Uploads {
    /** As many files as one batch may hold. */
    public static final int MAX_FILES = 10_000;

    /** File systems take 255 bytes; the rest is for a number before the name. */
    private static final int MAX_NAME_BYTES = 240;

    private static final String BATCH = "[0-9a-f]{16}";
    private final Path folder;
    private final long maxBytes;
    private final RandomGenerator random;

    /** Of the contents of files that are complete; batches do not outlive the server, so neither need these. */
    private final Map<Path, String> hashes = new ConcurrentHashMap<>();

    /** Removes what an earlier run of the program left behind. */
    public Uploads(Path folder, long maxBytes, RandomGenerator random) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.random = random;
        if (Files.isDirectory(folder)) {
            try (Stream<Path> left = Files.list(folder)) {
                left.filter(path -> path.getFileName().toString().matches(BATCH))
                        .forEach(Uploads::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public long maxBytes() {
        return maxBytes;
    }

    /** Opens a batch and gives its name. */
    public String open() {
        try {
            String name = HexFormat.of().toHexDigits(random.nextLong());
            Files.createDirectories(folder.resolve(name));
            return name;
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.RESOURCES, "The folder for uploads cannot be written: " + folder, e);
        }
    }

    /**
     * The folder of a batch.
     *
     * @throws UserException where there is no such batch, as after a restart of the server
     */
    public Path batch(String name) {
        Path batch = folder.resolve(name.matches(BATCH) ? name : "none");
        if (!Files.isDirectory(batch)) {
            throw new UserException(
                    UserException.Kind.NOT_FOUND, "This upload is no longer known; choose the files again");
        }
        return batch;
    }

    /**
     * Streams one file to disk.
     *
     * @param name the name the browser gave; may be hostile
     * @return the number of bytes written
     * @throws UserException where the file is larger than allowed, or the batch or the disk is full
     */
    public long add(String batch, String name, InputStream content) {
        Path target = batch(batch);
        try (Stream<Path> files = Files.list(target)) {
            if (files.count() >= MAX_FILES) {
                throw new UserException("One upload holds at most " + MAX_FILES + " files; import these first");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return write(create(target, safeName(name)), name, content);
    }

    private long write(Path file, String name, InputStream content) {
        long written = 0;
        Sha256 digest = new Sha256();
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                written += n;
                if (written > maxBytes) {
                    throw new UserException("\"" + name + "\" is larger than " + maxBytes / (1 << 20)
                            + " MB, the limit for uploads; import it from a folder of the server instead");
                }
                out.write(buffer, 0, n);
                digest.update(buffer, 0, n);
            }
            hashes.put(file, digest.hex());
            return written;
        } catch (IOException e) {
            deleteQuietly(file);
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "\"" + name + "\" could not be stored in " + file.getParent() + " (" + e.getMessage()
                            + "). Make room on the disk",
                    e);
        } catch (UserException e) {
            deleteQuietly(file);
            throw e;
        }
    }

    /** The SHA-256 of the content of a file of a batch. */
    public String hash(Path file) {
        return requireNonNull(hashes.get(file), "hash");
    }

    /** A new file of that name, or of the first numbered name that is free. */
    private static Path create(Path folder, String name) {
        for (int i = 1; i <= MAX_FILES; i++) {
            Optional<Path> created = tryCreate(folder.resolve(i == 1 ? name : i + "-" + name));
            if (created.isPresent()) {
                return created.get();
            }
        }
        throw new UserException("Too many files are named \"" + name + "\"");
    }

    private static Optional<Path> tryCreate(Path file) {
        try {
            return Optional.of(Files.createFile(file));
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UserException(UserException.Kind.RESOURCES, "No file can be made for the upload", e);
        }
    }

    /** The last part of a path as any system writes it, with letters, digits, dot, dash and underscore only. */
    static String safeName(String name) {
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String safe = base.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceFirst("^[.]+", "_");
        String shortened = end(safe);
        boolean device = shortened.toUpperCase(Locale.ROOT).matches("(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])([.].*)?");
        return shortened.isEmpty() || device ? "file_" + shortened : shortened;
    }

    private static String end(String name) {
        int start = Math.max(0, name.length() - MAX_NAME_BYTES);
        while (name.substring(start).getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES
                || (start < name.length() && Character.isLowSurrogate(name.charAt(start)))) {
            start++;
        }
        return name.substring(start);
    }

    /** The files of a batch, by name. */
    public List<Path> files(String batch) {
        try (Stream<Path> files = Files.list(batch(batch))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a batch with its files. */
    public void remove(String batch) {
        Path removed = batch(batch);
        delete(removed);
        hashes.keySet().removeIf(file -> file.startsWith(removed));
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(Uploads::deleteQuietly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
