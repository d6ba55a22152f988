package com.cdhdashboard.app.page.imports;

import com.cdhdashboard.app.imports.JobView;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.SizeText;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.metric.answer.UncountedOutcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a job out for the page. */
final class JobPanels {
    private JobPanels() {}

    /**
     * What the page gives to a job: the token of its forms, the address that tells how the job goes on, the file of
     * which rejected rows are asked for, and where outcomes are listed that count nowhere.
     */
    record Place(String token, String nextUrl, Optional<String> rejectedOf, String outcomesUrl) {}

    static ImportPage.JobPanel of(JobView job, Place place) {
        ImportProgress progress = job.progress();
        ImportPage.Pace pace = new ImportPage.Pace(
                job.summary()
                        .map(summary -> NumberText.count(summary.files().size()))
                        .orElseGet(() -> NumberText.count(progress.filesDone()) + " of "
                                + NumberText.count(progress.filesTotal())),
                NumberText.count(job.summary().map(JobPanels::rowsRead).orElse(progress.rows())),
                job.running() && job.rowsPerSecond().isPresent()
                        ? NumberText.count(Math.round(job.rowsPerSecond().getAsDouble())) + " rows/s"
                        : "",
                SizeText.duration(job.summary().map(ImportSummary::elapsed).orElse(progress.elapsed())),
                job.remaining().map(SizeText::duration).orElse(""));
        return new ImportPage.JobPanel(
                job,
                job.state().name().toLowerCase(Locale.ROOT),
                job.share().isPresent() ? (int) Math.floor(100 * job.share().getAsDouble()) : -1,
                verdict(job),
                pace,
                job.summary().map(summary -> lines(job, summary)).orElse(List.of()),
                job.summary().map(ImportSummary::notes).orElse(List.of()).stream()
                        .map(note -> note(note, place.outcomesUrl()))
                        .toList(),
                job.summary()
                        .flatMap(ImportSummary::rejectedRows)
                        .map(file -> RejectedRowsView.of(file, place.rejectedOf()))
                        .orElse(List.of()),
                place.token(),
                place.nextUrl());
    }

    private static ImportPage.Note note(String text, String outcomesUrl) {
        return new ImportPage.Note(
                text,
                UncountedOutcomes.isNote(text)
                        ? Optional.of(new ImportPage.Crumb("Choose what they count as", outcomesUrl))
                        : Optional.empty());
    }

    /** Of all files, also of those that were handed over to another importer, which counts anew. */
    private static long rowsRead(ImportSummary summary) {
        return summary.files().stream().mapToLong(FileSummary::read).sum();
    }

    private static ImportPage.Verdict verdict(JobView job) {
        return switch (job.state()) {
            case RUNNING, CANCELLING -> new ImportPage.Verdict("Importing", "plain", List.of());
            case CANCELLED -> new ImportPage.Verdict("Cancelled", "warn", links(job));
            case FAILED ->
                new ImportPage.Verdict(
                        job.summary().isPresent() ? "Nothing was imported" : "Import failed", "bad", List.of());
            case DONE -> done(job);
        };
    }

    private static ImportPage.Verdict done(JobView job) {
        ImportSummary.Outcome outcome =
                job.summary().map(ImportSummary::outcome).orElse(ImportSummary.Outcome.NOTHING);
        return switch (outcome) {
            case IMPORTED -> new ImportPage.Verdict("Imported", "good", links(job));
            case PARTLY -> new ImportPage.Verdict("Imported in part", "warn", links(job));
            case UNCHANGED -> new ImportPage.Verdict("Nothing new", "plain", links(job));
            case NOTHING -> new ImportPage.Verdict("Nothing was imported", "warn", List.of());
        };
    }

    /** By the kinds of the files that count, which need not be the kind that was chosen. */
    private static List<ImportPage.Crumb> links(JobView job) {
        Set<String> handedOver = job.summary().stream()
                .flatMap(summary -> summary.ofOtherKind().stream())
                .map(SourceFile::name)
                .collect(Collectors.toSet());
        Set<Boolean> holdings = job.summary().stream()
                .flatMap(summary -> summary.files().stream())
                .filter(file -> file.status().counts() || file.status() == FileSummary.Status.UNCHANGED)
                .map(file -> job.source().holdings() != handedOver.contains(file.file()))
                .collect(Collectors.toSet());
        List<ImportPage.Crumb> links = new ArrayList<>();
        if (holdings.contains(false)) {
            links.add(new ImportPage.Crumb("Open the dashboard", Urls.DASHBOARD));
        }
        if (holdings.contains(true)) {
            links.add(new ImportPage.Crumb("Open the CLV page", Urls.CLV));
        }
        return links;
    }

    private static List<ImportPage.FileLine> lines(JobView job, ImportSummary summary) {
        return summary.files().stream()
                .map(file -> line(file, job.source().holdings()))
                .toList();
    }

    private static ImportPage.FileLine line(FileSummary file, boolean holdings) {
        List<String> counts = List.of(
                NumberText.count(file.read()),
                NumberText.count(file.filtered()),
                NumberText.count(file.repeated()),
                NumberText.count(file.rejected()),
                NumberText.count(file.kept()));
        return new ImportPage.FileLine(
                file.file(),
                file.status().label(),
                tone(file.status()),
                counts,
                file.rejected() > 0 ? Urls.rejectedOf(file.file(), holdings) : "",
                file.message());
    }

    private static String tone(FileSummary.Status status) {
        return switch (status) {
            case IMPORTED -> "good";
            case PARTLY, EMPTY, CHANGED, OTHER_DATA -> "warn";
            case UNCHANGED -> "plain";
            case FAILED -> "bad";
        };
    }
}
