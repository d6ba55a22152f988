package com.cdhdashboard.app.page.configuration.apply;

import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.configuration.ConfigurationApply;
import com.cdhdashboard.app.configuration.Draft;
import com.cdhdashboard.app.configuration.Saving;
import com.cdhdashboard.app.configuration.TextHash;
import com.cdhdashboard.app.imports.ImportJobs;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.config.edit.Merge;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.UserException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows what applying a draft would do, applies it, and merges it with what others applied meanwhile. */
public final class ReviewHandler {
    private static final String DRAFT = "draft";
    private static final String NO_APPLY =
            "This server cannot change the configuration that it shows; download the draft"
                    + " and start the server with it.";

    private static final String CHANGED_OUTSIDE =
            "The file of the configuration was changed by another program since this server read it, so nothing was"
                    + " applied and the file is as it is. Start the server again; it then shows what the file holds, and"
                    + " this draft takes that in";

    private static final String TAKEN_IN =
            "Another configuration was applied since this draft was begun. What it changed and"
                    + " what you changed do not collide: both are in what is shown here.";

    private final Authoring authoring;
    private final ImportJobs jobs;
    private final Applied applied;
    private final Frames frames;
    private final Templates templates;

    public ReviewHandler(Authoring authoring, ImportJobs jobs, String who, Frames frames, Templates templates) {
        this.authoring = authoring;
        this.jobs = jobs;
        this.applied = new Applied(authoring, who);
        this.frames = frames;
        this.templates = templates;
    }

    public void page(Context context) {
        Draft draft =
                authoring.draft(Optional.ofNullable(context.queryParam(DRAFT)).orElse(""));
        Candidate candidate = candidate(draft);
        if (candidate.merge().collisions().isEmpty()) {
            Respond.html(context, templates.render("page/review", review(context, draft, candidate)));
        } else {
            Respond.html(context, templates.render("page/collisions", collisions(context, draft, candidate)));
        }
    }

    /**
     * What would be applied.
     *
     * @param served the text in whose place it comes
     * @param merge the draft with what others applied meanwhile
     */
    private record Candidate(String served, Merge merge) {
        String text() {
            return merge.text();
        }

        boolean takesIn(Draft draft) {
            return !draft.base().equals(served);
        }
    }

    private Candidate candidate(Draft draft) {
        String served = authoring.applied();
        boolean readable = TomlText.of(draft.text()).wellFormed()
                && TomlText.of(draft.base()).wellFormed()
                && TomlText.of(served).wellFormed();
        return new Candidate(
                served, readable ? Merge.of(draft.base(), draft.text(), served) : new Merge(draft.text(), List.of()));
    }

    private Draft rebased(Draft draft, String served, String text) {
        Saving saving = authoring.drafts().rebase(draft.id(), draft.revision(), served, text);
        if (saving instanceof Saving.Saved saved) {
            return saved.draft();
        }
        throw new UserException("This draft was changed in another window meanwhile; open it again");
    }

    private ReviewPage review(Context context, Draft draft, Candidate candidate) {
        String refusal =
                authoring.readOnly() ? Authoring.READ_ONLY : authoring.apply().isEmpty() ? NO_APPLY : "";
        Optional<ReviewPage.Plan> plan = Optional.empty();
        if (refusal.isEmpty()) {
            try {
                plan = Optional.of(plan(authoring.apply().orElseThrow(), candidate.text()));
            } catch (UserException cannot) {
                refusal = sentence(String.valueOf(cannot.getMessage()));
            }
        }
        return new ReviewPage(
                frames.frame(context, "Review and apply", Urls.CONFIGURATION),
                new ReviewPage.Reviewed(draft.id(), draft.revision(), TextHash.of(candidate.served())),
                candidate.takesIn(draft) ? TAKEN_IN : "",
                refusal,
                plan,
                Comparison.of(candidate.served(), candidate.text()));
    }

    private static String sentence(String message) {
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    }

    private static ReviewPage.Plan plan(ConfigurationApply apply, String text) {
        ConfigurationApply.Plan plan = apply.plan(text);
        ConfigurationApply.Served served = apply.served();
        return new ReviewPage.Plan(
                plan.change().sentences(),
                need(plan),
                served.beside()
                        ? "It is saved beside the data, as " + served.target()
                                + ", since the configuration that the server was started with comes with the program or"
                                + " cannot be written. The next start with this data folder takes it from there."
                        : "It is written to " + served.target() + ".",
                plan.missing());
    }

