package com.cdhdashboard.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Watches the largest resident memory of a process. The system counts it itself ({@code VmHWM}), so that only what
 * happens between the last look and the end is missed. Systems without {@code /proc} give nothing.
 */
final class PeakMemory implements Runnable {
    private static final int MILLIS_BETWEEN_LOOKS = 20;
    private static final String LINE = "VmHWM:";

    private final Process process;
    private final Path status;
    private volatile long kilobytes;

    PeakMemory(Process process) {
        this.process = process;
        this.status = Path.of("/proc", Long.toString(process.pid()), "status");
    }

    @Override
    public void run() {
        while (process.isAlive() && look()) {
            try {
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean look() {
        try {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(LINE))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .forEach(peak -> kilobytes = Math.max(kilobytes, peak));
            return true;
        } catch (IOException e) {
            // No such system, or the process has just ended.
            return false;
        }
    }

    OptionalInt megabytes() {
        return kilobytes == 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(kilobytes >> 10));
    }
}
