package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Imports exports of interaction history. Files imported before are left alone; Ctrl+C ends the"
                + " import, and what is committed by then stays. The exit code is 0 only if every file is imported.")
final class ImportCommand implements Callable<Integer> {
    private static final int SECONDS_TO_ROLL_BACK = 10;

    private final Workspaces workspaces;
    private final Terminal terminal;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(
            names = "--replace",
            description = "A file that changed since it was imported takes the place of what it gave before.")
    private boolean replace;

    @Option(names = "--remove-existing", description = "Remove everything imported before, first.")
    private boolean removeExisting;

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
        try (Workspaces.OpenWorkspace open = workspaces.open(store.configuration(), store.data())) {
            ProblemLines.summarise(open.workspace(), terminal);
            ImportRequest request = new ImportRequest(paths, replace, removeExisting);
            ImportReporter reporter = new ImportReporter(terminal);
            ImportSummary summary = run(open.workspace(), request, reporter);
            reporter.table(summary);
            return summary.complete() ? 0 : 1;
        }
    }

    /** Imports with progress shown; ends early, with everything unfinished rolled back, when the process is told to end. */
    static ImportSummary run(Workspace workspace, ImportRequest request, ImportReporter reporter) {
        CountDownLatch done = new CountDownLatch(1);
        Thread ending = new Thread(() -> {
            reporter.cancel();
            awaitQuietly(done);
        });
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            ImportSummary summary = workspace.importer().run(request, reporter);
            reporter.finished(summary);
            return summary;
        } finally {
            done.countDown();
            forget(ending);
        }
    }

    private static void awaitQuietly(CountDownLatch done) {
        try {
            boolean rolledBack = done.await(SECONDS_TO_ROLL_BACK, TimeUnit.SECONDS);
            assert rolledBack : "the store rolls back at its next start";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook has done its work.
            Thread.currentThread().interrupt();
        }
    }
}
