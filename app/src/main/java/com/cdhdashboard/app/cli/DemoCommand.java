package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.cli.Workspaces.OpenWorkspace;
import com.cdhdashboard.app.sample.SampleExport;
import com.cdhdashboard.app.sample.SampleSettings;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.core.ingest.ImportRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Makes a demo export, imports it and serves the dashboard. Started again, it goes on with what is"
                + " there.")
final class DemoCommand implements Callable<Integer> {
    static final String DEFAULT_DATA = "cdhdashboard-demo";

    private final Workspaces workspaces;
    private final Terminal terminal;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DEFAULT_DATA,
            description = "Folder for the export, in its folder \"export\", and the imported data. Default:"
                    + " ${DEFAULT-VALUE}")
    private Path data = Path.of(DEFAULT_DATA);

    @Mixin
    private RunCommand.ListenOptions listen = new RunCommand.ListenOptions();

    @Mixin
    private ModelFileOption modelFile = new ModelFileOption();

    DemoCommand(Workspaces workspaces, Terminal terminal) {
        this.workspaces = workspaces;
        this.terminal = terminal;
    }

    private boolean importHoldings(Workspace workspace, SampleExport export) {
        ImportRequest request = new ImportRequest(List.of(export.holdings()), false, false);
        return workspace.configured().customerMetrics().isEmpty()
                || ImportCommand.run(workspace.holdingsImporter(), request, new ImportReporter(terminal))
                        .complete();
    }

    @Override
    public Integer call() throws InterruptedException {
        int port = listen.port();
        Models models = modelFile.models(data, terminal);
        SampleExport export = new SampleExport(data.resolve("export"));
        SampleSettings settings = SampleSettings.defaults();
        if (!export.holds(settings)) {
            terminal.err().println("Making a demo export in " + data.resolve("export"));
            SampleCommand.write(export, settings, terminal);
        }
        List<ConfigurationSource> sources = List.of(ConfigurationSource.Packaged.DEMO);
        try (OpenVariants variants = OpenVariants.open(workspaces, sources, data)) {
            OpenWorkspace open = variants.all().get(0);
            ProblemLines.summarise(open, terminal);
            ImportRequest request = new ImportRequest(List.of(export.interactions()), false, false);
            if (!ImportCommand.run(open.workspace().importer(), request, new ImportReporter(terminal))
                    .complete()) {
                return 1;
            }
            if (!importHoldings(open.workspace(), export)) {
                return 1;
            }
            ServerAddress address = new ServerAddress(
                            RunCommand.ListenOptions.LOCAL,
                            port,
                            data.resolve("uploads"),
                            List.of(data),
                            terminal.password())
                    .withAgents(terminal.agentToken());
            RunCommand.serveUntilStopped(variants, () -> workspaces.serve(variants.all(), address, models), terminal);
        }
        return 0;
    }
}
