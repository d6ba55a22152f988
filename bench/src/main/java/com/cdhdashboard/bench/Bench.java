package com.cdhdashboard.bench;

import com.cdhdashboard.bench.assistant.AssistantBenchmark;
import com.cdhdashboard.bench.bundle.BundleBenchmark;
import com.cdhdashboard.bench.configuration.ConfigurationBenchmark;
import com.cdhdashboard.bench.imports.ExportKind;
import com.cdhdashboard.bench.imports.ImportBenchmark;
import com.cdhdashboard.bench.imports.YearBenchmark;
import com.cdhdashboard.bench.pages.CustomerFolder;
import com.cdhdashboard.bench.pages.CustomerPagesBenchmark;
import com.cdhdashboard.bench.pages.FineGrain;
import com.cdhdashboard.bench.pages.FineStore;
import com.cdhdashboard.bench.pages.FitBenchmark;
import com.cdhdashboard.bench.pages.PagesBenchmark;
import com.cdhdashboard.bench.pages.StartBenchmark;
import com.cdhdashboard.bench.process.Product;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.bench.result.Machine;
import com.cdhdashboard.bench.result.Result;
import com.cdhdashboard.bench.small.SmallBenchmark;
import com.cdhdashboard.core.error.UserException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures and prints: tables for people, one line of JSON for each. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        description = "Measures the program on this machine. Nothing else should run meanwhile.")
public final class Bench implements Callable<Integer> {
    private final PrintStream out;

    @Parameters(
            paramLabel = "WHAT",
            description =
                    "import, parquet, families, families_parquet, year, holdings,"
                            + " holdings_parquet, bundle, configuration, assistant, pages, summaries, clv_fit, clv_pages, start, small or all.")
    private What what = What.ALL;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Rows of the export. Default: as many as the targets are stated for.")
    private Optional<Long> rows = Optional.empty();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            description = "Runs after the one that warms up. Default: ${DEFAULT-VALUE}")
    private int runs;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Folder for exports, stores and logs. Default: target/bench")
    private Path work = Path.of(System.getProperty("cdhdashboard.work", "target/bench"));

    private Bench(PrintStream out) {
        this.out = out;
    }

    /** What can be measured. */
    enum What {
        IMPORT,
        PARQUET,
        FAMILIES,
        FAMILIES_PARQUET,
        YEAR,
        HOLDINGS,
        HOLDINGS_PARQUET,
        BUNDLE,
        CONFIGURATION,
        ASSISTANT,
        PAGES,
        SUMMARIES,
        CLV_FIT,
        CLV_PAGES,
        START,
        SMALL,
        ALL
    }

    public static void main(String[] arguments) {
        int code = new CommandLine(new Bench(System.out))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((error, line, parsed) -> failed(error))
                .execute(arguments);
        System.exit(code);
    }

    private static int failed(Exception error) throws Exception {
        if (error instanceof UserException) {
            System.err.println("bench: " + error.getMessage());
            return 1;
        }
        throw error;
    }

    @Override
    public Integer call() {
        if (!(runs >= 1)) {
            throw new UserException("--runs is " + runs + ", but must be at least 1.");
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path script = Path.of(System.getProperty("cdhdashboard.script", "cdhdashboard"));
        Workbench workbench = new Workbench(work, new Product(java, script), System.err);
        List<What> chosen = what == What.ALL
                ? Arrays.stream(What.values()).filter(one -> one != What.ALL).toList()
                : List.of(what);
        chosen.forEach(one -> print(measure(one, workbench)));
        return 0;
    }

    private Result measure(What one, Workbench workbench) {
        return switch (one) {
            case IMPORT -> new ImportBenchmark(workbench, ExportKind.ZIP, rows).run(runs);
            case PARQUET -> new ImportBenchmark(workbench, ExportKind.PARQUET, rows).run(runs);
            case FAMILIES -> new ImportBenchmark(workbench, ExportKind.FAMILIES_ZIP, rows).run(runs);
            case FAMILIES_PARQUET -> new ImportBenchmark(workbench, ExportKind.FAMILIES_PARQUET, rows).run(runs);
            case YEAR -> new YearBenchmark(workbench, rows).run();
            case HOLDINGS -> new ImportBenchmark(workbench, ExportKind.HOLDINGS_ZIP, rows).run(runs);
            case HOLDINGS_PARQUET -> new ImportBenchmark(workbench, ExportKind.HOLDINGS_PARQUET, rows).run(runs);
            case BUNDLE -> new BundleBenchmark(workbench, rows).run(runs);
            case CONFIGURATION ->
                new ConfigurationBenchmark(workbench, FineStore.open(workbench, FineGrain.PAGES, rows)).run();
            case ASSISTANT -> new AssistantBenchmark(workbench, FineStore.open(workbench, FineGrain.PAGES, rows)).run();
            case PAGES -> pages(workbench, FineGrain.PAGES);
            case SUMMARIES -> pages(workbench, FineGrain.SUMMARIES);
            case CLV_FIT -> new FitBenchmark(workbench, CustomerFolder.open(workbench, rows)).run(runs);
            case CLV_PAGES -> new CustomerPagesBenchmark(workbench, CustomerFolder.open(workbench, rows)).run();
            case START -> new StartBenchmark(workbench, FineStore.open(workbench, FineGrain.PAGES, rows)).run(runs);
            case SMALL -> new SmallBenchmark(workbench, FineStore.open(workbench, FineGrain.PAGES, rows)).run();
            case ALL -> throw new IllegalArgumentException("all is each of the others");
        };
    }

    private Result pages(Workbench workbench, FineGrain grain) {
        return new PagesBenchmark(workbench, FineStore.open(workbench, grain, rows)).run();
    }

    private void print(Result result) {
        Machine machine = Machine.here();
        out.println();
        result.lines(machine).forEach(out::println);
        out.println(result.json(
                machine, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
    }
}
