package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.format.ContentHash;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.store.StagingDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of the first version tells files by what it kept of them, and goes on knowing these. */
class FirstStoresTest {
    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*"

            [metrics.engagement]
            group_by = ["Channel"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            """;

    @TempDir
    private Path temp;

    @Test
    void theirFilesAreKnownUnderAnyName() throws IOException {
        TestingExport export = new TestingExport();
        export.add(1, "Clicked", Map.of("ModelControlGroup", "Test"));
        export.add(1, "Impression", Map.of("ModelControlGroup", "Test"));
        Path file = export.writeTo(temp.resolve("export")).get(0);
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            assertThat(store.add(file).files().get(0).status()).isEqualTo(FileSummary.Status.IMPORTED);
            enterAsFirstStores(store, ContentHash.of(file, "export", () -> {}));

            Path renamed = Files.copy(file, temp.resolve("renamed.json"));
            assertThat(store.add(file).files().get(0).status()).isEqualTo(FileSummary.Status.UNCHANGED);
            FileSummary again = store.add(renamed).files().get(0);
            assertThat(again.status()).isEqualTo(FileSummary.Status.UNCHANGED);
            assertThat(again.message()).contains("the same content was imported as " + file.getFileName());
        }
    }

    private static void enterAsFirstStores(TestingStore store, ContentHash hash) {
        try (StagingDatabase database =
                StagingDatabase.open(store.folder(), EngineLimits.forImporting(512), List.of())) {
            assertThat(database.session().first("SELECT hash FROM files", row -> row.getString(1)))
                    .contains(hash.sha256());
            database.session().update("UPDATE files SET hash = ?", hash.ofFirstStores());
        }
    }
}
