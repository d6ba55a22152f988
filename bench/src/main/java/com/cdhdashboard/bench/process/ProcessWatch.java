package com.cdhdashboard.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Watches the largest resident memory of a process and the processor time of all its threads. The system counts both
 * itself, so that only what happens between the last look and the end is missed. Systems without {@code /proc} tell no
 * memory.
 */
final class ProcessWatch implements Runnable {
    private static final int MILLIS_BETWEEN_LOOKS = 20;
    private static final String LINE = "VmHWM:";

    private final Process process;
    private final Path status;
    private volatile long kilobytes;
    private volatile double processorSeconds;

    private ProcessWatch(Process process) {
        this.process = process;
        this.status = Path.of("/proc", Long.toString(process.pid()), "status");
    }

    @Override
    public void run() {
        while (process.isAlive()) {
            look();
            try {
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void look() {
        process.info().totalCpuDuration().ifPresent(used -> processorSeconds = used.toNanos() / 1e9);
        try {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(LINE))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .forEach(peak -> kilobytes = Math.max(kilobytes, peak));
        } catch (IOException e) {
            // No such system, or the process has just ended: what was seen before stands.
        }
    }

    /** Starts watching in a thread that does not keep the program alive. */
    static ProcessWatch start(Process process) {
        ProcessWatch watch = new ProcessWatch(process);
        Thread watcher = new Thread(watch, "process-watch");
        watcher.setDaemon(true);
        watcher.start();
        return watch;
    }

    /** 0 where the system does not tell. */
    double processorSeconds() {
        return processorSeconds;
    }

    OptionalInt megabytes() {
        return kilobytes == 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(kilobytes >> 10));
    }
}
