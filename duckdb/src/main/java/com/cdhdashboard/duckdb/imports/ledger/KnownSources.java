package com.cdhdashboard.duckdb.imports.ledger;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.config.read.TableOptionTexts;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.SampleChoice;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.store.BundleLedger;
import com.cdhdashboard.duckdb.store.ImportLock;
import com.cdhdashboard.duckdb.store.StagingDatabase;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that a store was made of, where they lie, and whether they can be read again.
 *
 * @param bundles names of those that were taken in
 */
public record KnownSources(List<KnownSource> files, List<String> bundles) {
    /** The name under which the ledger keeps that no day was to become final. */
    static final String KEEP_OPEN = "keep_open";

    /** The name under which the ledger keeps which sample of the rows was asked for, where it is not the usual. */
    static final String SAMPLE = "sample";

    public KnownSources {
        files = List.copyOf(files);
        bundles = List.copyOf(bundles);
    }

    /** What a store remembers of a file. */
    public record KnownSource(
            Path path,
            String name,
            long size,
            String hash,
            TableOptions tables,
            boolean keepOpen,
            SampleChoice sample) {
        /** Whether there is no such file any more. */
        public boolean isGone() {
            return !Files.isRegularFile(path);
        }

        /** Whether there is another file in its place, as its size tells. */
        public boolean isChanged() {
            try {
                return !isGone() && Files.size(path) != size;
            } catch (IOException e) {
                return true;
            }
        }

        private SourceFile file() throws IOException {
            return new SourceFile(
                    path, name, size, Files.getLastModifiedTime(path).toInstant());
        }
    }

    /** The files of a version of a store, of which the lock is held, in the order in which they came. */
    public static KnownSources of(ImportLock held, StoreFolder version, EngineLimits limits) {
        held.require(version);
        if (!Files.exists(version.database())) {
            return new KnownSources(List.of(), List.of());
        }
        try (StagingDatabase database = StagingDatabase.open(version, limits, List.of())) {
            Map<Integer, Map<String, String>> options = options(database.session());
            return new KnownSources(
                    database.session()
                            .list(
                                    "SELECT id, folder, name, size, hash FROM files LEFT JOIN file_folders USING (id)"
                                            + " WHERE committed ORDER BY id",
                                    row -> source(
                                            folder(row.getString(2)).resolve(lastPart(row.getString(3))),
                                            row.getString(3),
                                            row.getLong(4),
                                            row.getString(5),
                                            options.getOrDefault(row.getInt(1), Map.of()))),
                    new BundleLedger(database.session())
                            .entries().stream().map(BundleLedger.Entry::name).toList());
        }
    }

    private static Path folder(String text) {
        return Path.of(Optional.ofNullable(text).orElse(""));
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static KnownSource source(Path path, String name, long size, String hash, Map<String, String> options) {
        return new KnownSource(
                path,
                name,
                size,
                hash,
                TableOptionTexts.read(options),
                options.containsKey(KEEP_OPEN),
                Optional.ofNullable(options.get(SAMPLE))
                        .map(SampleChoice::valueOf)
                        .orElse(SampleChoice.WITHOUT_PEOPLE));
    }

    private static Map<Integer, Map<String, String>> options(Session session) {
        record Option(int file, String name, String text) {}
        Map<Integer, Map<String, String>> options = new LinkedHashMap<>();
        session.list(
                        "SELECT id, name, text FROM file_options ORDER BY id, name",
                        row -> new Option(row.getInt(1), row.getString(2), row.getString(3)))
                .forEach(option -> options.computeIfAbsent(option.file(), id -> new LinkedHashMap<>())
                        .put(option.name(), option.text()));
        return options;
    }

    /** The paths of files that are gone or are others by now, and bundles, of which nothing can be computed anew. */
    public List<String> missing() {
        return Stream.concat(
                        files.stream()
                                .filter(file -> file.isGone() || file.isChanged())
                                .map(file -> file.path() + (file.isGone() ? " (gone)" : " (changed)")),
                        bundles.stream().map(bundle -> bundle + " (a bundle, without rows)"))
                .toList();
    }

    /** Imports of all of them, one for each run of files that were read in the same way. */
    public List<ImportRequest> requests() throws IOException {
        List<List<KnownSource>> runs = new ArrayList<>();
        for (KnownSource file : files) {
            boolean alike =
                    !runs.isEmpty() && isReadAlike(runs.get(runs.size() - 1).get(0), file);
            if (!alike) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(file);
        }
        List<ImportRequest> requests = new ArrayList<>();
        for (List<KnownSource> run : runs) {
            List<SourceFile> chosen = new ArrayList<>();
            for (KnownSource file : run) {
                chosen.add(file.file());
            }
            requests.add(new ImportRequest(
                    chosen.stream().map(SourceFile::path).toList(),
                    false,
                    false,
                    run.get(0).tables(),
                    run.get(0).keepOpen(),
                    run.get(0).sample(),
                    chosen));
        }
        return requests;
    }

    private static boolean isReadAlike(KnownSource one, KnownSource other) {
        return one.tables().equals(other.tables())
                && one.keepOpen() == other.keepOpen()
                && one.sample() == other.sample();
    }

    /** The contents, as what two stores have in common. */
    public List<String> contents() {
        return files.stream()
                .map(file -> file.name() + " " + file.hash())
                .sorted()
                .collect(Collectors.toList());
    }
}
