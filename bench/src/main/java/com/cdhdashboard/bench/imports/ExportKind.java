package com.cdhdashboard.bench.imports;

import com.cdhdashboard.app.sample.ExportFormat;
import com.cdhdashboard.bench.result.Target;
import java.util.Optional;

/** The exports whose import is measured. */
public enum ExportKind {
    ZIP(
            "import",
            ExportFormat.ZIP,
            600_000,
            Target.atLeast(150_000),
            Optional.empty(),
            "a Java machine that unpacks the archives and lets the engine read the columns the metrics need"),
    PARQUET(
            "parquet",
            ExportFormat.PARQUET,
            10_000_000,
            Target.atLeast(500_000),
            Optional.of(Target.atMost(2048)),
            "a Java machine that lets the engine read the columns the metrics need");

    /** The default of the program's demo export. */
    static final int DAYS = 60;

    private final String benchmark;
    private final ExportFormat format;
    private final long rows;
    private final Target rate;
    private final Optional<Target> memory;
    private final String floor;

    ExportKind(String benchmark, ExportFormat format, long rows, Target rate, Optional<Target> memory, String floor) {
        this.benchmark = benchmark;
        this.format = format;
        this.rows = rows;
        this.rate = rate;
        this.memory = memory;
        this.floor = floor;
    }

    String benchmark() {
        return benchmark;
    }

    ExportFormat format() {
        return format;
    }

    /** What the targets are stated for. */
    long rows() {
        return rows;
    }

    /** In rows per second. */
    Target rate() {
        return rate;
    }

    /** In megabytes. */
    Optional<Target> memory() {
        return memory;
    }

    String floor() {
        return floor;
    }
}
