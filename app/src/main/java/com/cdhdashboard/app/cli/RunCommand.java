package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.cli.Workspaces.OpenWorkspace;
import com.cdhdashboard.app.cli.Workspaces.RunningServer;
import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.app.route.Mount;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "run", description = "Serves the dashboard and the API until Ctrl+C.")
final class RunCommand implements Callable<Integer> {
    private final Workspaces workspaces;
    private final Terminal terminal;

    @Option(
            names = "--config",
            paramLabel = "F",
            description =
                    "Configuration file (TOML), or a folder of such files; may be repeated, to show several beside one"
                            + " another, each with data and addresses of its own. \"demo\" is the one of the demo export."
                            + " Default: the one that comes with the program.")
    private List<Path> configs = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = StoreOptions.DEFAULT_DATA,
            description = "Folder of the imported data. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of(StoreOptions.DEFAULT_DATA);

    @Mixin
    private ListenOptions listen = new ListenOptions();

    @Option(
            names = "--host",
            paramLabel = "H",
            defaultValue = ListenOptions.LOCAL,
            description = "Address to listen on. Any that other machines can reach needs a password, in the environment"
                    + " variable CDHDASHBOARD_PASSWORD. Default: ${DEFAULT-VALUE}")
    private String host = ListenOptions.LOCAL;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Folder from which the import page may read; may be repeated. Default: none, upload only.")
    private List<Path> roots = new ArrayList<>();

    @Option(
            names = "--read-only",
            description = "Shows everything and changes nothing: no imports, and no changes of the configuration.")
    private boolean readOnly;

    @Option(
            names = "--discard-uploads",
            description =
                    "Removes uploaded files after their import. A metric that is added later cannot be counted from"
                            + " them then.")
    private boolean discardUploads;

    @Mixin
    private ModelFileOption modelFile = new ModelFileOption();

    RunCommand(Workspaces workspaces, Terminal terminal) {
        this.workspaces = workspaces;
        this.terminal = terminal;
    }

    /** The port, with its check. */
    static final class ListenOptions {
        static final String LOCAL = "127.0.0.1";

        @Spec(Spec.Target.MIXEE)
        private CommandSpec command = CommandSpec.create();

        @Option(
                names = "--port",
                paramLabel = "P",
                defaultValue = "8501",
                description = "Port to listen on; 0 takes any free one. Default: ${DEFAULT-VALUE}")
        private int port;

        int port() {
            if (!(port >= 0 && port <= 65_535)) {
                throw new CommandLine.ParameterException(
                        command.commandLine(), "Invalid value for --port: " + port + " – must be from 0 to 65535");
            }
            return port;
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerAddress address = new ServerAddress(
                        host,
                        listen.port(),
                        data.resolve("uploads"),
                        roots,
                        terminal.password(),
                        readOnly,
                        discardUploads)
                .withAgents(terminal.agentToken());
        Models models = modelFile.models(data, terminal);
        try (OpenVariants open = OpenVariants.open(workspaces, ConfigurationSource.all(configs), data)) {
            open.all().forEach(one -> ProblemLines.summarise(one, terminal));
            open.all().forEach(this::makeDemoData);
            serveUntilStopped(open, () -> workspaces.serve(open.all(), address, models), terminal);
        }
        return 0;
    }

    /** Pages are shown without them, too, as they say what is missing. */
    private void makeDemoData(OpenWorkspace open) {
        open.demoData().ifPresent(importer -> {
            String name =
                    open.workspace().configured().configuration().variant().name();
            terminal.err().println(TableText.visible("Making the demo data of \"" + name + "\""));
            try {
                ImportRequest request = new ImportRequest(List.of(), false, false);
                ImportSummary summary = ImportCommand.run(importer, request, new ImportReporter(terminal));
                if (!summary.complete()) {
                    terminal.err().println("The demo data are not complete; the next start makes them anew.");
                }
            } catch (UserException e) {
                terminal.err().println(TableText.visible("No demo data can be shown: " + e.getMessage()));
            }
        });
    }

    /** Says where the server is and returns when it has ended. */
    static void serveUntilStopped(OpenVariants open, Supplier<RunningServer> start, Terminal terminal)
            throws InterruptedException {
        try (RunningServer server = start.get()) {
            terminal.out().println("The dashboard is at " + server.url() + " (Ctrl+C ends it)");
            if (open.all().size() > 1) {
                open.all().forEach(one -> terminal.out().println(line(one, server)));
            }
            terminal.out().flush();
            server.await();
        }
    }

    private static String line(OpenWorkspace open, RunningServer server) {
        return TableText.visible(
                open.workspace().configured().configuration().variant().name() + ": " + server.url()
                        + Mount.of(open.slug()).address(Urls.HOME));
    }
}
