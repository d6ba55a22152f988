package com.cdhdashboard.app.page.configuration.studio;

import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.page.configuration.entries.Preview;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.UserException;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Draws proposed reports over the samples that they were proposed for. */
public final class StudioHandler {
    private static final String GONE = "This is no longer proposed; load the page again.";

    private final Studies studies;
    private final Authoring authoring;
    private final Templates templates;

    public StudioHandler(Studies studies, Authoring authoring, Templates templates) {
        this.studies = studies;
        this.authoring = authoring;
        this.templates = templates;
    }

    /** A report as it would be drawn, as a part of the page. */
    public void chart(Context context) {
        String report = parameter(context, "item");
        Respond.html(
                context, templates.render("part/studio/drawn", new Drawing("drawn-" + report, drawn(context, report))));
    }

    /** How far a model is, as a part of the page. */
    public void progress(Context context) {
        Progress progress = studies.study(parameter(context, "sample"))
                .asking()
                .map(Asking::state)
                .map(state -> new Progress(state.done(), state.failed(), state.problems(), state.again()))
                .orElse(new Progress(true, "Nothing is asked.", List.of(), false));
        Respond.html(context, templates.render("part/studio/asking", progress));
    }

    /**
     * How far a model is.
     *
     * @param failed why there is no proposal; empty where there is one, or none yet
     * @param again whether the problems can be sent back
     */
    public record Progress(boolean done, String failed, List<String> problems, boolean again) {
        public Progress {
            problems = List.copyOf(problems);
        }
    }

    /** A report within the page. */
    public record Drawing(String id, Preview preview) {}

    private Preview drawn(Context context, String report) {
        Study study = studies.study(parameter(context, "sample"));
        boolean current = study.proposed()
                .filter(proposed -> String.valueOf(proposed.number()).equals(parameter(context, "proposal")))
                .isPresent();
        if (!current) {
            return Preview.refused(GONE);
        }
        try {
            return study.drawn(TomlText.of(authoring.text(parameter(context, "draft"))))
                    .flatMap(sample -> drawn(study, sample, report))
                    .orElseGet(() -> Preview.refused(GONE));
        } catch (UserException e) {
            return Preview.refused(String.valueOf(e.getMessage()));
        }
    }

    /** Empty also where the sample was let go while the report was drawn. */
    private static Optional<Preview> drawn(Study study, DrawnSample sample, String report) {
        try {
            return sample.configuration()
                    .report(report)
                    .map(config -> Preview.of(sample.now().reports().draft(config, List.of()), "chart-" + report));
        } catch (RuntimeException e) {
            if (study.holds(sample)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static String parameter(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }
}
