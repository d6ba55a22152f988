package com.cdhdashboard.app.endtoend;

import com.cdhdashboard.app.start.Main;
import com.cdhdashboard.duckdb.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, which can be ended by a signal and has a limit on the size of files it may write. */
final class StartedProgram {
    static final long NO_LIMIT = 1L << 40;
    private static final int LONGEST_SECONDS = 180;

    private final Process process;
    private final Path said;

    private StartedProgram(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /**
     * Starts the program.
     *
     * @param folder for what it says and the engine's library, which nobody else would remove
     */
    static StartedProgram start(Path folder, long mostBytes, Object... args) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath,
                Limited.class.getName(),
                String.valueOf(mostBytes)));
        Arrays.stream(args).map(String::valueOf).forEach(line::add);
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new StartedProgram(process, said);
    }

    /** The exit code, once the program has ended. */
    int await() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("the program does not end");
        }
        return process.exitValue();
    }

    /** What it has said so far. */
    String said() throws IOException {
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    boolean runs() {
        return process.isAlive();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Limits itself once the engine's library is unpacked, which is larger than what imports write. */
    static final class Limited {
        private Limited() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            Session.open("jdbc:duckdb:", new Properties()).close();
            if (Long.parseLong(args[0]) != NO_LIMIT) {
                String own = String.valueOf(ProcessHandle.current().pid());
                new ProcessBuilder("prlimit", "--pid", own, "--fsize=" + args[0])
                        .inheritIO()
                        .start()
                        .waitFor();
            }
            Main.main(Arrays.copyOfRange(args, 1, args.length));
        }
    }
}
