package com.cdhdashboard.duckdb.imports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reference data beside the project. */
final class SharedData {
    private SharedData() {}

    /** A file or folder of the data; without it the test is skipped. */
    static Path at(String path) {
        Path place =
                Path.of(System.getProperty("cdhdashboard.shared", ""), "data").resolve(path);
        assumeTrue(Files.exists(place), "skipped: there are no reference data at " + place);
        return place;
    }

    static JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(at(path).toFile());
    }

    /** The values of each line after the heading. */
    static List<String[]> csv(String path) throws IOException {
        return Files.readAllLines(at(path)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
