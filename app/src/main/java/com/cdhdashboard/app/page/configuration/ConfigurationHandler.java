package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.assistant.Visits;
import com.cdhdashboard.app.configuration.Authoring;
import com.cdhdashboard.app.configuration.Draft;
import com.cdhdashboard.app.configuration.Saving;
import com.cdhdashboard.app.configuration.TextHash;
import com.cdhdashboard.app.page.configuration.expression.ExpressionHandler;
import com.cdhdashboard.app.page.configuration.fields.DraftFields;
import com.cdhdashboard.app.page.configuration.fields.FieldsHandler;
import com.cdhdashboard.app.page.configuration.fields.FieldsOfDrafts;
import com.cdhdashboard.app.page.configuration.files.UploadedText;
import com.cdhdashboard.app.page.configuration.studio.Studio;
import com.cdhdashboard.app.page.configuration.studio.StudioViews;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Frames;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.app.view.Templates;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.snapshot.Snapshot;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the page of the configuration and takes changes of drafts. */
public final class ConfigurationHandler {
    private static final String DRAFT = "draft";
    private static final String JSON = ".json";
    private static final int MOST_OTHERS = 5;
    /** Headers have little room, and a name may have any length. */
    private static final int LONGEST_ADDRESS = 4_000;

    private final Workspace workspace;
    private final Authoring authoring;
    private final Frames frames;
    private final Templates templates;
    private final Steps steps;
    private final CheckedTexts texts = new CheckedTexts();
    private final UndoneTexts undone = new UndoneTexts(Clock.systemUTC());
    private final FieldsOfDrafts fieldsOfDrafts;

    /** @param studio where configurations are drafted from data */
    public ConfigurationHandler(
            Workspace workspace, Authoring authoring, Frames frames, Templates templates, Studio studio) {
        this.workspace = workspace;
        this.fieldsOfDrafts = new FieldsOfDrafts(workspace);
        this.steps = Steps.all(
                workspace,
                () -> frames.variants(Urls.CONFIGURATION),
                new StudioStep(studio, new StudioViews(studio.studies(), studio.model(), frames.token())));
        this.authoring = authoring;
        this.frames = frames;
        this.templates = templates;
    }

    /** What is shown of single metrics and reports of the same drafts. */
    public EntryHandler entries() {
        return new EntryHandler(workspace, authoring, templates, texts);
    }

    /** What completes names of fields of the same drafts. */
    public FieldsHandler fields() {
        return new FieldsHandler(workspace, authoring, fieldsOfDrafts);
    }

    /** Expressions of the same drafts. */
    public ExpressionHandler expressions() {
        return new ExpressionHandler(workspace, authoring, templates, fieldsOfDrafts);
    }

    public void first(Context context) {
        page(context, steps.first());
    }

    /** A step, or its twin for programs, which is the same for all. */
    public void step(Context context) {
        String step = context.pathParam("step");
        if (step.endsWith(JSON)) {
            steps.of(step.substring(0, step.length() - JSON.length()));
            json(context);
        } else {
            page(context, steps.of(step));
        }
    }

    private void page(Context context, Step step) {
        String draft = Optional.ofNullable(context.queryParam(DRAFT)).orElse("");
        String item = Optional.ofNullable(context.queryParam("item")).orElse("");
        Optional<Notice> taken = Optional.ofNullable(context.queryParam(Urls.TAKEN))
                .filter(how -> !item.isEmpty())
                .map(how -> Notice.taken(item, how.equals(Urls.NEW)));
        Editor editor = editor(editing(context, draft), step, item, taken);
        ConfigurationPage page =
                new ConfigurationPage(frames.frame(context, "Configuration", Urls.CONFIGURATION), editor);
        Respond.html(context, templates.render("page/configuration", page));
    }

    private Editing editing(Context context, String id) {
        return id.isEmpty()
                ? editing(context, new Editing.DraftName("", 0), authoring.applied())
                : editing(context, authoring.draft(id));
    }

    private Editing editing(Context context, Draft draft) {
        return editing(context, new Editing.DraftName(draft.id(), draft.revision()), draft.text());
    }

    private Editing editing(Context context, Editing.DraftName draft, String text) {
        Snapshot now = Snapshots.of(context, workspace);
        CheckedTexts.Checked checked = texts.of(text);
        DraftFields fields = fieldsOfDrafts.of(checked.loaded().configuration(), now);
        return new Editing(draft, checked.text(), checked.loaded(), now, fields, Visits.of(context));
    }

    private Editor editor(Editing editing, Step step, String item, Optional<Notice> notice) {
        Health health = Health.of(editing, steps);
        boolean mended = editing.text().wellFormed() || !step.needsToml();
        Optional<Step.Body> body = mended ? Optional.of(step.body(editing, item)) : Optional.empty();
        return new Editor(
                bar(editing),
                step,
                item,
                health,
                body.map(shown -> templates.content(shown.template(), shown.model())),
                mended ? Optional.empty() : health.first(steps.text()),
                notice);
    }

    private Editor.Bar bar(Editing editing) {
        String id = editing.draft().id();
        return new Editor.Bar(
                editing.draft(),
                id.isEmpty() ? TextHash.of(editing.text().text()) : "",
                !editing.text().text().equals(authoring.applied()),
                new Editor.Ways(
                        Urls.configurationFile(id), Urls.review(id), undone.can(id, false), undone.can(id, true)),
                authoring.readOnly() ? Authoring.READ_ONLY : "",
                others(id),
                frames.token());
    }

