package com.cdhdashboard.app.page.differences;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.report.Difference;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers the page and its JSON twin. */
public final class DifferencesHandler {
    private final Workspace workspace;
    private final Frames frames;
    private final Templates templates;

    public DifferencesHandler(Workspace workspace, Frames frames, Templates templates) {
        this.workspace = workspace;
        this.frames = frames;
        this.templates = templates;
    }

    public void page(Context context) {
        DifferencesPage page = new DifferencesPage(
                frames.frame(context, "Why these numbers differ from the prototype's", Urls.HOME),
                differences(context));
        Respond.html(context, templates.render("page/differences", page));
    }

    public void json(Context context) {
        Respond.json(
                context,
                Map.of(
                        "differences",
                        differences(context).stream()
                                .map(DifferencesHandler::object)
                                .toList()));
    }

    private List<Difference> differences(Context context) {
        return Snapshots.of(context, workspace).reports().differences();
    }

    private static Map<String, String> object(Difference difference) {
        Map<String, String> object = new LinkedHashMap<>();
        object.put("score", difference.score());
        object.put("title", difference.title());
        object.put("here", difference.here());
        object.put("there", difference.there());
        object.put("value_here", difference.valueHere());
        object.put("value_there", difference.valueThere());
        object.put("remark", difference.remark());
        return object;
    }
}
