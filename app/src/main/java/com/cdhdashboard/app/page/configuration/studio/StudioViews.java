package com.cdhdashboard.app.page.configuration.studio;

import com.cdhdashboard.app.output.Json;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.SizeText;
import com.cdhdashboard.assistant.draft.DataField;
import com.cdhdashboard.assistant.draft.DataSample;
import com.cdhdashboard.assistant.draft.Entry;
import com.cdhdashboard.assistant.draft.Proposal;
import com.cdhdashboard.assistant.improve.Payload;
import com.cdhdashboard.assistant.improve.Task;
import com.cdhdashboard.assistant.provider.Offer;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.figure.NumberText;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes what is shown of the studio. */
public final class StudioViews {
    private static final int MOST_EXAMPLES = 3;
    private static final int HUNDRED = 100;

    private final Studies studies;
    private final StudioModel model;
    private final String token;

    /** @param token by which forms are known to be ours */
    public StudioViews(Studies studies, StudioModel model, String token) {
        this.studies = studies;
        this.model = model;
        this.token = token;
    }

    /**
     * What is shown.
     *
     * @param id of the sample that is open; may be gone or empty
     * @param urls the address of the step by sample
     */
    public StudioView of(String id, Edited edited, Function<String, String> urls) {
        Optional<Study> open = studies.find(id);
        List<StudioView.Other> others = studies.list().stream()
                .filter(study -> !study.id().equals(id))
                .map(study -> new StudioView.Other(urls.apply(study.id()), study.title()))
                .toList();
        long kept = studies.keptRows();
        return new StudioView(
                open.map(study -> open(study, edited)),
                others,
                kept == 0 ? "" : NumberText.count(kept) + " rows",
                new StudioView.Upload(Urls.UPLOADS, studies.mostBytes(), SizeText.bytes(studies.mostBytes())));
    }

    private StudioView.Open open(Study study, Edited edited) {
        DataSample sample = study.sample();
        Chosen chosen = study.chosen();
        List<DataField> fields = sample.fields();
        List<StudioView.FieldRow> rows = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            rows.add(row(i, fields.get(i), chosen));
        }
        rows.sort(Comparator.comparing(StudioView.FieldRow::used).reversed());
        int holdings = sample.holdingFields().size();
        return new StudioView.Open(
                study.title(),
                NumberText.count(sample.rows()) + " rows, " + (fields.size() + holdings) + " columns",
                rows,
                holdings == 0
                        ? ""
                        : "The " + holdings + " columns of product holdings are used as they are needed, and never told"
                                + " to anybody.",
                study.approved() ? Optional.of(model(study, edited)) : Optional.empty(),
                study.proposed().map(proposed -> proposal(proposed, study, edited.draft(), edited.text())));
    }

    private ModelView model(Study study, Edited edited) {
        List<Task> tasks = new ArrayList<>(List.of(Task.DRAFT, Task.REFRESH));
        if (!edited.repairable().isEmpty()) {
            tasks.add(Task.REPAIR);
        }
        Offer offer = model.offer(edited.visitor());
        return new ModelView(
                offer,
                new ModelView.OwnKey(model.hasKey(edited.visitor()), edited.draft(), study.id(), token),
                tasks,
                study.frozen().map(frozen -> payload(study, frozen.payload())),
                study.asking().isPresent() ? Urls.studioProgress(study.id()) : "");
    }

    private static ModelView.PayloadView payload(Study study, Payload payload) {
        return new ModelView.PayloadView(
                payload.task().title(),
                payload.round(),
                payload.hash(),
                payload.told(),
                payload.prompt().answerSchema().map(ObjectNode::toPrettyString).orElse(""),
                payload.tokens(),
                payload.fields(),
                study.sample().fields().stream()
                        .map(DataField::name)
                        .filter(name -> !payload.fields().contains(name))
                        .toList(),
                payload.values(),
                payload.left());
    }

    private static StudioView.FieldRow row(int number, DataField field, Chosen chosen) {
        String type =
                field.type().map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("");
        long missing = Math.round(HUNDRED * (1 - field.present()));
        boolean known = field.different() > 0;
        String holds = known
                ? type + ", " + NumberText.count(field.different())
                        + (field.different() == 1 ? " value" : " different values")
                        + (missing == 0 ? "" : ", " + missing + " % missing")
                : type;
        return new StudioView.FieldRow(
                number,
                field.name(),
                field.kind().title(),
                holds,
                field.tellable()
                        ? String.join(
                                ", ",
                                field.values().stream().limit(MOST_EXAMPLES).toList())
                        : "",
                field.reason(),
                field.required(),
                chosen.used().contains(field.name()),
                field.tellable(),
                chosen.told().contains(field.name()));
    }

    private static ProposalView proposal(Study.Proposed proposed, Study study, String draft, TomlText text) {
        Proposal proposal = proposed.proposal();
        return new ProposalView(
                proposed.number(),
                proposed.by(),
                proposal.remarks(),
                proposal.obstacles(),
                rows(proposal, Entry.Kind.KEY, text, entry -> ""),
                rows(proposal, Entry.Kind.METRIC, text, entry -> ""),
                rows(
                        proposal,
                        Entry.Kind.REPORT,
                        text,
                        entry -> Urls.studioChart(study.id(), draft, proposed.number(), entry.name())),
                proposed.by().equals(Study.BY_RULES) ? Taking.leaving(proposal, text) : List.of());
    }

    private static List<ProposalView.Row> rows(
            Proposal proposal, Entry.Kind kind, TomlText text, Function<Entry, String> charts) {
        List<ProposalView.Row> rows = new ArrayList<>();
        for (int i = 0; i < proposal.entries().size(); i++) {
            Entry entry = proposal.entries().get(i);
            // What a key says already is nothing to look at, unlike a metric and the chart of a report
            boolean shown = kind != Entry.Kind.KEY || !entry.changes(text).isEmpty();
            if (entry.kind() == kind && shown) {
                rows.add(new ProposalView.Row(
                        i,
                        kind == Entry.Kind.KEY ? entry.dotted() : entry.name(),
                        title(entry),
                        entry.reason(),
                        entry.isNew(text),
                        keys(entry, text),
                        charts.apply(entry)));
            }
        }
        return rows;
    }

    private static String title(Entry entry) {
        return entry.value() instanceof Map<?, ?> keys && keys.containsKey("description")
                ? String.valueOf(keys.get("description"))
                : "";
    }

    private static List<ProposalView.KeyRow> keys(Entry entry, TomlText text) {
        List<Entry.Change> changes = entry.changes(text);
        List<ProposalView.KeyRow> rows = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Entry.Change change = changes.get(i);
            rows.add(new ProposalView.KeyRow(
                    i,
                    change.path().get(change.path().size() - 1),
                    change.before().map(Json::text).orElse(""),
                    Json.text(change.after())));
        }
        return rows;
    }
}
