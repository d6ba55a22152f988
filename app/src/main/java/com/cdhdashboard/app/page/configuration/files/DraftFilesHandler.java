package com.cdhdashboard.app.page.configuration.files;

import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.configuration.Draft;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.core.error.UserException;
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

    /** The draft of that name; what is applied where none is named. */
    private String text(Optional<String> id) {
        return id.filter(name -> !name.isEmpty())
                .map(name -> authoring
                        .drafts()
                        .find(name)
                        .map(Draft::text)
                        .orElseThrow(() -> new UserException(
                                UserException.Kind.NOT_FOUND,
                                "There is no such draft any more; it was discarded or applied. Open the configuration"
                                        + " anew")))
                .orElseGet(authoring::applied);
    }

    public void download(Context context) {
        String text = text(Optional.ofNullable(context.queryParam(DRAFT)));
        Respond.file(context, "configuration.toml", "application/toml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a draft of a file, which is the body of the request. */
    public void upload(Context context) {
        String text = UploadedText.of(context.bodyAsBytes());
        Draft begun = authoring.drafts().create(authoring.applied());
        authoring.drafts().save(begun.id(), begun.revision(), text);
        Respond.json(context.status(HttpStatus.CREATED), Map.of("url", Urls.configuration(FIRST_STEP, begun.id(), "")));
    }

    /** Saves a draft as a file beside the data. */
    public void save(Context context) {
        String text = text(Optional.ofNullable(context.formParam(DRAFT)));
        String name = Optional.ofNullable(context.formParam("name")).orElse("");
        Respond.json(
                context.status(HttpStatus.CREATED), Map.of("message", SavedFiles.save(authoring.data(), name, text)));
    }

    public void discard(Context context) {
        authoring.drafts().remove(Optional.ofNullable(context.formParam(DRAFT)).orElse(""));
        context.redirect(Urls.CONFIGURATION, HttpStatus.SEE_OTHER);
    }
}
