package com.cdhdashboard.app.page.configuration.files;

import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.configuration.Draft;
import com.cdhdashboard.app.output.FileName;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Respond;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Takes and gives drafts as files, and discards them. */
public final class DraftFilesHandler {
    private static final String DRAFT = "draft";
    private static final String FIRST_STEP = "general";

    private final Authoring authoring;

    public DraftFilesHandler(Authoring authoring) {
        this.authoring = authoring;
    }

    public void download(Context context) {
        String text =
                authoring.text(Optional.ofNullable(context.queryParam(DRAFT)).orElse(""));
        Respond.file(
                context,
                FileName.kept("configuration.toml"),
                "application/toml",
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a draft of a file, which is the body of the request. */
    public void upload(Context context) {
        String text = UploadedText.of(context.bodyAsBytes());
        Draft begun = authoring.drafts().create(authoring.applied());
        authoring.drafts().save(begun.id(), begun.revision(), text);
        Respond.json(
                context.status(HttpStatus.CREATED),
                Map.of("url", Respond.mount(context).address(Urls.configuration(FIRST_STEP, begun.id(), ""))));
    }

    /** Saves a draft as a file beside the data. */
    public void save(Context context) {
        String text =
                authoring.text(Optional.ofNullable(context.formParam(DRAFT)).orElse(""));
        String name = Optional.ofNullable(context.formParam("name")).orElse("");
        Respond.json(
                context.status(HttpStatus.CREATED), Map.of("message", SavedFiles.save(authoring.data(), name, text)));
    }

    public void discard(Context context) {
        authoring.drafts().remove(Optional.ofNullable(context.formParam(DRAFT)).orElse(""));
        context.redirect(Urls.CONFIGURATION, HttpStatus.SEE_OTHER);
    }
}
