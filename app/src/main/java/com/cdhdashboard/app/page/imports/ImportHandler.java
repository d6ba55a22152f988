package com.cdhdashboard.app.page.imports;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.imports.ImportJobs;
import com.cdhdashboard.app.imports.JobView;
import com.cdhdashboard.app.imports.KeptUploads;
import com.cdhdashboard.app.imports.UploadImport;
import com.cdhdashboard.app.imports.Uploads;
import com.cdhdashboard.app.output.FileName;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.security.AllowedRoots;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.SizeText;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.config.read.TableOptionTexts;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.snapshot.Configured;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the import page, takes uploads, starts and cancels jobs. */
public final class ImportHandler {
    private static final String READ_ONLY =
            "This server shows data and changes nothing, as it was started with --read-only: nothing can be imported or"
                    + " deleted here.";
    private static final String NO_IMPORTS =
            "Nothing is imported while demo data are shown. What was imported before stays as it is.";

    private final Workspace workspace;
    private final ImportSources sources;
    private final ImportJobs jobs;
    private final Frames frames;
    private final Templates templates;

    /**
     * Where imports may come from.
     *
     * @param discardUploads whether uploaded files are removed after their import, even where they could be kept
     */
    public record ImportSources(AllowedRoots roots, Uploads uploads, boolean discardUploads) {}

    public ImportHandler(
            Workspace workspace, ImportSources sources, ImportJobs jobs, Frames frames, Templates templates) {
        this.workspace = workspace;
        this.sources = sources;
        this.jobs = jobs;
        this.frames = frames;
        this.templates = templates;
    }

    public void page(Context context) {
        Snapshot now = Snapshots.of(context, workspace);
        boolean offered = !now.customerMetrics().isEmpty();
        boolean holdings = ofHoldings(context);
        long rows = (holdings ? now.holdings() : now.loaded()).rows();
        var frame = frames.frame(context, "Data Import", Urls.IMPORT);
        ImportPage page = new ImportPage(
                frame,
                jobs.current().map(job -> panel(context, job)),
                FolderListing.of(sources.roots(), Optional.ofNullable(context.queryParam("folder")), holdings),
                rows > 0 ? NumberText.count(rows) : "",
                new ImportPage.Limit(
                        sources.uploads().maxBytes(),
                        SizeText.bytes(sources.uploads().maxBytes())),
                filePattern(now.configuration(), holdings),
                new ImportPage.Kind(holdings, offered),
                kept().map(ImportPage.Kept::of),
                frames.readOnly() ? READ_ONLY : now.configured().demo() ? NO_IMPORTS : "");
        Respond.html(context, templates.render("page/import", page));
    }

    private static String filePattern(Configuration configuration, boolean holdings) {
        return configuration
                .holdings()
                .filter(section -> holdings)
                .map(Holdings::files)
                .orElseGet(() -> configuration.interactionHistory().files())
                .filePattern();
    }

    /** The files that are kept, where there are any. */
    private Optional<KeptUploads.Room> kept() {
        return workspace.keptUploads().map(KeptUploads::room).filter(room -> room.files() > 0);
    }

    /** Deletes the uploaded files that were kept; numbers stay as they are. */
    public void deleteKept(Context context) {
        jobs.whileIdle(() -> workspace.keptUploads().ifPresent(KeptUploads::clear));
        context.redirect(Urls.IMPORT, HttpStatus.SEE_OTHER);
    }

    private boolean ofHoldings(Context context) {
        return !Snapshots.of(context, workspace).customerMetrics().isEmpty()
                && Urls.HOLDINGS.equals(context.queryParam(Urls.KIND));
    }

    private ImportPage.JobPanel panel(Context context, JobView job) {
        String next = Urls.importJob(
                ofHoldings(context),
                Optional.ofNullable(context.queryParam("folder")).orElse(""));
        Optional<String> rejectedOf = Optional.ofNullable(context.queryParam(Urls.REJECTED_OF));
        return JobPanels.of(job, new JobPanels.Place(frames.token(), next, rejectedOf, outcomesUrl(context)));
    }

    /** The outcomes of the first metric that lists some. */
    private String outcomesUrl(Context context) {
        return Snapshots.of(context, workspace).metrics().stream()
                .filter(metric -> metric.responses().isPresent())
                .findFirst()
                .map(metric -> Urls.configuration("metrics", "", metric.name()) + "#outcomes")
                .orElseGet(() -> Urls.configuration("metrics", "", ""));
    }

    /**
     * The job as a part of the page, asked for again and again while it runs. At its end the whole page, in one piece:
     * what is loaded has changed, and a click between two answers would be lost.
     */
    public void job(Context context) {
        Optional<JobView> job = jobs.current();
        if (job.isEmpty()) {
            context.status(HttpStatus.NO_CONTENT);
        } else if (job.get().running()) {
            Respond.html(context, templates.render("part/job", panel(context, job.get())));
        } else {
            context.header("HX-Retarget", "#page").header("HX-Reselect", "#page");
            page(context);
        }
    }

