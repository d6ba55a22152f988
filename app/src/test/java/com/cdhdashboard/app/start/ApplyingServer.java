package com.cdhdashboard.app.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cdhdashboard.app.configuration.ConfigurationApply;
import com.cdhdashboard.app.configuration.ConfigurationApply.Order;
import com.cdhdashboard.app.imports.ImportJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A server in a process of its own that applies a configuration and then waits to be killed. */
final class ApplyingServer {
    private ApplyingServer() {}

    /** Arguments: the configuration, the data folder, a file with the text to apply. */
    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[1]);
        InstalledProgram.Server server = InstalledProgram.serve(Optional.of(Path.of(args[0])), data, List.of());
        ConfigurationApply apply = server.workspace().apply().orElseThrow();
        String text = new String(Files.readAllBytes(Path.of(args[2])), UTF_8);
        ImportJobs jobs = new ImportJobs(() -> server.workspace().importer(), Clock.systemUTC());
        System.out.println("applying");
        apply.apply(new Order(text, apply.served().hash(), false), jobs, served -> System.out.println("applied"));
    }
}
