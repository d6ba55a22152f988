package com.cdhdashboard.app.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Exports and configurations too large or not ours to keep beside the code. */
final class SharedData {
    private SharedData() {}

    /** A folder of the shared data; without it the test is skipped. */
    static Path folder(String... names) {
        Path folder = Path.of(System.getProperty("cdhdashboard.shared", "shared"), "data");
        for (String name : names) {
            folder = folder.resolve(name);
        }
        assumeTrue(Files.isDirectory(folder), "skipped: there is no folder " + folder);
        return folder;
    }
}
