package com.cdhdashboard.duckdb.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.change.DefinitionText;
import com.cdhdashboard.core.config.change.Definitions;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.row.RejectedRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The files of one store. {@code gathering.duckdb} holds what imports staged and is open only while one runs;
 * {@code cubes-N.duckdb} is a published version, never changed once {@code current} names it, and
 * {@code cubes-N.definitions} is how its numbers are defined.
 *
 * @param lock the file of which the lock is the right to import
 */
public record StoreFolder(Path root, Path lock) {
    /** Of the number of a version; a file with more is none of the program's. */
    private static final int MOST_DIGITS = 18;

    private static final String CUBES_PREFIX = "cubes-";
    private static final String CUBES_SUFFIX = ".duckdb";
    private static final String DEFINITIONS_SUFFIX = ".definitions";

    public StoreFolder {
        requireNonNull(root, "root");
        root = root.toAbsolutePath().normalize();
        lock = lock.toAbsolutePath().normalize();
    }

    public StoreFolder(Path root) {
        this(root, root.resolve("import.lock"));
    }

    public Path database() {
        return root.resolve("gathering.duckdb");
    }

    /** Where files are unpacked; emptied before and after each import. */
    public Path spool() {
        return root.resolve("spool");
    }

    /** Where bundles are unpacked, each in a folder of its own. */
    public Path bundles() {
        return root.resolve("bundles");
    }

    /** Where the engine puts what does not fit into memory. */
    public Path overflow() {
        return root.resolve("overflow");
    }

    /** Where the rejected rows of imports are kept, a file for each import that rejected any. */
    public Path rejected() {
        return root.resolve("rejected");
    }

    /** A file for the rejected rows of an import that starts now. */
    public RejectedRows newRejectedRows() {
        try {
            Files.createDirectories(rejected());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String time = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT)
                .format(LocalDateTime.now(ZoneOffset.UTC));
        return new RejectedRows(rejected().resolve("rejected-" + time + ".ndjson"));
    }

    public Path cubes(long version) {
        return root.resolve(CUBES_PREFIX + version + CUBES_SUFFIX);
    }

    /** How the numbers of a published version are defined, as text. */
    public Path definitions(long version) {
        return root.resolve(CUBES_PREFIX + version + DEFINITIONS_SUFFIX);
    }

    /** How the numbers of the current version are defined; empty where there is none, or it was made before this was kept. */
    public Optional<Definitions> definitions() {
        return currentVersion().flatMap(version -> read(definitions(version)));
    }

    /** How the numbers of a published file are defined, which stands beside it. */
    private static Optional<Definitions> definitionsOf(Path cubes) {
        String name = String.valueOf(cubes.getFileName());
        return read(
                cubes.resolveSibling(name.substring(0, name.length() - CUBES_SUFFIX.length()) + DEFINITIONS_SUFFIX));
    }

    /** The metrics of a published file that were counted by another definition than is wanted. */
    public static Predicate<String> hidden(Path cubes, Optional<Definitions> wanted) {
        Optional<Definitions> made = wanted.flatMap(definitions -> definitionsOf(cubes));
        return metric -> made.flatMap(
                        known -> wanted.filter(definitions -> known.definesOtherwise(metric, definitions)))
                .isPresent();
    }

    private static Optional<Definitions> read(Path definitions) {
        try {
            return Files.exists(definitions) ? DefinitionText.read(Files.readString(definitions)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pointer() {
        return root.resolve("current");
    }

    public void create() {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "the data folder " + root + " cannot be made: " + e.getMessage()
                            + "; choose another with --data, or allow writing there",
                    e);
        }
    }

    private Path marker() {
        return root.resolve("importing");
    }

    /** Remembers that an import has begun, until {@link #importEnded}. */
    public void importBegins() {
        try {
            Files.writeString(marker(), "");
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "the data folder " + root + " cannot be written to; make room on the disk, or allow writing there",
                    e);
        }
    }

    public void importEnded() {
        try {
            Files.deleteIfExists(marker());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an import has begun that has not ended: it runs, or was killed. */
    boolean importBegun() {
        return Files.exists(marker());
    }

    /** The published version, or empty where nothing was published yet. */
    public Optional<Long> currentVersion() {
        try {
            return Optional.of(Long.valueOf(Files.readString(pointer()).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "the file " + pointer() + " is damaged; import again to make it anew",
                    e);
        }
    }

    /** Whether this version is the one that is read; a damaged name of it is none, and mended by publishing. */
    boolean isCurrent(long version) {
        try {
            return currentVersion().equals(Optional.of(version));
        } catch (UserException e) {
            return false;
        }
    }

    /** The last version that was published and is still there; 0 where there is none. */
    public long lastVersion() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root, CUBES_PREFIX + "*" + CUBES_SUFFIX)) {
            long last = 0;
            for (Path file : files) {
                last = Math.max(last, versionOf(file));
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a version the one that is read, in one step. */
    void publish(long version) {
        try {
            Path next = root.resolve("current.next");
            Files.writeString(next, version + "\n");
            Files.move(next, pointer(), ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes the published versions before this one. Who has one open reads on, and where a system does not remove open
     * files, such a version stays until a later time.
     */
    void removeVersionsBefore(long current) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root, CUBES_PREFIX + "*")) {
            for (Path file : files) {
                if (versionOf(file) < current) {
                    removeUnlessOpen(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeUnlessOpen(Path file) throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (FileSystemException open) {
            // It goes with the import after.
        }
    }

    private static long versionOf(Path file) {
        String name = file.getFileName().toString();
        String digits = name.substring(CUBES_PREFIX.length()).replaceFirst("\\D.*", "");
        return digits.isEmpty() || digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
