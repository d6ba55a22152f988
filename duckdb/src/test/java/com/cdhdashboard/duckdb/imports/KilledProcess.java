package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.duckdb.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A Java process of its own that is killed while it works. */
final class KilledProcess {
    private static final String BEGINS = "begins";

    private KilledProcess() {}

    /**
     * Starts a program and kills it.
     *
     * @param temp where the program keeps what the engine's library is unpacked to, as nobody else would remove it
     * @param program which calls {@link #begin} before it works
     * @param millis how long it works
     */
    static void run(Path temp, Class<?> program, List<Path> arguments, long millis)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(temp, program, arguments))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo(BEGINS);
            Thread.sleep(millis);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<String> command(Path temp, Class<?> program, List<Path> arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Stream<String> options = Stream.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temp,
                "-Dcdhdashboard.testdata=" + System.getProperty("cdhdashboard.testdata"),
                "-cp",
                classPath,
                program.getName());
        return Stream.concat(options, arguments.stream().map(Path::toString)).toList();
    }

    /** To be called by the program: it is not worth killing before the engine is there. */
    static void begin() {
        Session.open("jdbc:duckdb:", new Properties()).close();
        System.out.println(BEGINS);
    }
}
