package com.cdhdashboard.app.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;

/** The small exports beside the code, see {@code testdata/README.md}. */
final class TestData {
    private TestData() {}

    /** A file or folder of the test data. */
    static Path path(String first, String... more) {
        Path path = Path.of(System.getProperty("cdhdashboard.testdata", "testdata"), first);
        for (String name : more) {
            path = path.resolve(name);
        }
        if (Files.notExists(path)) {
            throw new IllegalArgumentException("there is no test data " + path);
        }
        return path;
    }
}
