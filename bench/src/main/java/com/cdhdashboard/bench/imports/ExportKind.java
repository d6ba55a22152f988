package com.cdhdashboard.bench.imports;

import com.cdhdashboard.app.sample.ExportFormat;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.bench.result.Target;
import java.nio.file.Path;
import java.util.Optional;

/** The exports whose import is measured. */
public enum ExportKind {
    ZIP(
            "import",
            Metrics.RATES,
            ExportFormat.ZIP,
            600_000,
            Target.atLeast(150_000),
            Optional.empty(),
            "a Java machine that unpacks the archives and lets the engine read the columns the metrics need"),
    PARQUET(
            "parquet",
            Metrics.RATES,
            ExportFormat.PARQUET,
            10_000_000,
            Target.atLeast(500_000),
            Optional.of(Target.atMost(2048)),
            "a Java machine that lets the engine read the columns the metrics need"),
    FAMILIES_ZIP(
            "families",
            Metrics.ALL_FAMILIES,
            ExportFormat.ZIP,
            600_000,
            Target.atLeast(120_000),
            Optional.of(Target.atMost(2048)),
            "a Java machine that unpacks the archives and runs the hand-written script families.sql"),
    FAMILIES_PARQUET(
            "families-parquet",
            Metrics.ALL_FAMILIES,
            ExportFormat.PARQUET,
            10_000_000,
            Target.atLeast(350_000),
            Optional.of(Target.atMost(2048)),
            "a Java machine that runs the hand-written script families.sql"),
    HOLDINGS_ZIP(
            "holdings",
            Metrics.CUSTOMERS,
            ExportFormat.ZIP,
            5_000_000,
            Target.atLeast(250_000),
            Optional.of(Target.atMost(2048)),
            "a Java machine that unpacks the archives and lets the engine read the columns the customers need"),
    HOLDINGS_PARQUET(
            "holdings-parquet",
            Metrics.CUSTOMERS,
            ExportFormat.PARQUET,
            5_000_000,
            Target.atLeast(250_000),
            Optional.of(Target.atMost(2048)),
            "a Java machine that lets the engine read the columns the customers need");

    /** What is computed, by the configuration that says it. */
    private enum Metrics {
        RATES("import.toml", ReadingFloor.Columns.INTERACTIONS),
        ALL_FAMILIES("families.toml", ReadingFloor.Columns.FAMILIES),
        CUSTOMERS("holdings.toml", ReadingFloor.Columns.HOLDINGS);

        private final String configuration;
        private final ReadingFloor.Columns read;

        Metrics(String configuration, ReadingFloor.Columns read) {
            this.configuration = configuration;
            this.read = read;
        }
    }

    /** The default of the program's demo export. */
    private static final int DAYS = 60;

    private final String benchmark;
    private final Metrics metrics;
    private final ExportFormat format;
    private final long rows;
    private final Target rate;
    private final Optional<Target> memory;
    private final String floor;

    ExportKind(
            String benchmark,
            Metrics metrics,
            ExportFormat format,
            long rows,
            Target rate,
            Optional<Target> memory,
            String floor) {
        this.benchmark = benchmark;
        this.metrics = metrics;
        this.format = format;
        this.rows = rows;
        this.rate = rate;
        this.memory = memory;
        this.floor = floor;
    }

    String benchmark() {
        return benchmark;
    }

    /** The name of the configuration. */
    String configuration() {
        return metrics.configuration;
    }

    /** What the floor reads. */
    ReadingFloor.Columns read() {
        return metrics.read;
    }

    /** Whether product holdings are imported, not interaction history. */
    boolean isHoldings() {
        return metrics == Metrics.CUSTOMERS;
    }

    /** The folder of an export of so many rows, made where there is none. */
    Path export(Workbench workbench, long rows) {
        return isHoldings() ? workbench.holdings(format, rows) : workbench.interactions(format, rows, DAYS);
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
