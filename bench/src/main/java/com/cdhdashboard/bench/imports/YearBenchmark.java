package com.cdhdashboard.bench.imports;

import com.cdhdashboard.app.sample.ExportFormat;
import com.cdhdashboard.bench.process.Child;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.bench.result.Measurement;
import com.cdhdashboard.bench.result.Result;
import com.cdhdashboard.bench.result.Target;
import com.cdhdashboard.bench.result.Unit;
import com.cdhdashboard.duckdb.store.PublishedStore;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a year takes on disk: one file a day with the metrics of all five families, imported once. Cells
 * with values are by day, so that one import leaves the rows that daily ones would.
 */
public final class YearBenchmark {
    private static final int DAYS = 365;
    private static final long ROWS = 3_650_000;
    private static final Target STORE = Target.atMost(500);
    private static final double MEGABYTE = 1e6;

    private final Workbench workbench;
    private final long rows;

    public YearBenchmark(Workbench workbench, Optional<Long> rows) {
        this.workbench = workbench;
        this.rows = rows.orElse(ROWS);
    }

    public Result run() {
        Path export = workbench.interactions(ExportFormat.PARQUET, rows, DAYS);
        workbench.say().println("importing a year ...");
        Path data = workbench.emptyFolder("imported");
        Child imported = workbench.importInto(data, ExportKind.FAMILIES_PARQUET.configuration(), export);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rows", rows);
        facts.put("days", DAYS);
        facts.put("rows in the store", counted(data));
        facts.put("value", "size of all files, after one run");
        double floor = megabytes(export);
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(Measurement.of("store", Unit.MEGABYTES, megabytes(data))
                .withFloor(floor)
                .withTarget(STORE));
        StoreFolder store = Workbench.cubes(data);
        measurements.add(Measurement.of(
                        "published cubes",
                        Unit.MEGABYTES,
                        megabytes(store.cubes(store.currentVersion().orElseThrow())))
                .withFloor(floor));
        measurements.add(Measurement.of("kept for later imports", Unit.MEGABYTES, megabytes(store.database()))
                .withFloor(floor));
        measurements.add(Measurement.of("whole run", Unit.SECONDS, imported.seconds()));
        workbench.emptyFolder("imported");
        return new Result("year", facts, Optional.of("the export, as parquet"), measurements);
    }

    private static long counted(Path data) {
        try (PublishedStore store = Workbench.store(data)) {
            return store.loaded().rows();
        }
    }

    /** Of a file, or of all files in a folder. */
    private static double megabytes(Path path) {
        try (Stream<Path> walk = Files.walk(path)) {
            double bytes = 0;
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes / MEGABYTE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
