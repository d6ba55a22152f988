package com.cdhdashboard.app.page.configuration.apply;

import com.cdhdashboard.app.configuration.AppliedVersion;
import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.configuration.Draft;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.error.UserException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;

/** Shows the configurations that were applied, and makes a draft of one. */
public final class HistoryHandler {
    private final Authoring authoring;
    private final Frames frames;
    private final Templates templates;

    public HistoryHandler(Authoring authoring, Frames frames, Templates templates) {
        this.authoring = authoring;
        this.frames = frames;
        this.templates = templates;
    }

    public void page(Context context) {
        List<AppliedVersion> versions = authoring.versions().list();
        Optional<AppliedVersion> chosen =
                Optional.ofNullable(context.queryParam("version")).map(this::version);
        HistoryPage page = new HistoryPage(
                frames.frame(context, "Applied configurations", Urls.CONFIGURATION),
                versions.stream()
                        .map(version ->
                                entry(version, chosen.filter(version::equals).isPresent()))
                        .toList(),
                chosen.map(version -> chosen(version, versions)),
                authoring.readOnly());
        Respond.html(context, templates.render("page/history", page));
    }

    private AppliedVersion version(String number) {
        return Optional.of(number)
                .filter(text -> text.matches("[1-9][0-9]{0,17}"))
                .flatMap(text -> authoring.versions().find(Long.parseLong(text)))
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND,
                        "There is no version " + number + " of the configuration any more"));
    }

    private static HistoryPage.Entry entry(AppliedVersion version, boolean shown) {
        return new HistoryPage.Entry(
                version.number(),
                version.time().toString(),
                version.who(),
                version.what(),
                Urls.history(version.number()),
                shown);
    }

    private HistoryPage.Chosen chosen(AppliedVersion version, List<AppliedVersion> versions) {
        Optional<AppliedVersion> before = versions.stream()
                .filter(other -> other.number() < version.number())
                .findFirst();
        String old = before.flatMap(other -> authoring.versions().text(other.number()))
                .orElse("");
        return new HistoryPage.Chosen(
                version.number(),
                before.map(other -> "version " + other.number()).orElse("nothing, as it is the oldest that is kept"),
                Comparison.of(old, text(version)));
    }

    private String text(AppliedVersion version) {
        return authoring.versions().text(version.number()).orElse("");
    }

    /** Makes a draft of a former configuration, to be reviewed and applied. */
    public void restore(Context context) {
        AppliedVersion version =
                version(Optional.ofNullable(context.formParam("version")).orElse(""));
        Draft draft = authoring.drafts().create(authoring.applied());
        authoring.drafts().save(draft.id(), draft.revision(), text(version));
        context.redirect(Urls.review(draft.id()), HttpStatus.SEE_OTHER);
    }
}
