package com.cdhdashboard.bench.process;

import com.cdhdashboard.core.error.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The running server, as a process of its own on this machine alone. */
public final class Server implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final int SECONDS_TO_END = 10;

    private final Process process;
    private final ProcessWatch watch;
    private final URI address;
    private final long started;

    private Server(Process process, URI address, long started) {
        this.process = process;
        this.watch = ProcessWatch.start(process);
        this.address = address;
        this.started = started;
    }

    /** Starts the server and returns when it has said where it listens. */
    public static Server start(List<String> command, Path log) {
        try {
            long started = System.nanoTime();
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            return new Server(process, address(process, log), started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI address(Process process, Path log) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group());
            }
        }
        process.destroy();
        throw new UserException("The server did not start; what it said is in " + log);
    }

    public URI address() {
        return address;
    }

    /** Seconds since just before the process was started. */
    public double secondsSinceStart() {
        return (System.nanoTime() - started) / 1e9;
    }

    /** Milliseconds of processor time the server has used so far; 0 where the system does not tell. */
    public double processorMilliseconds() {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e6;
    }

    /** The largest resident memory so far; absent where the system does not tell. */
    public OptionalInt peakMegabytes() {
        return watch.megabytes();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
