package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.configuration.BundleConfiguration;
import com.cdhdashboard.core.bundle.BundleFiles;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.ingest.SampleChoice;
import com.cdhdashboard.core.ingest.find.PathKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "import",
        description = "Imports exports of interaction history or product holdings, told apart by their"
                + " columns, and bundles of cubes. Files imported before are left alone; Ctrl+C ends the"
                + " import, and what is committed by then stays. The exit code is 0 only if every file is imported.")
final class ImportCommand implements Callable<Integer> {
    private final Workspaces workspaces;
    private final Terminal terminal;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(
            names = "--replace",
            description =
                    "A file that changed since it was imported takes the place of what it gave before, and a bundle that of"
                            + " bundles with days of its own.")
    private boolean replace;

    @Option(names = "--remove-existing", description = "Remove everything imported before, first.")
    private boolean removeExisting;

    @Option(
            names = "--keep-open",
            description = "Make no day final, so that rows of earlier days that come later are still matched.")
    private boolean keepOpen;

    @Option(
            names = "--sample",
            paramLabel = "WHICH",
            converter = Samples.class,
            description =
                    "The sample of rows that is kept for the configuration page: none, without-people (the usual),"
                            + " or whole.")
    private SampleChoice sample = SampleChoice.WITHOUT_PEOPLE;

    @Option(names = "--holdings", description = "The paths hold product holdings, whatever their names.")
    private boolean holdings;

    @Option(
            names = "--explain",
            description =
                    "Print the SQL of the import, each statement with its time and rows. The files are imported into an"
                            + " empty store that is removed again, or with --data into that one, where they stay.")
    private boolean explain;

    @Mixin
    private TableReadingOptions tables = new TableReadingOptions();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files, and folders in which the configured pattern selects files.")
    private List<Path> paths = new ArrayList<>();

    ImportCommand(Workspaces workspaces, Terminal terminal) {
        this.workspaces = workspaces;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!explain) {
            return importInto(store.data(), terminal, Optional.empty());
        }
        // Answers are statements, and nothing else
        Terminal beside = new Terminal(terminal.err(), terminal.err(), terminal.interactive(), terminal.password());
        Optional<StatementScript> script = Optional.of(new StatementScript(terminal.out()));
        return command.commandLine().getParseResult().hasMatchedOption("--data")
                ? importInto(store.data(), beside, script)
                : TemporaryFolder.with("cdhdashboard-explain", folder -> importInto(folder, beside, script));
    }

    /** Statements can be run again where none reads lines that were drawn, whose file is gone by then. */
    private SampleChoice sampleChoice() {
        return explain && !command.commandLine().getParseResult().hasMatchedOption("--sample")
                ? SampleChoice.NONE
                : sample;
    }

    /** The names of {@link SampleChoice} as options are written. */
    static final class Samples implements ITypeConverter<SampleChoice> {
        private static final Map<String, SampleChoice> NAMES = new LinkedHashMap<>();

        static {
            NAMES.put("none", SampleChoice.NONE);
            NAMES.put("without-people", SampleChoice.WITHOUT_PEOPLE);
            NAMES.put("whole", SampleChoice.WHOLE);
        }

        @Override
        public SampleChoice convert(String name) {
            return Optional.ofNullable(NAMES.get(name))
                    .orElseThrow(() -> new TypeConversionException(
                            "\"" + name + "\" is no sample; there are " + String.join(", ", NAMES.keySet())));
        }
    }

    private int importInto(Path data, Terminal terminal, Optional<StatementScript> script) {
        Optional<Path> saved = store.isConfigured() ? Optional.empty() : new BundleConfiguration(data, paths).save();
        saved.ifPresent(file -> terminal.err()
                .println("Note: the configuration that is in " + paths.get(0).getFileName()
                        + " is used for this data folder, as " + file));
        boolean taken = false;
        try {
            taken = importAll(data, terminal, script);
            return taken ? 0 : 1;
        } finally {
            if (!taken) {
                saved.ifPresent(ImportCommand::remove);
            }
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean importAll(Path data, Terminal terminal, Optional<StatementScript> script) {
        try (Workspaces.OpenWorkspace open = workspaces.open(store.configuration(), data)) {
            ProblemLines.summarise(open, terminal);
            boolean complete = true;
            for (Map.Entry<PathKind, List<Path>> kind : byKind(open.workspace()).entrySet()) {
                ImportRequest request = new ImportRequest(
                                kind.getValue(), replace, removeExisting, tables.read(), keepOpen)
                        .with(sampleChoice());
                ImportReporter reporter = new ImportReporter(terminal, script);
                ImportSummary summary = run(importer(open.workspace(), kind.getKey()), request, reporter);
                reporter.table(summary);
                complete = complete && summary.complete();
                if (summary.cancelled()) {
                    break;
                }
            }
            return complete;
        }
    }

    /** Interaction history first. */
    private Map<PathKind, List<Path>> byKind(Workspace workspace) {
        Map<PathKind, List<Path>> byKind = new EnumMap<>(PathKind.class);
        for (Path path : paths) {
            kinds(workspace, path)
                    .forEach(kind -> byKind.computeIfAbsent(kind, none -> new ArrayList<>())
                            .add(path));
        }
        return byKind;
    }

    private Set<PathKind> kinds(Workspace workspace, Path path) {
        if (BundleFiles.holdsCubes(path)) {
            return Set.of(PathKind.INTERACTIONS);
        }
        if (holdings) {
            return Set.of(PathKind.HOLDINGS);
        }
        boolean wanted = !workspace.configured().customerMetrics().isEmpty();
        Configuration configuration = workspace.configured().configuration();
        return configuration
                .holdings()
                .filter(section -> wanted)
                .map(section ->
                        PathKind.of(path, configuration.interactionHistory().files(), section.files()))
                .orElse(Set.of(PathKind.INTERACTIONS));
    }

    private static Importer importer(Workspace workspace, PathKind kind) {
        return kind == PathKind.HOLDINGS ? workspace.holdingsImporter() : workspace.importer();
    }

    /** Imports with progress shown; ends early, with everything unfinished rolled back, when the process is told to end. */
    static ImportSummary run(Importer importer, ImportRequest request, ImportReporter reporter) {
        return ProcessEnd.waitsFor(reporter::cancel, () -> {
            ImportSummary summary = importer.run(request, reporter);
            reporter.finished(summary);
            return summary;
        });
    }
}
