package com.cdhdashboard.bench.bundle;

import com.cdhdashboard.app.sample.ExportFormat;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.bench.result.Measurement;
import com.cdhdashboard.bench.result.Percentiles;
import com.cdhdashboard.bench.result.Result;
import com.cdhdashboard.bench.result.Unit;
import com.cdhdashboard.core.bundle.BundleExporter;
import com.cdhdashboard.core.bundle.BundleSelection;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.bundle.BundleImporter;
import com.cdhdashboard.duckdb.bundle.Expected;
import com.cdhdashboard.duckdb.bundle.write.DuckDbBundleExporter;
import com.cdhdashboard.duckdb.imports.DuckDbImporter;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cubes of all five families go into a bundle, and from there into an empty store. */
public final class BundleBenchmark {
    private static final String CONFIGURATION = "families.toml";
    private static final int DAYS = 60;
    private static final long ROWS = 1_000_000;
    private static final double SECOND = 1e9;

    private static final ImportListener SILENT = new ImportListener() {
        @Override
        public void progressed(ImportProgress progress) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    private final Workbench workbench;
    private final long rows;

    public BundleBenchmark(Workbench workbench, Optional<Long> rows) {
        this.workbench = workbench;
        this.rows = rows.orElse(ROWS);
    }

    /** What is timed. */
    private interface Step {
        void run() throws IOException;
    }

    public Result run(int runs) {
        Path export = workbench.interactions(ExportFormat.PARQUET, rows, DAYS);
        Path data = workbench.emptyFolder("imported");
        workbench.importInto(data, CONFIGURATION, export);
        Path folder = workbench.emptyFolder("bundles");
        Path bundle = folder.resolve("all.cdhcubes");
        List<Double> exports = new ArrayList<>();
        List<Double> imports = new ArrayList<>();
        List<Double> copies = new ArrayList<>();
        long written = 0;
        // The first turn of each warms up
        for (int run = 0; run <= runs; run++) {
            workbench.say().println("bundle, run " + run + " ...");
            List<BundleExporter.Exported> exported = new ArrayList<>();
            double exporting = seconds(() -> exported.add(exporter(data).export(BundleSelection.ALL, bundle)));
            Path empty = workbench.emptyFolder("taken");
            double importing = seconds(() -> take(new StoreFolder(empty), bundle));
            double copying =
                    seconds(() -> Files.copy(bundle, folder.resolve("copy"), StandardCopyOption.REPLACE_EXISTING));
            written = exported.get(0).rows();
            if (run > 0) {
                exports.add(written / exporting);
                imports.add(written / importing);
                copies.add(written / copying);
            }
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rows of the export", rows);
        facts.put("rows of the bundle", written);
        facts.put("bytes of the bundle", size(bundle));
        facts.put("value", "median of " + runs + " runs");
        double floor = median(copies);
        workbench.emptyFolder("bundles");
        workbench.emptyFolder("taken");
        workbench.emptyFolder("imported");
        return new Result(
                "bundle",
                facts,
                Optional.of("copying the file"),
                List.of(
                        Measurement.of("export", Unit.ROWS_PER_SECOND, median(exports))
                                .withFloor(floor),
                        Measurement.of("import", Unit.ROWS_PER_SECOND, median(imports))
                                .withFloor(floor)));
    }

    private static double seconds(Step step) {
        long began = System.nanoTime();
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (System.nanoTime() - began) / SECOND;
    }

    private static double median(List<Double> values) {
        return new Percentiles(values.stream().mapToDouble(Double::doubleValue).toArray()).median();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EngineLimits engine() {
        return EngineLimits.forImporting(1024);
    }

    private BundleExporter exporter(Path data) {
        StoreFolder store = Workbench.cubes(data);
        return new DuckDbBundleExporter(
                store,
                new StoreFolder(store.root().resolve("holdings")),
                new DuckDbBundleExporter.Origin("bench", "", "Bench"),
                engine());
    }

    private void take(StoreFolder empty, Path bundle) {
        Configuration configuration = workbench.read(CONFIGURATION);
        DuckDbImporter importer = new DuckDbImporter(
                empty,
                configuration.interactionHistory(),
                Metrics.of(configuration),
                engine(),
                UnpackLimits.defaults());
        ImportSummary summary = new BundleImporter(
                        new BundleImporter.Stores(
                                empty, new StoreFolder(empty.root().resolve("holdings")), importer, Optional.empty()),
                        Expected.of(configuration),
                        engine(),
                        UnpackLimits.defaults())
                .run(new ImportRequest(List.of(bundle), false, false), SILENT);
        if (!summary.complete()) {
            throw new UserException("the bundle was not taken in: " + summary.files());
        }
    }
}
