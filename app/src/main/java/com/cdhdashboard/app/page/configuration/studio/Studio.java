package com.cdhdashboard.app.page.configuration.studio;

import com.cdhdashboard.app.assistant.Visitor;
import com.cdhdashboard.assistant.draft.DataSample;
import com.cdhdashboard.assistant.draft.RuleDraft;
import com.cdhdashboard.assistant.improve.Request;
import com.cdhdashboard.assistant.improve.Task;
import com.cdhdashboard.assistant.improve.Told;
import com.cdhdashboard.assistant.model.ModelException;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What can be done with samples and proposals. */
public record Studio(Studies studies, StudioModel model) {
    /**
     * What came of it.
     *
     * @param sample that is open then; empty for none
     * @param said where that is not plain to see; empty where it is
     */
    public record Done(String sample, TomlText text, String said) {}

    /**
     * Does what a form says.
     *
     * @param action in a word
     * @param sample that is open
     * @param fields what else the form says, by the names of its fields; empty where it does not
     */
    public Done act(String action, String sample, Edited edited, Function<String, String> fields) {
        TomlText text = edited.text();
        switch (action) {
            case "kept" -> {
                return new Done(studies.ofKeptRows().id(), text, "");
            }
            case "uploaded" -> {
                return new Done(studies.ofUpload(fields.apply("batch")).id(), text, "");
            }
            case "take" -> {
                return taken(sample, text, fields);
            }
            case "forget" -> {
                studies.discard(sample);
                return new Done("", text, "");
            }
            default -> {
                change(action, studies.study(sample), edited, fields);
                return new Done(sample, text, "");
            }
        }
    }

    private void change(String action, Study study, Edited edited, Function<String, String> fields) {
        switch (action) {
            case "choose" -> study.choose(chosen(study, fields), edited.text());
            case "payload" -> study.freeze(request(study, edited, task(fields.apply("task"))));
            case "send" -> send(study, fields.apply("hash"), edited.visitor());
            case "again" -> study.again();
            case "unask" -> study.unask();
            case "drop" -> study.drop();
            // What was asked has come meanwhile
            case "show" -> {}
            default ->
                throw new UserException("\"" + action + "\" is nothing that this step can do; load the page again");
        }
    }

    private static Task task(String name) {
        return Stream.of(Task.values())
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException("Choose what the model is asked for"));
    }

    private static Request request(Study study, Edited edited, Task task) {
        DataSample approved = study.sample().only(study.chosen().used());
        return new Request(
                task,
                Told.of(
                        approved.fields(),
                        study.chosen().told(),
                        edited.checked().configuration().assistant()),
                study.sample().fields(),
                RuleDraft.of(approved, edited.text()),
                edited.text(),
                edited.repairable());
    }

    private void send(Study study, String hash, Optional<Visitor> visitor) {
        try {
            study.send(hash, model, visitor);
        } catch (ModelException e) {
            throw new UserException(String.valueOf(e.getMessage()));
        }
    }

    private static Chosen chosen(Study study, Function<String, String> fields) {
        List<String> used = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < study.sample().fields().size(); i++) {
            String name = study.sample().fields().get(i).name();
            if (!fields.apply("use-" + i).isEmpty()) {
                used.add(name);
            }
            if (!fields.apply("tell-" + i).isEmpty()) {
                told.add(name);
            }
        }
        return Chosen.of(study.sample(), used, told);
    }

    private Done taken(String sample, TomlText text, Function<String, String> fields) {
        Study.Proposed proposed = studies.study(sample)
                .proposed()
                .filter(known -> String.valueOf(known.number()).equals(fields.apply("proposal")))
                .orElseThrow(() -> new UserException(
                        "Another proposal took the place of this one meanwhile; load the page again"));
        Predicate<String> ticked = field -> !fields.apply(field).isEmpty();
        Taking.Taken taken = new Taking(proposed.proposal(), ticked).into(text);
        return new Done(sample, taken.text(), taken.words());
    }
}
