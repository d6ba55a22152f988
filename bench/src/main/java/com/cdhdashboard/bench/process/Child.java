package com.cdhdashboard.bench.process;

import com.cdhdashboard.core.error.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * A process that ran to its end.
 *
 * @param seconds from before its start until it had exited
 * @param processorSeconds of all its threads; 0 where the system does not tell
 * @param output what it wrote
 */
public record Child(double seconds, double processorSeconds, OptionalInt peakMegabytes, String output) {

    /**
     * Runs a process to its end.
     *
     * @param log is overwritten with what the process writes
     * @throws UserException where it does not end with 0
     */
    public static Child run(List<String> command, Path log) {
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            ProcessWatch watch = ProcessWatch.start(process);
            int code = waitFor(process);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (code != 0) {
                throw new UserException("A measured process ended with " + code + "; what it said is in " + log
                        + "; it was: " + String.join(" ", command));
            }
            return new Child(seconds, watch.processorSeconds(), watch.megabytes(), Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new UserException("Interrupted while measuring.");
        }
    }
}
