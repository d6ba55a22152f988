package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cancelled import keeps whole files, says what it left, and is finished by starting it again. */
class CancelledImportTest {
    /** Cancels once so many files are done. */
    private static final class CancelAfter implements ImportListener {
        private final int files;
        private volatile boolean cancelled;

        CancelAfter(int files) {
            this.files = files;
        }

        @Override
        public void progressed(ImportProgress progress) {
            cancelled = cancelled || (progress.stage().equals("reading") && progress.filesDone() >= files);
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void goesOnAfterTheLastWholeFile(int files, @TempDir Path folder) throws IOException {
        OracleViews oracle = OracleViews.find();
        try (TestingStore store = new TestingStore(folder, oracle.configuration())) {
            ImportRequest request = new ImportRequest(List.of(oracle.folder()), false, false);
            ImportSummary cancelled = store.importer().run(request, new CancelAfter(files));
            assertThat(cancelled.cancelled()).isTrue();
            assertThat(cancelled.complete()).isFalse();
            assertThat(cancelled.files()).hasSize(22);
            assertThat(cancelled.files())
                    .filteredOn(file -> file.status() == FileSummary.Status.FAILED)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file.message())
                            .hasValue("cancelled before it was read; import again to read it"));
            assertThat(store.folder().spool()).isEmptyDirectory();

            assertThat(store.add(oracle.folder()).complete()).isTrue();
            oracle.assertMatches(store.configuration(), store.cubes());
        }
    }
}
