package com.cdhdashboard.app.page.assistant;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.assistant.privacy.SentFile;
import io.javalin.http.Context;

/** Shows what was sent to models. */
public final class SentHandler {
    private static final int MOST = 50;

    private final SentFile sent;
    private final Frames frames;
    private final Templates templates;

    public SentHandler(SentFile sent, Frames frames, Templates templates) {
        this.sent = sent;
        this.frames = frames;
        this.templates = templates;
    }

    public void page(Context context) {
        Respond.passing(context);
        SentPage page = new SentPage(frames.frame(context, "What was sent", Urls.ASSISTANT), sent.newest(MOST), MOST);
        Respond.html(context, templates.render("page/sent", page));
    }
}
