package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that cannot be opened, or that ends the engine, fails by its name; those beside it are whole. */
class UnreadableFilesTest {
    /** A bit of the parquet file at which the engine ends itself. */
    private static final int FATAL_BYTE = 3504;

    @TempDir
    Path folder;

    private Path exports;
    private String configuration;

    @BeforeEach
    void copy() throws IOException {
        Path given = TestData.path("cases/52-int-then-double");
        configuration = Files.readString(given.resolve("c.toml"));
        exports = Files.createDirectories(folder.resolve("exports"));
        for (String name : List.of("a.parquet", "b.parquet")) {
            Files.copy(given.resolve("in").resolve(name), exports.resolve(name));
        }
    }

    private TestingStore store() {
        return new TestingStore(folder.resolve("store"), configuration);
    }

    private static FileSummary of(ImportSummary summary, String name) {
        return summary.files().stream()
                .filter(file -> file.file().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertWhole(FileSummary file) {
        assertThat(file.status()).as(file.toString()).isEqualTo(FileSummary.Status.IMPORTED);
        assertThat(file.read()).as(file.toString()).isPositive();
        assertThat(file.rejected()).as(file.toString()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileThatEndsTheEngineFailsAlone(boolean first) throws IOException {
        Path fatal = exports.resolve(first ? "0-fatal.parquet" : "z-fatal.parquet");
        byte[] bytes = Files.readAllBytes(exports.resolve("a.parquet"));
        bytes[FATAL_BYTE] ^= 1;
        Files.write(fatal, bytes);
        try (TestingStore store = store()) {
            ImportSummary summary = store.add(exports);
            assertThat(of(summary, fatal.getFileName().toString()).message())
                    .hasValue(fatal.getFileName()
                            + ": the engine ended itself over it. It is damaged: copy or export it again");
            assertWhole(of(summary, "a.parquet"));
            assertWhole(of(summary, "b.parquet"));
            Files.delete(fatal);
            assertThat(store.add(exports).files())
                    .extracting(FileSummary::status)
                    .containsOnly(FileSummary.Status.UNCHANGED);
        }
    }

    @Test
    void whatCannotBeOpenedFailsAlone() throws IOException {
        Files.createDirectory(exports.resolve("folder.parquet"));
        Files.createSymbolicLink(exports.resolve("gone.parquet"), folder.resolve("nowhere"));
        try (TestingStore store = store()) {
            ImportSummary summary = store.add(exports);
            assertThat(summary.files()).hasSize(3);
            assertThat(of(summary, "gone.parquet").message())
                    .hasValue(
                            "\"gone.parquet\" cannot be read (it is not there, or a link that leads nowhere); check that"
                                    + " it exists and its permissions");
            assertWhole(of(summary, "a.parquet"));
            assertWhole(of(summary, "b.parquet"));
        }
    }
}
