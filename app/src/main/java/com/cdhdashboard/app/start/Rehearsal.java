package com.cdhdashboard.app.start;

import com.cdhdashboard.app.cli.ConfigurationSource;
import com.cdhdashboard.app.cli.Program;
import com.cdhdashboard.app.cli.ServerAddress;
import com.cdhdashboard.app.cli.Terminal;
import com.cdhdashboard.app.cli.Workspaces;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Does a little of everything that users do, so that the Java machine can keep the classes that this takes for later
 * starts. Called by the start script, after a build.
 */
final class Rehearsal {
    private static final List<String> PAGES = List.of(
            "", "import", "dashboard", "reports", "api/v1/status", "api/v1/metrics/engagement?group_by=Channel");

    private Rehearsal() {}

    /** Argument: an empty folder to work in. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        Path data = folder.resolve("data");
        for (String format : List.of("zip", "parquet")) {
            Path export = folder.resolve(format);
            command("sample", export, "--days", 3, "--interactions", 300, "--format", format);
            command(
                    "import",
                    "--config",
                    "demo",
                    "--data",
                    folder.resolve("from-" + format),
                    export.resolve("interactions"));
        }
        command(
                "import",
                "--config",
                "demo",
                "--data",
                data,
                folder.resolve("zip").resolve("interactions"));
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

    private static void visit(Path data, Path uploads) throws IOException, InterruptedException {
        Workspaces workspaces = new StoreWorkspaces();
        ServerAddress address = new ServerAddress("127.0.0.1", 0, uploads, List.of(), Optional.empty());
        try (Workspaces.OpenWorkspace open = workspaces.open(ConfigurationSource.Packaged.DEMO, data);
                Workspaces.RunningServer server = workspaces.serve(open, address)) {
            URI root = URI.create(server.url() + "/");
            for (String page : PAGES) {
                HttpRequest request = HttpRequest.newBuilder(root.resolve(page)).build();
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
            }
        }
    }
}
