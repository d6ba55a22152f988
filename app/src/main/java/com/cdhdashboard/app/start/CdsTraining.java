package com.cdhdashboard.app.start;

import com.cdhdashboard.app.cli.ConfigurationSource;
import com.cdhdashboard.app.cli.Program;
import com.cdhdashboard.app.cli.ServerAddress;
import com.cdhdashboard.app.cli.Terminal;
import com.cdhdashboard.app.cli.Workspaces;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Does a little of what users do, so that the Java machine can keep the classes that this takes for later starts (class
 * data sharing). Called by the start script, after a build.
 */
final class CdsTraining {
    private static final List<String> PAGES = List.of(
            "", "import", "dashboard", "reports", "api/v1/status", "api/v1/metrics/engagement?group_by=Channel");

    private CdsTraining() {}

    /** Argument: an empty folder to work in. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path export = folder.resolve("export");
        Path data = folder.resolve("data");
        command("sample", export, "--days", 3, "--interactions", 300);
        command("import", "--config", "demo", "--data", data, export.resolve("interactions"));
        command("query", "engagement", "--config", "demo", "--data", data, "--group-by", "Channel", "--format", "json");
        visit(data, folder.resolve("uploads"));
    }

    private static void command(Object... words) {
        String[] args = Arrays.stream(words).map(String::valueOf).toArray(String[]::new);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        int code = Program.run(new StoreWorkspaces(), new Terminal(nowhere, nowhere, false, Optional.empty()), args);
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", args) + " ended with " + code);
        }
    }

    private static void visit(Path data, Path uploads) throws IOException {
        Workspaces workspaces = new StoreWorkspaces();
        ServerAddress address = new ServerAddress("127.0.0.1", 0, uploads, List.of(), Optional.empty());
        try (Workspaces.OpenWorkspace open = workspaces.open(ConfigurationSource.Packaged.DEMO, data);
                Workspaces.RunningServer server = workspaces.serve(List.of(open), address)) {
            URI root = URI.create(server.url() + "/");
            for (String page : PAGES) {
                try (InputStream answer = root.resolve(page).toURL().openStream()) {
                    answer.readAllBytes();
                }
            }
        }
    }
}
