package com.cdhdashboard.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.app.fixture.FixtureImporter;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.Importer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ImportJobsTest {
    private static final JobView.Source DATA = new JobView.Source("data", false);
    private static final ImportRequest REQUEST = new ImportRequest(List.of(Path.of("data.zip")), false, false);

    private static ImportJobs jobs(Importer importer) {
        return new ImportJobs(() -> importer, Clock.systemUTC());
    }

    private static JobView run(ImportJobs jobs, ImportRequest request) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        jobs.start(request, DATA, ended::countDown);
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        return jobs.current().orElseThrow();
    }

    @Test
    void aJobEndsWithItsSummaryAndIsRemembered() throws InterruptedException {
        try (ImportJobs jobs = jobs(new FixtureImporter())) {
            JobView job = run(jobs, REQUEST);
            assertThat(job.state()).isEqualTo(JobView.State.DONE);
            assertThat(job.progress().rows()).isEqualTo(260_000);
            assertThat(job.summary().orElseThrow().files()).hasSize(2);
        }
    }

    @Test
    void aSecondJobIsRefusedWhileOneRuns() throws InterruptedException {
        FixtureImporter importer = new FixtureImporter();
        importer.setSteps(1000);
        CountDownLatch ended = new CountDownLatch(1);
        try (ImportJobs jobs = jobs(importer)) {
            jobs.start(REQUEST, DATA, ended::countDown);
            assertThatThrownBy(() -> jobs.start(REQUEST, DATA, () -> {}))
                    .isInstanceOf(UserException.class)
                    .hasMessage("An import is running already; wait for its end or cancel it first");
            jobs.cancel();
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(jobs.current().orElseThrow().state()).isEqualTo(JobView.State.CANCELLED);
            importer.setSteps(1);
            assertThat(run(jobs, REQUEST).state()).isEqualTo(JobView.State.DONE);
        }
    }

    @Test
    void aUsersMistakeIsSaidInItsOwnWords() throws InterruptedException {
        try (ImportJobs jobs = jobs(new FixtureImporter())) {
            JobView job = run(jobs, new ImportRequest(List.of(Path.of("data.fail")), false, false));
            assertThat(job.state()).isEqualTo(JobView.State.FAILED);
            assertThat(job.error()).contains("no file below the folder matches \"**/*.json\"");
        }
    }

    @Test
    void anInternalErrorLeavesOnlyAnId() throws InterruptedException {
        Importer failing = (request, listener) -> {
            throw new IllegalStateException("secret");
        };
        try (ImportJobs jobs = jobs(failing)) {
            assertThat(run(jobs, REQUEST).error().orElseThrow())
                    .matches(
                            "The import failed for a reason inside the program; the log has it under error [0-9a-f]{8}\\."
                                    + " Nothing of the unfinished batch was kept\\.");
        }
    }

    @Test
    void theRestIsTakenToGoAsFastAsWhatIsDone() {
        ImportProgress progress = new ImportProgress("Reading", 1, 4, 1000, 25, 100, Duration.ofSeconds(10));
        JobView job =
                new JobView(DATA, Instant.EPOCH, JobView.State.RUNNING, progress, Optional.empty(), Optional.empty());
        assertThat(job.share()).hasValue(0.25);
        assertThat(job.rowsPerSecond()).hasValue(100);
        assertThat(job.remaining()).contains(Duration.ofSeconds(30));
    }

    @Test
    void nothingIsForetoldBeforeTheBytesAreKnown() {
        ImportProgress progress = new ImportProgress("Finding files", 0, 0, 0, 0, 0, Duration.ZERO);
        JobView job =
                new JobView(DATA, Instant.EPOCH, JobView.State.RUNNING, progress, Optional.empty(), Optional.empty());
        assertThat(job.share()).isEmpty();
        assertThat(job.rowsPerSecond()).isEmpty();
        assertThat(job.remaining()).isEmpty();
    }
}
