package com.cdhdashboard.app.imports;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.Importer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploaded files that stay after their import, so that metrics which are added later can be counted from them. Each lies
 * in a folder named by its content before it is read, and so the stores remember it there from the beginning. Which
 * files stay follows from what the stores remember and from nothing else: after a kill at any moment, and after imports
 * that refuse, replace or remove files, the others are removed.
 */
public final class KeptUploads {
    private static final Logger LOG = LoggerFactory.getLogger(KeptUploads.class);

    /** There while files are here of which no store knows yet. */
    private static final String UNSETTLED = "unsettled";

    private final Path folder;
    private final Ledgers ledgers;

    /** What the stores know. */
    @FunctionalInterface
    public interface Ledgers {
        /**
         * Tells of all files that the stores were made of, while no other import can begin.
         *
         * @throws UserException where one is running
         */
        void read(Consumer<Set<Path>> known);
    }

    public KeptUploads(Path folder, Ledgers ledgers) {
        this.folder = folder.toAbsolutePath().normalize();
        this.ledgers = requireNonNull(ledgers, "ledgers");
    }

    /** How many files are kept, and how many bytes they have. */
    public record Room(long files, long bytes) {}

    public Room room() {
        long bytes = 0;
        List<Path> files = files();
        for (Path file : files) {
            bytes += file.toFile().length();
        }
        return new Room(files.size(), bytes);
    }

    /** Files in the folders of their contents. */
    private List<Path> files() {
        return within(folder).stream()
                .flatMap(content -> within(content).stream())
                .toList();
    }

    /** What a folder holds; nothing where it is none, or is one no more as an import has just ended. */
    private static List<Path> within(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether the disk has room to keep files of that many bytes: as much again must stay free for the import.
     *
     * @param bytes of files that are on the disk already
     */
    boolean hasRoomFor(long bytes) {
        try {
            Files.createDirectories(folder);
            return Files.getFileStore(folder).getUsableSpace() >= 2 * bytes;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Takes files over before they are imported, and tells where they lie from then on. What no store comes to know is
     * removed by {@link #settle}.
     */
    List<Path> take(List<Path> files, Uploads uploads) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(UNSETTLED), new byte[0]);
            return files.stream()
                    .map(file -> take(file, folder.resolve(uploads.hash(file))))
                    .toList();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Path take(Path file, Path target) {
        try {
            Files.createDirectories(target);
            return Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UserException unwritable(IOException cause) {
        return new UserException(
                UserException.Kind.RESOURCES, "The folder for uploads cannot be written: " + folder, cause);
    }

    /** The same importer, that at its end removes the kept files that the stores do not know any more, or never did. */
    public Importer settlingAfter(Importer importer) {
        return (request, listener) -> {
            try {
                return importer.run(request, listener);
            } finally {
                settle();
            }
        };
    }

    /** Removes files that no store knows. Where the stores cannot be asked, all stay until the next time. */
    private void settle() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            if (!files().isEmpty()) {
                ledgers.read(this::keepOnly);
            }
            Files.deleteIfExists(folder.resolve(UNSETTLED));
        } catch (IOException | RuntimeException e) {
            LOG.warn("Uploaded files that are not needed could not be told from the others; all stay for now", e);
        }
    }

    /** Removes what an import that was killed has left behind. */
    public void settleLeftovers() {
        if (Files.exists(folder.resolve(UNSETTLED))) {
            settle();
        }
    }

    /** By content and name, as the whole folder of the data may have been moved since. */
    private void keepOnly(Set<Path> known) {
        List<String> names = known.stream().map(KeptUploads::contentAndName).toList();
        Set<String> kept = Set.copyOf(names);
        files().stream().filter(file -> !kept.contains(contentAndName(file))).forEach(this::remove);
    }

    private static String contentAndName(Path file) {
        Path parent = file.getParent();
        return (parent == null ? "" : parent.getFileName()) + "/" + file.getFileName();
    }

    private void remove(Path file) {
        Uploads.deleteQuietly(file);
        Path parent = requireNonNull(file.getParent(), "parent");
        try (Stream<Path> others = Files.list(parent)) {
            if (others.findAny().isEmpty()) {
                Files.delete(parent);
            }
        } catch (IOException e) {
            LOG.warn("The folder {} could not be removed", parent, e);
        }
    }

    /** Removes all of them. */
    public void clear() {
        files().forEach(Uploads::deleteQuietly);
        within(folder).forEach(Uploads::deleteQuietly);
        Uploads.deleteQuietly(folder);
    }
}
