package com.cdhdashboard.app.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed while it applies a configuration is found with the old one or the new one. */
class KilledApplyTest {
    private static final String OLD = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*.zip"
            late_outcome_days = 1

            [metrics]
            global_filters = ["Channel"]

            [metrics.engagement]
            group_by = ["Day"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.descriptive]
            group_by = ["Day"]
            columns = ["Propensity"]
            scores = ["Mean"]
            """;
    private static final String NEW = OLD.replace("[\"Clicked\"]", "[\"Clicked\", \"Pending\"]");

    /** By the property there are more moments than a build has the time for. */
    private static final int KILLS = Integer.getInteger("cdhdashboard.test.kills", 8);

    /** Longer than an apply takes; by then it is over, and there is nothing to kill any more. */
    private static final int LONGEST_MILLISECONDS = 1_500;

    @TempDir
    private static Path folder;

    private static String old = "";
    private static String changed = "";

    @BeforeAll
    static void makeExport() throws IOException {
        Path export = folder.resolve("export");
        assertThat(InstalledProgram.run("sample", export, "--days", 4, "--interactions", 200)
                        .code())
                .isZero();
        old = numbers(imported("old", OLD), OLD);
        changed = numbers(imported("new", NEW), NEW);
        assertThat(changed).isNotEqualTo(old);
    }

    private static Path imported(String name, String text) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Files.writeString(own.resolve("ours.toml"), text);
        importInto(own);
        return own;
    }

    private static void importInto(Path own) {
        InstalledProgram.Outcome imported = InstalledProgram.run(
                "import",
                "--config",
                own.resolve("ours.toml"),
                "--data",
                own.resolve("data"),
                folder.resolve("export").resolve("interactions"));
        assertThat(imported.code()).as(imported.err()).isZero();
    }

    /** Every cell of every metric, as a start finds them; the text of the configuration must be this one. */
    private static String numbers(Path own, String text) throws IOException {
        assertThat(Files.readString(own.resolve("ours.toml"))).isEqualTo(text);
        StringBuilder numbers = new StringBuilder();
        try (InstalledProgram.Server server =
                InstalledProgram.serve(Optional.of(own.resolve("ours.toml")), own.resolve("data"), List.of())) {
            Workspace.Held held = server.workspace().hold();
            Snapshot now = held.snapshot();
            for (Metric metric : now.metrics()) {
                assertThat(now.cubes().schema(metric.name())).as(metric.name()).isPresent();
                numbers.append(now.cubes()
                        .rollUp(new RollUp(metric.name(), metric.grain(), List.of(), metric.summaries()))
                        .rows());
            }
            held.release().run();
        }
        return numbers.toString();
    }

    @Test
    void aKillLeavesTheOldOrTheNew() throws IOException, InterruptedException {
        Random random = new Random(17);
        for (int kill = 0; kill < KILLS; kill++) {
            int wait = kill == 0 ? 0 : random.nextInt(LONGEST_MILLISECONDS);
            Path own = folder.resolve("killed-" + kill);
            DataFolder.copy(folder.resolve("old"), own);
            killAfter(own, wait);
            String text = Files.readString(own.resolve("ours.toml"));
            assertThat(text).as("killed after %d ms", wait).isIn(OLD, NEW);
            assertThat(numbers(own, text)).as("killed after %d ms", wait).isEqualTo(text.equals(OLD) ? old : changed);
            // And whatever was begun is no hindrance
            importInto(own);
            assertThat(numbers(own, text)).isEqualTo(text.equals(OLD) ? old : changed);
        }
    }

    private static void killAfter(Path own, int milliseconds) throws IOException, InterruptedException {
        Path text = Files.writeString(own.resolve("next.toml"), NEW);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx700m",
                "-Djava.io.tmpdir=" + own,
                "-cp",
                classPath,
                ApplyingServer.class.getName()));
        for (Path path : List.of(own.resolve("ours.toml"), own.resolve("data"), text)) {
            line.add(path.toString());
        }
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        try (BufferedReader said = process.inputReader(UTF_8)) {
            List<String> before = new ArrayList<>();
            String words = said.readLine();
            while (words != null && !words.equals("applying")) {
                before.add(words);
                words = said.readLine();
            }
            assertThat(words).as(String.valueOf(before)).isEqualTo("applying");
            process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
