package com.cdhdashboard.app.start;

import com.cdhdashboard.app.cli.Program;
import com.cdhdashboard.app.cli.Terminal;
import com.cdhdashboard.duckdb.EngineLibrary;
import java.util.Optional;
import java.util.Set;

/** Where the program starts. */
public final class Main {
    /** The commands that open a store, as soon as they have read options and configuration. */
    private static final Set<String> WITH_ENGINE = Set.of("run", "demo", "import", "query", "report");

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        Optional<Thread> library =
                args.length > 0 && WITH_ENGINE.contains(args[0]) ? Optional.of(EngineLibrary.load()) : Optional.empty();
        int status = Program.run(new StoreWorkspaces(), Terminal.system(), args);
        if (library.isPresent()) {
            library.get().join();
        }
        System.exit(status);
    }
}