    /** The drafts that can be gone on with where none is open. */
    private List<Editor.Other> others(String id) {
        return id.isEmpty()
                ? authoring.drafts().list().stream()
                        .limit(MOST_OTHERS)
                        .map(draft -> new Editor.Other(
                                steps.first().url(draft.id(), ""),
                                draft.changed().toString()))
                        .toList()
                : List.of();
    }

    /** Changes one key or table of a draft, which begins with its first change. */
    public void edit(Context context) {
        Edit.Fields fields = new Edit.Fields(context.formParamMap());
        Step step = steps.of(fields.one("step"));
        Before before = before(fields);
        if (before.revision() != revision(fields)) {
            answer(context, step, fields.one("item"), authoring.draft(before.id()), conflict(fields));
            return;
        }
        Editing editing = editing(context, before.name(), before.text());
        Step.Done done = step.act(fields, editing);
        texts.edited(done.text());
        save(context, fields, new Change(done.text().text(), done.item().orElse(fields.one("item")), done.notice()));
    }

    /** Takes the whole text of a draft, which is the body of the request. */
    public void text(Context context) {
        Map<String, List<String>> values = new LinkedHashMap<>(context.queryParamMap());
        values.put("text", List.of(UploadedText.of(context.bodyAsBytes())));
        Edit.Fields fields = new Edit.Fields(values);
        save(context, fields, new Change(fields.one("text"), "", Optional.empty()));
    }

    /** A text to be saved, and what is shown then. */
    private record Change(String text, String item, Optional<Notice> notice) {}

    private static long revision(Edit.Fields fields) {
        try {
            return Long.parseLong(fields.one("revision"));
        } catch (NumberFormatException noNumber) {
            throw new UserException("The request names no revision; load the page again");
        }
    }

    /** The text that a change is made of: a draft, or where none was begun, what is applied. */
    private record Before(String id, long revision, String text) {
        Editing.DraftName name() {
            return new Editing.DraftName(id, revision);
        }
    }

    private Before before(Edit.Fields fields) {
        String id = fields.one(DRAFT);
        if (id.isEmpty()) {
            return new Before("", 0, authoring.applied());
        }
        Draft draft = authoring.draft(id);
        return new Before(id, draft.revision(), draft.text());
    }

    private void save(Context context, Edit.Fields fields, Change change) {
        String text = change.text();
        String item = change.item();
        Step step = steps.of(fields.one("step"));
        String id = fields.one(DRAFT);
        if (id.isEmpty() && isOfAnother(fields)) {
            answer(context, step, item, editing(context, ""), conflict(fields));
            return;
        }
        if (id.isEmpty() && text.equals(authoring.applied())) {
            answer(context, step, item, editing(context, ""), change.notice());
            return;
        }
        Draft begun = id.isEmpty() ? authoring.drafts().create(authoring.applied()) : authoring.draft(id);
        Saving saving = authoring.drafts().save(begun.id(), id.isEmpty() ? begun.revision() : revision(fields), text);
        if (saving instanceof Saving.Saved saved) {
            if (!text.equals(begun.text())) {
                undone.changing(
                        begun.id(),
                        begun.text(),
                        fields.one("action") + fields.path().dotted());
            }
            answer(context, step, item, saved.draft(), change.notice());
        } else if (saving instanceof Saving.Outdated outdated) {
            answer(context, step, item, outdated.current(), conflict(fields));
        } else {
            throw Authoring.gone();
        }
    }

    /** Whether a whole text was made of one in whose place another was applied meanwhile, which it would take back. */
    private boolean isOfAnother(Edit.Fields fields) {
        return fields.values().containsKey("text") && !fields.one("base").equals(TextHash.of(authoring.applied()));
    }

    private static Optional<Notice> conflict(Edit.Fields fields) {
        return Optional.of(Conflicts.notice(fields));
    }

    private void answer(Context context, Step step, String item, Draft draft, Optional<Notice> notice) {
        answer(context, step, item, editing(context, draft), notice);
    }

    private void answer(Context context, Step step, String item, Editing editing, Optional<Notice> notice) {
        Editing.DraftName draft = editing.draft();
        context.header("X-Draft", draft.id()).header("X-Revision", String.valueOf(draft.revision()));
        String address = step.url(draft.id(), item);
        context.header(Respond.ADDRESS, address.length() <= LONGEST_ADDRESS ? address : step.url(draft.id(), ""));
        Respond.html(context, templates.render("part/configuration/editor", editor(editing, step, item, notice)));
    }

    /** Goes back to the text before the last change, or forth again. */
    public void undo(Context context) {
        Edit.Fields fields = new Edit.Fields(context.formParamMap());
        Draft draft = authoring.draft(fields.one(DRAFT));
        boolean forth = fields.one("action").equals("redo");
        Optional<String> text =
                draft.revision() == revision(fields) ? undone.step(draft.id(), draft.text(), forth) : Optional.empty();
        Saving saving = authoring.drafts().save(draft.id(), draft.revision(), text.orElse(draft.text()));
        Draft now = saving instanceof Saving.Saved saved ? saved.draft() : authoring.draft(draft.id());
        answer(context, steps.of(fields.one("step")), fields.one("item"), now, Optional.empty());
    }

    /** What the editor of the text completes. */
    public void keys(Context context) {
        Respond.json(context, Completions.all());
    }

    /** The text with what the check says of it, for programs. */
    public void json(Context context) {
        String id = Optional.ofNullable(context.queryParam(DRAFT)).orElse("");
        Respond.json(context, EditingJson.of(editing(context, id)));
    }
}
