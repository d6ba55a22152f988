package com.cdhdashboard.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Reference data beside the project; a test that asks for a file is skipped where there is none. */
public final class SharedData {
    private static final String PROPERTY = "cdhdashboard.shared";

    private SharedData() {}

    public static Path file(String path) {
        Path file = Path.of(System.getProperty(PROPERTY, "")).resolve("data").resolve(path);
        Assumptions.assumeTrue(Files.exists(file), () -> "reference data are absent: " + file);
        return file;
    }

    public static JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(file(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of a CSV file without quoting, its heading left out. */
    public static List<String[]> csv(String path) {
        try {
            return Files.readAllLines(file(path)).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
