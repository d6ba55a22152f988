package com.cdhdashboard.duckdb;

/**
 * What an engine instance may use.
 *
 * @param memoryMegabytes of the engine alone; the Java heap comes on top
 */
public record EngineLimits(int threads, int memoryMegabytes) {
    public EngineLimits {
        if (!(threads >= 1 && memoryMegabytes >= 64)) {
            throw new IllegalArgumentException(
                    "at least 1 thread and 64 MB are needed: " + threads + ", " + memoryMegabytes);
        }
    }

    /** For importing, on all cores. */
    public static EngineLimits forImporting(int memoryMegabytes) {
        return new EngineLimits(Runtime.getRuntime().availableProcessors(), memoryMegabytes);
    }

    /** For reading published cubes. */
    public static EngineLimits forReading() {
        return new EngineLimits(Runtime.getRuntime().availableProcessors(), 512);
    }
}
