package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.core.bundle.BundleExporter;
import com.cdhdashboard.core.bundle.BundleSelection;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.NumberText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description =
                "Writes the cubes of a store into one file, a bundle, that another store can import. A file of that"
                        + " name is replaced once the bundle is complete.")
final class ExportCommand implements Callable<Integer> {
    private final Workspaces workspaces;
    private final Terminal terminal;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(names = "--metric", paramLabel = "METRIC", description = "Only this metric; may be repeated. Default: all.")
    private List<String> metrics = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DAY", description = "Only from this day on, such as 2025-03-02.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", description = "Only up to this day.")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--without-customers", description = "Leave out customers, their ids and their purchases.")
    private boolean withoutCustomers;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description =
                    "What the data are called: bundles of several sources are added up even where they hold the same"
                            + " days. Default: the name of the configuration's variant.")
    private Optional<String> source = Optional.empty();

    @Parameters(paramLabel = "BUNDLE", description = "The file to write, such as cubes.cdhcubes.")
    private Path bundle = Path.of("cubes.cdhcubes");

    ExportCommand(Workspaces workspaces, Terminal terminal) {
        this.workspaces = workspaces;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            throw new UserException(
                    "--from " + from.get() + " is after --to " + to.get() + "; give the earlier day first");
        }
        try (Workspaces.OpenWorkspace open = workspaces.open(store.configuration(), store.data())) {
            BundleSelection selection = new BundleSelection(metrics, from, to, !withoutCustomers, source);
            BundleExporter.Exported exported = open.workspace().bundles().export(selection, bundle);
            exported.notes().forEach(note -> terminal.err().println("Note: " + TableText.visible(note)));
            terminal.err()
                    .println("Exported " + NumberText.count(exported.rows())
                            + " rows of cells, summaries and purchases into " + bundle + " ("
                            + NumberText.count(exported.bytes()) + " bytes)");
            return 0;
        }
    }
}