    private static String need(ConfigurationApply.Plan plan) {
        if (plan.makesDemo()) {
            return "It needs demo data, which are made and imported in the background. Pages show what they show now"
                    + " until that is complete.";
        }
        String files = plan.files() == 1 ? "1 file" : plan.files() + " files";
        return plan.change().needsImport()
                ? "It needs an import of " + files
                        + ", which runs in the background. Pages show the numbers from before"
                        + " until it is complete, and then all change at once."
                : "It needs no import: pages show it at once.";
    }

    private CollisionsPage collisions(Context context, Draft draft, Candidate candidate) {
        return new CollisionsPage(
                frames.frame(context, "Both changed", Urls.CONFIGURATION),
                new ReviewPage.Reviewed(draft.id(), draft.revision(), TextHash.of(candidate.served())),
                Collisions.entries(candidate.merge()));
    }

    /** Takes the choices between what both changed into the draft. */
    public void merge(Context context) {
        Draft draft = reviewed(context);
        Candidate candidate = candidate(draft);
        if (isOf(context, candidate)) {
            rebased(
                    draft,
                    candidate.served(),
                    Collisions.settled(candidate.merge(), new LinkedHashSet<>(mine(context))));
        }
        context.redirect(Urls.review(draft.id()), HttpStatus.SEE_OTHER);
    }

    /** Whether what was looked at would still take the place of the same text. */
    private static boolean isOf(Context context, Candidate candidate) {
        return TextHash.of(candidate.served()).equals(context.formParam("served"));
    }

    /** The keys of which mine was chosen: each has a field of its own, named by its number. */
    private static List<String> mine(Context context) {
        return context.formParamMap().entrySet().stream()
                .filter(field -> field.getKey().startsWith("choice."))
                .flatMap(field -> field.getValue().stream())
                .filter(choice -> choice.startsWith("mine "))
                .map(choice -> choice.substring("mine ".length()))
                .toList();
    }

    private Draft reviewed(Context context) {
        Draft draft =
                authoring.draft(Optional.ofNullable(context.formParam(DRAFT)).orElse(""));
        if (!String.valueOf(draft.revision()).equals(context.formParam("revision"))) {
            throw new UserException("This draft was changed in another window meanwhile; review it again");
        }
        return draft;
    }

    /** Applies what was reviewed; where others were faster meanwhile, it is to be reviewed again. */
    public void apply(Context context) {
        Draft draft = reviewed(context);
        Candidate candidate = candidate(draft);
        if (!isOf(context, candidate) || !candidate.merge().collisions().isEmpty()) {
            context.redirect(Urls.review(draft.id()), HttpStatus.SEE_OTHER);
            return;
        }
        ConfigurationApply apply = authoring.apply().orElseThrow(() -> new UserException(NO_APPLY));
        Draft ready = candidate.takesIn(draft) ? rebased(draft, candidate.served(), candidate.text()) : draft;
        applied.begin(ready);
        ConfigurationApply.Outcome outcome = apply.apply(
                new ConfigurationApply.Order(
                        ready.text(), ready.baseHash(), context.formParam("without_files") != null),
                jobs,
                served -> applied.done(ready, served));
        boolean changed = outcome instanceof ConfigurationApply.Outcome.Changed;
        if (changed && isOf(context, candidate(ready))) {
            throw new UserException(CHANGED_OUTSIDE);
        }
        context.redirect(changed ? Urls.review(draft.id()) : Urls.CONFIGURATION_APPLIED, HttpStatus.SEE_OTHER);
    }

    /** How the last application goes on. */
    public void applied(Context context) {
        AppliedPage page = applied.page(frames.frame(context, "Apply", Urls.CONFIGURATION), jobs.current());
        if (!page.running()) {
            // Whoever waited for this gets the whole page, as title and menu may be others now
            context.header("HX-Retarget", "#page").header("HX-Reselect", "#page");
        }
        Respond.html(context, templates.render("page/applied", page));
    }

    public void cancel(Context context) {
        jobs.cancel();
        context.redirect(Urls.CONFIGURATION_APPLIED, HttpStatus.SEE_OTHER);
    }
}
