package com.cdhdashboard.testdata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The exports, configurations and golden values beside the code, see {@code testdata/README.md}. */
public final class TestData {
    private TestData() {}

    /** A file or folder of the test data. */
    public static Path path(String first, String... more) {
        Path path = Path.of(System.getProperty("cdhdashboard.testdata", "testdata"), first);
        for (String name : more) {
            path = path.resolve(name);
        }
        if (Files.notExists(path)) {
            throw new IllegalArgumentException("there is no test data " + path);
        }
        return path;
    }

    public static JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(path(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of a CSV file without quoting, its heading left out. */
    public static List<String[]> csv(String path) {
        try {
            return Files.readAllLines(path(path)).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
