package com.cdhdashboard.app.page.imports;

import com.cdhdashboard.app.imports.JobView;
import com.cdhdashboard.app.view.NumberText;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportSummary;
import java.util.List;
import java.util.Locale;

/** Writes a job out for the page. */
final class JobPanels {
    private JobPanels() {}

    /** What the page gives to a job: the token of its forms, and the address that tells how the job goes on. */
    record Place(String token, String nextUrl) {}

    static ImportPage.JobPanel of(JobView job, Place place) {
        ImportProgress progress = job.progress();
        ImportPage.Pace pace = new ImportPage.Pace(
                NumberText.count(progress.filesDone()) + " of " + NumberText.count(progress.filesTotal()),
                NumberText.count(progress.rows()),
                job.rowsPerSecond().isPresent()
                        ? NumberText.count(Math.round(job.rowsPerSecond().getAsDouble())) + " rows/s"
                        : "",
                NumberText.duration(job.summary().map(ImportSummary::elapsed).orElse(progress.elapsed())),
                job.remaining().map(NumberText::duration).orElse(""));
        return new ImportPage.JobPanel(
                job,
                job.state().name().toLowerCase(Locale.ROOT),
                job.share().isPresent() ? (int) Math.floor(100 * job.share().getAsDouble()) : -1,
                pace,
                job.summary().map(JobPanels::lines).orElse(List.of()),
                job.summary().map(ImportSummary::notes).orElse(List.of()),
                job.summary().flatMap(ImportSummary::rejectedRows).isPresent(),
                place.token(),
                place.nextUrl());
    }

    private static List<ImportPage.FileLine> lines(ImportSummary summary) {
        return summary.files().stream().map(JobPanels::line).toList();
    }

    private static ImportPage.FileLine line(FileSummary file) {
        List<String> counts = List.of(
                NumberText.count(file.read()),
                NumberText.count(file.filtered()),
                NumberText.count(file.repeated()),
                NumberText.count(file.rejected()),
                NumberText.count(file.kept()));
        return new ImportPage.FileLine(
                file.file(), file.status().name().toLowerCase(Locale.ROOT), counts, file.message());
    }
}
