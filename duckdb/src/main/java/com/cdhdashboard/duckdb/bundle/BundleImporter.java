package com.cdhdashboard.duckdb.bundle;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.aggregates.AggregatesFile;
import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.ContentHash;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.imports.DuckDbImporter;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports bundles into the stores of interactions and of holdings: each as a whole, or not at all. */
public final class BundleImporter implements Importer {
    private final Stores stores;
    private final Expected expected;
    private final EngineLimits limits;
    private final UnpackLimits unpackLimits;

    public BundleImporter(Stores stores, Expected expected, EngineLimits limits, UnpackLimits unpackLimits) {
        this.stores = stores;
        this.expected = expected;
        this.limits = limits;
        this.unpackLimits = unpackLimits;
    }

    /**
     * Both stores, each with the importer of rows into it, which publishes rows and bundles together.
     *
     * @param holdingsImporter absent where the configuration reads no holdings
     */
    public record Stores(
            StoreFolder interactions,
            StoreFolder holdings,
            DuckDbImporter importer,
            Optional<DuckDbImporter> holdingsImporter) {
        public Stores {
            requireNonNull(interactions, "interactions");
            requireNonNull(holdings, "holdings");
            requireNonNull(importer, "importer");
            requireNonNull(holdingsImporter, "holdingsImporter");
        }
    }

    @Override
    public ImportSummary run(ImportRequest request, ImportListener listener) {
        long began = System.nanoTime();
        List<FileSummary> files = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        long done = 0;
        long all = request.paths().stream().mapToLong(BundleImporter::size).sum();
        boolean remove = request.removeExisting();
        for (Path path : request.paths()) {
            SourceFile source = source(path);
            if (listener.cancelled()) {
                files.add(FileSummary.cancelled(source.name()));
                continue;
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
            listener.progressed(new ImportProgress(
                    "reading the bundle " + source.name(),
                    files.size(),
                    request.paths().size(),
                    0,
                    done,
                    all,
                    elapsed));
            BundleIntake.Result result = take(source, request, remove, listener);
            remove = remove && !result.file().status().counts();
            files.add(result.file());
            notes.addAll(result.notes());
            done += source.size();
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
        return new ImportSummary(files, notes, Optional.empty(), elapsed, listener.cancelled());
    }

    private BundleIntake.Result take(
            SourceFile source, ImportRequest request, boolean remove, ImportListener listener) {
        try {
            stores.interactions().create();
            Path unpacked = Files.createDirectories(stores.interactions().bundles());
            try (OpenedBundle bundle = opened(source, unpacked, listener)) {
                return take(bundle, request, remove, listener);
            }
        } catch (UserException e) {
            return BundleIntake.Result.refused(source, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return BundleIntake.Result.refused(source, FileSummary.CANCELLED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DuckDbException e) {
            if (e.isUnwritable() || e.isOutOfResources()) {
                throw new UserException(
                        UserException.Kind.RESOURCES,
                        "memory or disk ran out (" + e.shortMessage()
                                + "); nothing of the bundle was kept. Make room, and" + " start again",
                        e);
            }
            throw e;
        }
    }

    private OpenedBundle opened(SourceFile source, Path unpacked, ImportListener listener) throws InterruptedException {
        return AggregatesFile.isIn(source.path())
                ? AggregatesBundle.open(source, expected, unpacked, limits)
                : OpenedBundle.open(source, unpackLimits, unpacked, listener::cancelled);
    }

    private BundleIntake.Result take(
            OpenedBundle bundle, ImportRequest request, boolean remove, ImportListener listener) {
        List<String> unknown = new ArrayList<>();
        BundlePart.Cells cells = new BundlePart.Cells(bundle, cubes(bundle.manifest(), unknown));
        BundlePart.Purchases purchases = new BundlePart.Purchases(bundle, customers(bundle.manifest(), unknown));
        if (cells.isEmpty() && purchases.isEmpty()) {
            throw new UserException("the configuration has none of its metrics"
                    + (unknown.isEmpty() ? "" : ", which are " + String.join(", ", unknown))
                    + "; use the configuration that is in the bundle");
        }
        String hash = ContentHash.of(bundle.source().path(), bundle.source().name(), () -> {})
                .sha256();
        BundleIntake intake = new BundleIntake(bundle, hash, expected, unpackLimits, listener);
        BundleIntake.Result result;
        boolean rows = false;
        boolean holdings = false;
        try (Opened opened = open(cells, purchases, remove, bundle.folder().path())) {
            bundle.folder().removeOthers();
            result = intake.take(
                    opened.cells().map(store -> new BundleIntake.Half(store, cells)),
                    opened.purchases().map(store -> new BundleIntake.Half(store, purchases)),
                    request.replace());
            rows = opened.cells().filter(this::isLeftToRows).isPresent();
            holdings = opened.purchases().filter(this::isLeftToRows).isPresent();
        }
        if (rows) {
            stores.importer().publishAgain(request.sample(), listener);
        }
        if (holdings) {
            stores.holdingsImporter().ifPresent(importer -> importer.publishAgain(request.sample(), listener));
        }
        return unknown.isEmpty()
                ? result
                : result.with("the bundle \"" + bundle.source().name()
                        + "\" has metrics that the configuration does not have;" + " they are left out: "
                        + String.join(", ", unknown));
    }

    /** Publishes; rows that were imported are published with the bundles, as their open days are computed anew each time. */
    private boolean isLeftToRows(BundleStore store) {
        return BundlePublication.publish(store, expected);
    }

    private record Opened(Optional<BundleStore> cells, Optional<BundleStore> purchases) implements AutoCloseable {
        @Override
        public void close() {
            try {
                purchases.ifPresent(BundleStore::close);
            } finally {
                cells.ifPresent(BundleStore::close);
            }
        }
    }

    private Opened open(BundlePart cells, BundlePart purchases, boolean remove, Path readable) {
        Optional<BundleStore> first = cells.isEmpty()
                ? Optional.empty()
                : Optional.of(BundleStore.open(stores.interactions(), false, limits, remove, readable));
        try {
            return new Opened(
                    first,
                    purchases.isEmpty()
                            ? Optional.empty()
                            : Optional.of(BundleStore.open(stores.holdings(), true, limits, remove, readable)));
        } catch (RuntimeException | Error e) {
            first.ifPresent(BundleStore::close);
            throw e;
        }
    }

    private Map<Manifest.Cube, Metric> cubes(Manifest manifest, List<String> unknown) {
        Map<Manifest.Cube, Metric> cubes = new LinkedHashMap<>();
        for (Manifest.Cube cube : manifest.metrics()) {
            expected.metric(cube.metric())
                    .ifPresentOrElse(
                            metric -> cubes.put(cube, same(cube.definition(), metric)),
                            () -> unknown.add(cube.metric()));
        }
        return cubes;
    }

    private Map<Manifest.Customers, CustomerMetric> customers(Manifest manifest, List<String> unknown) {
        Map<Manifest.Customers, CustomerMetric> customers = new LinkedHashMap<>();
        for (Manifest.Customers one : manifest.customers()) {
            expected.customerMetric(one.metric())
                    .ifPresentOrElse(
                            metric -> customers.put(one, same(one.definition(), metric)),
                            () -> unknown.add(one.metric()));
        }
        return customers;
    }

    private <T> T same(Definition definition, T metric) {
        expected.requireSame(definition);
        return metric;
    }

    private static SourceFile source(Path path) {
        try {
            return new SourceFile(
                    path,
                    String.valueOf(path.getFileName()),
                    Files.size(path),
                    Files.getLastModifiedTime(path).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path path) {
        return source(path).size();
    }
}
