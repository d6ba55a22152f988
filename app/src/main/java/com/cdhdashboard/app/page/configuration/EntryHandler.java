package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.configuration.Draft;
import com.cdhdashboard.app.configuration.Saving;
import com.cdhdashboard.app.page.configuration.entries.Cells;
import com.cdhdashboard.app.page.configuration.entries.CountedOtherwise;
import com.cdhdashboard.app.page.configuration.entries.FreeName;
import com.cdhdashboard.app.page.configuration.entries.Preview;
import com.cdhdashboard.app.page.configuration.entries.ReportLibrary;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.app.view.AskedReport;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.configured.AdHocReport;
import com.cdhdashboard.core.report.configured.SavedReport;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/**
 * What is shown of single metrics and reports of drafts beside their forms: reports as they are drawn, and how many cells
 * metrics would have. Takes reports over into drafts as their pages show them.
 */
public final class EntryHandler {
    private static final String REPORTS = "reports";

    private final Workspace workspace;
    private final Authoring authoring;
    private final Templates templates;
    private final CheckedTexts texts;

    EntryHandler(Workspace workspace, Authoring authoring, Templates templates, CheckedTexts texts) {
        this.workspace = workspace;
        this.authoring = authoring;
        this.templates = templates;
        this.texts = texts;
    }

    /** A report of a draft over the data that are imported, as a part of the page. */
    public void preview(Context context) {
        Respond.html(context, templates.render("part/configuration/preview", drawn(context)));
    }

    private Preview drawn(Context context) {
        Configuration draft = asked(context);
        return draft.report(item(context))
                .map(report -> drawn(report, draft, Snapshots.of(context, workspace)))
                .orElseGet(
                        () -> Preview.refused("The report or its metric has errors, which are marked beside its keys."
                                + " Once they are mended, it is drawn here."));
    }

    private static Preview drawn(ReportConfig report, Configuration draft, Snapshot now) {
        ReportView view = now.reports().draft(report, List.of());
        return CountedOtherwise.is(report.metric(), draft, now.configuration())
                ? Preview.ofChanged(report.metric(), view)
                : Preview.of(view);
    }

    /** How many cells a metric of a draft would have, as a part of the page. */
    public void cells(Context context) {
        Configuration configuration = asked(context);
        Cells cells = Metrics.of(configuration).stream()
                .filter(metric -> metric.name().equals(item(context)))
                .findFirst()
                .map(metric -> Cells.of(
                        workspace
                                .sample()
                                .cells(
                                        configuration,
                                        metric.grain(),
                                        metric.config().common().filter()),
                        metric.config().common().groupBy()))
                .orElse(Cells.NONE);
        Respond.html(context, templates.render("part/configuration/cells", cells));
    }

    private static String item(Context context) {
        return Optional.ofNullable(context.queryParam("item")).orElse("");
    }

    private Configuration asked(Context context) {
        return read(
                authoring.text(Optional.ofNullable(context.queryParam("draft")).orElse("")));
    }

    private Configuration read(String text) {
        return texts.of(text).loaded().configuration();
    }

    /** Writes a report as its page shows it into a draft, in its place or as another, and leads to its builder. */
    public void take(Context context) {
        Optional<Draft> open = authoring
                .drafts()
                .find(Optional.ofNullable(context.formParam("draft")).orElse(""));
        TomlText text = TomlText.of(open.map(Draft::text).orElseGet(authoring::applied));
        Taken taken = "question".equals(context.formParam("as")) ? asked(context, text) : configured(context, text);
        Draft draft = open.orElseGet(() -> authoring.drafts().create(text.text()));
        Saving saving = authoring
                .drafts()
                .save(draft.id(), draft.revision(), taken.text().text());
        if (!(saving instanceof Saving.Saved)) {
            throw new UserException("The draft was changed in another window meanwhile; do it once more");
        }
        context.redirect(Urls.taken(draft.id(), taken.name(), taken.isNew()), HttpStatus.SEE_OTHER);
    }

    /** A text with a report in it, and the name of that. */
    private record Taken(TomlText text, String name, boolean isNew) {}

    private Taken configured(Context context, TomlText text) {
        String report = Optional.ofNullable(context.formParam("report")).orElse("");
        boolean other = "copy".equals(context.formParam("as"));
        ViewState state = ViewState.parse(context.queryParamMap());
        String name = other ? FreeName.of(report, ReportLibrary.names(text)) : report;
        TomlText ready = other ? text.copy(List.of(REPORTS, report), name) : text;
        return new Taken(
                SavedReport.of(ready, read(ready.text()), new ReportRequest(name, state.choices(), state.filters())),
                name,
                other);
    }

    /** One that no configuration has yet. */
    private Taken asked(Context context, TomlText text) {
        AdHocReport report = AskedReport.of(read(text.text()), context.queryParamMap(), Optional.empty())
                .report()
                .checked();
        String name = FreeName.of(report.report().metric() + "_report", ReportLibrary.names(text));
        return new Taken(report.writeTo(text, name), name, true);
    }
}
