package com.cdhdashboard.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.endtoend.Chromium;
import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.assistant.scripted.ScriptedModels;
import com.cdhdashboard.assistant.settings.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of the guide anew, all or those whose names begin with one of the system property {@code pictures}.
 * The script {@code docs/pictures} runs it; its name does not end in Test, so that no build does.
 */
class TakePictures {
    private static final Path CONFIGURATION = Path.of("demo");
    private static final List<String> WANTED =
            List.of(System.getProperty("pictures", "").split(","));

    @Test
    void ofTheDemo(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data");
        run("sample", folder.resolve("export"));
        run("import", "--config", CONFIGURATION, "--data", data, folder.resolve("export/interactions"));
        run("import", "--config", CONFIGURATION, "--data", data, folder.resolve("export/holdings"));
        try (ScriptedModels models = ScriptedModels.start();
                InstalledProgram.Server server = InstalledProgram.serve(
                        Optional.of(CONFIGURATION), data, List.of(folder), asking(models, folder));
                Chromium chromium = Chromium.start();
                Camera camera = new Camera(chromium, server.url())) {
            for (Picture picture : Pictures.all()) {
                if (wanted(picture.name())) {
                    Files.write(Guide.IMAGES.resolve(picture.file()), camera.take(picture));
                }
            }
            if (ChatPictures.NAMES.stream().anyMatch(TakePictures::wanted)) {
                write(ChatPictures.take(chromium, server.url(), models));
            }
        }
    }

    /** As a server within the house would be named. */
    private static Models asking(ScriptedModels scripted, Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("models.toml"), scripted.file().replace("openai/scripted", "openai/local-model"));
        return Models.of(ModelFile.read(file), name -> Optional.empty(), Optional.empty(), Clock.systemUTC());
    }

    private static void write(Map<String, byte[]> taken) throws IOException {
        for (Map.Entry<String, byte[]> each : taken.entrySet()) {
            Files.write(Guide.IMAGES.resolve(each.getKey() + ".webp"), each.getValue());
        }
    }

    @Test
    void onTheWayToAnOwnDashboard(@TempDir Path folder) throws IOException {
        if (FirstDashboard.NAMES.stream().noneMatch(TakePictures::wanted)) {
            return;
        }
        try (Chromium chromium = Chromium.start()) {
            write(FirstDashboard.walk(chromium, folder));
        }
    }

    private static boolean wanted(String name) {
        return WANTED.stream().anyMatch(name::startsWith);
    }

    private static void run(Object... command) {
        InstalledProgram.Outcome outcome = InstalledProgram.run(command);
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }
}
