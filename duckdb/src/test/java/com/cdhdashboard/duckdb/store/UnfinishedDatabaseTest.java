package com.cdhdashboard.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.duckdb.EngineLimits;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs are killed at any moment, also while the engine makes its file. */
class UnfinishedDatabaseTest {
    private StoreFolder folder;

    @BeforeEach
    void setFolder(@TempDir Path temp) {
        folder = new StoreFolder(temp);
    }

    private StagingDatabase open() {
        return StagingDatabase.open(folder, EngineLimits.forImporting(512), List.of());
    }

    private void cut(long bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.database().toFile(), "rw")) {
            assertThat(file.length()).isGreaterThan(bytes);
            file.setLength(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 4096, 8192})
    void aFileThatWasBegunIsMadeAnew(long bytes) throws IOException {
        open().close();
        cut(bytes);

        try (StagingDatabase database = open()) {
            assertThat(database.version()).isZero();
            assertThat(database.salt()).hasSize(32);
        }
    }

    @Test
    void anEmptyDatabaseIsKept() {
        String salt;
        try (StagingDatabase database = open()) {
            salt = database.salt();
        }
        try (StagingDatabase database = open()) {
            assertThat(database.salt()).isEqualTo(salt);
        }
    }
}
