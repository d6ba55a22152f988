package com.cdhdashboard.duckdb.version;

import com.cdhdashboard.core.config.change.Definitions;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.store.ImportLock;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The versions of one store, each a store by itself: the first lies in the folder of the store, later ones in folders below
 * {@code versions} that are numbered. Which is read follows from the configuration alone: the newest that has the
 * numbers that it defines. So to put another configuration in its place puts another version in place as well, at once,
 * and there is no moment at which the one is new and the other old.
 */
public record StoreVersions(Path root) {
    private static final String FOLDER = "versions";
    private static final String COMPLETE = "complete";
    private static final int MOST_DIGITS = 9;

    /** What the first version has beside its published files. */
    private static final List<String> OF_FIRST =
            List.of("gathering.duckdb", "gathering.duckdb.wal", "current", "current.next", "cubes.next", "importing");

    /** The version in the folder of the store itself, which has its lock. */
    public StoreFolder first() {
        return new StoreFolder(root);
    }

    private StoreFolder version(int number) {
        return new StoreFolder(root.resolve(FOLDER).resolve(String.valueOf(number)), first().lock());
    }

    /** The version to read and to import into. */
    public StoreFolder of(Definitions wanted) {
        List<StoreFolder> there = complete();
        return there.stream()
                .filter(folder ->
                        folder.definitions().filter(made -> made.cover(wanted)).isPresent())
                .findFirst()
                .or(() -> there.stream().findFirst())
                .orElseGet(this::first);
    }

    /** Those that can be read, newest first. */
    private List<StoreFolder> complete() {
        List<StoreFolder> all = new ArrayList<>();
        numbers().stream()
                .sorted(Comparator.reverseOrder())
                .map(this::version)
                .filter(folder -> Files.exists(folder.root().resolve(COMPLETE)))
                .forEach(all::add);
        if (Files.exists(first().root().resolve("current"))) {
            all.add(first());
        }
        return all;
    }

    private List<Integer> numbers() {
        Path versions = root.resolve(FOLDER);
        if (!Files.isDirectory(versions)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(versions)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0," + (MOST_DIGITS - 1) + "}"))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of a version to come, in the place of whatever was begun before and not completed. */
    public StoreFolder begin(ImportLock held) {
        held.require(first());
        numbers().stream()
                .map(this::version)
                .filter(folder -> !Files.exists(folder.root().resolve(COMPLETE)))
                .forEach(folder -> delete(folder.root()));
        int next = numbers().stream().reduce(0, Math::max) + 1;
        // Its own lock, as that of the store is held while the version comes to be
        StoreFolder begun = new StoreFolder(root.resolve(FOLDER).resolve(String.valueOf(next)));
        begun.create();
        return begun;
    }

    /** Makes a version one that can be read, and gives it as such. */
    public StoreFolder complete(StoreFolder begun) {
        try {
            Files.writeString(begun.root().resolve(COMPLETE), "");
            return new StoreFolder(begun.root(), first().lock());
        } catch (IOException e) {
            throw new UserException(
                    UserException.Kind.RESOURCES,
                    "the data folder " + root + " cannot be written to; make room on the disk, or allow writing there",
                    e);
        }
    }

    /** Removes a version that was begun, or that nobody reads any more. */
    public void remove(StoreFolder version) {
        if (version.root().equals(first().root())) {
            removeFirst();
        } else {
            deleteQuietly(version.root().resolve(COMPLETE));
            delete(version.root());
        }
    }

    /** Removes all versions but the one that the configuration has: what an end in the middle has left. */
    public void removeOthers(ImportLock held, StoreFolder kept) {
        held.require(first());
        numbers().stream()
                .map(this::version)
                .filter(folder -> !folder.root().equals(kept.root()))
                .forEach(this::remove);
        if (!kept.root().equals(first().root()) && Files.exists(kept.root().resolve(COMPLETE))) {
            removeFirst();
        }
    }

    private void removeFirst() {
        OF_FIRST.forEach(name -> deleteQuietly(root.resolve(name)));
        try (Stream<Path> files = Files.list(root)) {
            files.filter(file -> file.getFileName().toString().startsWith("cubes-"))
                    .forEach(StoreVersions::deleteQuietly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(StoreVersions::deleteQuietly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a system does not remove while it is open goes at a later time. */
    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException open) {
            path.toFile().deleteOnExit();
        }
    }
}
