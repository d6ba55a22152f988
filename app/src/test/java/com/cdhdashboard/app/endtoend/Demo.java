package com.cdhdashboard.app.endtoend;

import com.cdhdashboard.app.start.DataFolder;
import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.assistant.scripted.ScriptedModels;
import com.cdhdashboard.assistant.settings.ModelFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The demo as {@code cdhdashboard demo} shows it, only smaller: export, store and server. */
final class Demo implements AutoCloseable {
    private static final Path CONFIGURATION = Path.of("demo");

    private final Path folder;
    private final DemoExport export;
    private final InstalledProgram.Server server;
    private final ScriptedModels models;

    private Demo(Path folder, DemoExport export, InstalledProgram.Server server, ScriptedModels models) {
        this.folder = folder;
        this.export = export;
        this.server = server;
        this.models = models;
    }

    static Demo start() {
        try {
            Path folder = Files.createTempDirectory("cdhdashboard-demo").toRealPath();
            DemoExport export = DemoExport.make(folder.resolve("export"), "zip");
            Path data = folder.resolve("data");
            export.importInto(data, CONFIGURATION);
            export.importHoldingsInto(data, CONFIGURATION);
            ScriptedModels models = ScriptedModels.start();
            return new Demo(folder, export, serve(data, folder, models), models);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves another store with the configuration of the demo. */
    static InstalledProgram.Server serve(Path data, Path root) {
        return InstalledProgram.serve(Optional.of(CONFIGURATION), data, List.of(root));
    }

    private static InstalledProgram.Server serve(Path data, Path folder, ScriptedModels scripted) throws IOException {
        Path file = Files.writeString(folder.resolve("models.toml"), scripted.file());
        Models models = Models.of(ModelFile.read(file), name -> Optional.empty(), Optional.empty(), Clock.systemUTC());
        return InstalledProgram.serve(Optional.of(CONFIGURATION), data, List.of(folder), models);
    }

    /** The models that its chats ask. */
    ScriptedModels models() {
        return models;
    }

    /** The only file of that name. */
    Path file(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.endsWith(name)).findFirst().orElseThrow();
        }
    }

    String url() {
        return server.url();
    }

    DemoExport export() {
        return export;
    }

    @Override
    public void close() throws IOException {
        server.close();
        models.close();
        DataFolder.delete(folder);
    }
}