    public void json(Context context) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("roots", sources.roots().roots());
        answer.put("kept_uploads", kept().map(room -> Map.of("files", room.files(), "bytes", room.bytes())));
        answer.put("job", jobs.current().map(JobJson::of));
        Respond.json(context, answer);
    }

    private void refuseBesideDemoData() {
        if (workspace.configured().demo()) {
            throw new UserException(Configured.NO_IMPORTS);
        }
    }

    /** Starts a job from the form, then leads back to the page, which shows it. */
    public void start(Context context) {
        refuseBesideDemoData();
        boolean remove = context.formParam("remove") != null;
        if (remove && context.formParam("remove_confirmed") == null) {
            throw new UserException("Removing existing data was not confirmed; tick both boxes, or neither");
        }
        boolean holdings = Urls.HOLDINGS.equals(context.formParam(Urls.KIND));
        Choices choices = new Choices(
                holdings,
                context.formParam("replace") != null,
                remove,
                tables(context),
                context.formParam("keep_open") != null);
        Optional<String> batch = Optional.ofNullable(context.formParam("batch")).filter(text -> !text.isEmpty());
        if (batch.isPresent()) {
            startUpload(batch.get(), choices);
        } else {
            startFolder(context, choices);
        }
        context.redirect(Urls.imports(holdings), HttpStatus.SEE_OTHER);
    }

    /** What a form says beside where the files are. */
    private record Choices(boolean holdings, boolean replace, boolean remove, TableOptions tables, boolean keepOpen) {
        JobView.Source source(String words) {
            return new JobView.Source(words, holdings);
        }

        ImportRequest request(List<Path> paths) {
            return new ImportRequest(paths, replace, remove, tables, keepOpen);
        }
    }

    private static TableOptions tables(Context context) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : TableOptionTexts.NAMES) {
            texts.put(name, Optional.ofNullable(context.formParam(name)).orElse(""));
        }
        return TableOptionTexts.read(texts);
    }

    private Importer importer(Choices choices) {
        return choices.holdings() ? workspace.holdingsImporter() : workspace.importer();
    }

    private void startUpload(String batch, Choices choices) {
        List<Path> files = sources.uploads().files(batch);
        if (files.isEmpty()) {
            throw new UserException("No file was uploaded; choose at least one");
        }
        ImportRequest request = choices.request(files);
        String source = files.size() == 1
                ? files.get(0).getFileName().toString()
                : NumberText.count(files.size()) + " uploaded files";
        Importer importer = importer(choices);
        jobs.start(
                workspace
                        .keptUploads()
                        .filter(kept -> !sources.discardUploads())
                        .<Importer>map(kept -> new UploadImport(importer, sources.uploads(), kept))
                        .orElse(importer),
                request,
                choices.source(source),
                () -> sources.uploads().remove(batch));
    }

    private void startFolder(Context context, Choices choices) {
        List<Path> files = context.formParams("file").stream()
                .map(sources.roots()::resolve)
                .toList();
        Path folder = sources.roots()
                .resolve(Optional.ofNullable(context.formParam("folder")).orElse(""));
        ImportRequest request = choices.request(files.isEmpty() ? List.of(folder) : files);
        String source = files.isEmpty()
                ? folder.toString()
                : files.size() == 1 ? files.get(0).toString() : files.size() + " files of " + folder;
        jobs.start(importer(choices), request, choices.source(source), () -> {});
    }

    public void cancel(Context context) {
        jobs.cancel();
        boolean holdings = jobs.current().map(job -> job.source().holdings()).orElse(false);
        context.redirect(Urls.imports(holdings), HttpStatus.SEE_OTHER);
    }

    /** Opens a batch of uploads. */
    public void openUpload(Context context) {
        refuseBesideDemoData();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("batch", sources.uploads().open());
        answer.put("max_bytes", sources.uploads().maxBytes());
        Respond.json(context.status(HttpStatus.CREATED), answer);
    }

    /** Takes one file, the body of the request, and streams it to disk. */
    public void upload(Context context) {
        long announced = context.req().getContentLengthLong();
        String name = Optional.ofNullable(context.queryParam("name")).orElse("");
        if (announced > sources.uploads().maxBytes()) {
            throw new UserException("\"" + name + "\" has " + SizeText.bytes(announced) + ", uploads may have "
                    + SizeText.bytes(sources.uploads().maxBytes())
                    + "; import it from a folder of the server instead");
        }
        long bytes = sources.uploads().add(context.pathParam("batch"), name, context.bodyInputStream());
        Respond.json(context.status(HttpStatus.CREATED), Map.of("bytes", bytes));
    }

    /** The rejected rows of the last job. */
    public void rejected(Context context) {
        Path file = jobs.current()
                .flatMap(JobView::summary)
                .flatMap(ImportSummary::rejectedRows)
                .filter(Files::isRegularFile)
                .orElseThrow(() ->
                        new UserException(UserException.Kind.NOT_FOUND, "The last import has left no rejected rows"));
        try {
            FileName name = FileName.kept(file.getFileName().toString());
            context.contentType("application/octet-stream")
                    .header(Respond.DISPOSITION, name.attachment())
                    .result(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
