package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.sample.ExportFormat;
import com.cdhdashboard.app.sample.HoldingsFormat;
import com.cdhdashboard.app.sample.SampleExport;
import com.cdhdashboard.app.sample.SampleSettings;
import com.cdhdashboard.core.error.UserException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "sample",
        description = "Makes a demo export: interaction history and product holdings of an invented bank. The same"
                + " options give the same export.")
final class SampleCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DIR",
            description = "Folder to write to: a new or empty one, or one that holds a demo export.")
    private Path folder = Path.of("");

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "" + SampleSettings.DEFAULT_DAYS,
            description = "Days, one file each. Default: ${DEFAULT-VALUE}")
    private int days;

    @Option(
            names = "--end",
            paramLabel = "DATE",
            description = "The last day, such as 2026-10-31, which is the default.")
    private LocalDate end = SampleSettings.DEFAULT_END;

    @ArgGroup(exclusive = true)
    private Amount amount = new Amount();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "" + SampleSettings.DEFAULT_SEED,
            description = "Another number gives another bank. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "zip",
            description = "zip, gz, json or parquet. Default: ${DEFAULT-VALUE}")
    private ExportFormat format = ExportFormat.ZIP;

    @Option(
            names = "--holdings-format",
            paramLabel = "FORMAT",
            description = "Of product holdings: zip, gz, ndjson, parquet, csv or xlsx. Default: as --format")
    private Optional<HoldingsFormat> holdingsFormat = Optional.empty();

    /** How large the export is to be. */
    private static final class Amount {
        @Option(
                names = "--interactions",
                paramLabel = "N",
                description = "Interactions, a little over two rows each. Default: 60000")
        private Optional<Long> interactions = Optional.empty();

        @Option(names = "--rows", paramLabel = "N", description = "Exactly so many rows, in place of --interactions.")
        private Optional<Long> rows = Optional.empty();

        private SampleSettings.Size size() {
            return rows.map(SampleSettings.Size::ofRows)
                    .orElseGet(() -> SampleSettings.Size.ofInteractions(
                            interactions.orElse(SampleSettings.DEFAULT_INTERACTIONS)));
        }
    }

    SampleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SampleSettings settings = settings();
        SampleExport export = new SampleExport(folder);
        SampleExport.Summary summary = write(export, settings, terminal);
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%s: %,d rows of %,d interactions in %,d files, %s to %s%n",
                        export.interactions(),
                        summary.rows(),
                        summary.interactions(),
                        summary.files(),
                        settings.end().minusDays(settings.days() - 1L),
                        settings.end());
        terminal.out().printf(Locale.ROOT, "%s: %,d product holdings%n", export.holdings(), summary.holdings());
        return 0;
    }

    /** Writes the export and shows how far it is. */
    static SampleExport.Summary write(SampleExport export, SampleSettings settings, Terminal terminal) {
        ProgressLine progress = new ProgressLine(terminal);
        SampleExport.Summary summary = export.write(
                settings,
                done -> progress.show((double) done / settings.days(), done + "/" + settings.days() + " days"));
        progress.clear();
        return summary;
    }

    private SampleSettings settings() {
        try {
            SampleSettings settings = new SampleSettings(days, end, amount.size(), seed, format);
            return holdingsFormat
                    .map(other -> new SampleSettings(days, end, amount.size(), seed, format, other))
                    .orElse(settings);
        } catch (UserException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
