package com.cdhdashboard.bench.imports;

import com.cdhdashboard.bench.process.Child;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.bench.result.Measurement;
import com.cdhdashboard.bench.result.Percentiles;
import com.cdhdashboard.bench.result.Result;
import com.cdhdashboard.bench.result.Unit;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.customer.CustomerStore;
import com.cdhdashboard.duckdb.store.PublishedStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whole imports, each in a new process into an empty store, from the start of the process to its end. Import and floor
 * take turns, so that whatever else the machine does meets both.
 */
public final class ImportBenchmark {
    private final Workbench workbench;
    private final ExportKind kind;
    private final long rows;
    private final List<Child> imports = new ArrayList<>();
    private final List<Child> floors = new ArrayList<>();

    public ImportBenchmark(Workbench workbench, ExportKind kind, Optional<Long> rows) {
        this.workbench = workbench;
        this.kind = kind;
        this.rows = rows.orElse(kind.rows());
    }

    /** Runs once to warm up, and then so many times. */
    public Result run(int runs) {
        Path export = kind.export(workbench, rows);
        long counted = 0;
        for (int run = 0; run <= runs; run++) {
            workbench.say().println(run == 0 ? "warming up ..." : "run " + run + " of " + runs + " ...");
            Path data = workbench.emptyFolder("imported");
            Child imported = workbench.importInto(data, kind.configuration(), export);
            counted = counted(data);
            Child floor = floor(export, kind.read() == ReadingFloor.Columns.FAMILIES ? counted : rows);
            if (run > 0) {
                imports.add(imported);
                floors.add(floor);
            }
        }
        workbench.emptyFolder("imported");
        workbench.emptyFolder("unpacked");
        return result(counted, runs);
    }

    private Child floor(Path export, long expected) {
        Path unpacked = workbench.emptyFolder("unpacked");
        List<String> command = workbench
                .product()
                .mainClass(ReadingFloor.class, kind.read().name(), export.toString(), unpacked.toString());
        Child floor = Child.run(command, workbench.log("floor"));
        long read = floor.output()
                .lines()
                .reduce((first, last) -> last)
                .map(Long::parseLong)
                .orElse(0L);
        if (read != expected) {
            throw new UserException("The floor counts " + read + " rows, but should count " + expected + ".");
        }
        return floor;
    }

    private long counted(Path data) {
        long counted = kind.isHoldings() ? holdings(data) : interactions(data);
        if (!(counted > 0)) {
            throw new UserException("The import ended well, but the store holds no rows.");
        }
        return counted;
    }

    private static long interactions(Path data) {
        try (PublishedStore store = Workbench.store(data)) {
            return store.loaded().rows();
        }
    }

    private static long holdings(Path data) {
        try (CustomerStore store = Workbench.customers(data)) {
            return store.loaded().rows();
        }
    }

    private Result result(long counted, int runs) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rows", rows);
        facts.put("rows in the store", counted);
        facts.put("runs", runs);
        facts.put("value", "median of the runs, for memory the largest");
        Percentiles seconds = seconds(imports);
        Percentiles floor = seconds(floors);
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(Measurement.of("rate", Unit.ROWS_PER_SECOND, rows / seconds.median())
                .withFloor(rows / floor.median())
                .withTarget(kind.rate())
                .withDetail("min", rows / seconds.max())
                .withDetail("max", rows / seconds.min()));
        measurements.add(Measurement.of("whole run", Unit.SECONDS, seconds.median())
                .withFloor(floor.median())
                .withDetail("min", seconds.min())
                .withDetail("max", seconds.max()));
        measurements.add(Measurement.of(
                        "processor time",
                        Unit.SECONDS,
                        processorSeconds(imports).median())
                .withFloor(processorSeconds(floors).median()));
        memory().ifPresent(measurements::add);
        return new Result(kind.benchmark(), facts, Optional.of(kind.floor()), measurements);
    }

    private static Percentiles seconds(List<Child> children) {
        return new Percentiles(children.stream().mapToDouble(Child::seconds).toArray());
    }

    private static Percentiles processorSeconds(List<Child> children) {
        return new Percentiles(
                children.stream().mapToDouble(Child::processorSeconds).toArray());
    }

    private Optional<Measurement> memory() {
        OptionalInt peak = peak(imports);
        OptionalInt floor = peak(floors);
        if (peak.isEmpty() || floor.isEmpty()) {
            return Optional.empty();
        }
        Measurement memory =
                Measurement.of("peak memory", Unit.MEGABYTES, peak.getAsInt()).withFloor(floor.getAsInt());
        return Optional.of(kind.memory().map(memory::withTarget).orElse(memory));
    }

    private static OptionalInt peak(List<Child> children) {
        return children.stream()
                .map(Child::peakMegabytes)
                .flatMapToInt(OptionalInt::stream)
                .max();
    }
}
