package com.cdhdashboard.app.page.configuration.studio;

import com.cdhdashboard.app.assistant.Visitor;
import com.cdhdashboard.app.imports.Uploads;
import com.cdhdashboard.app.trial.Trial;
import com.cdhdashboard.app.trial.Trials;
import com.cdhdashboard.assistant.draft.DataSample;
import com.cdhdashboard.assistant.draft.Proposal;
import com.cdhdashboard.assistant.draft.RuleDraft;
import com.cdhdashboard.assistant.improve.Improvement;
import com.cdhdashboard.assistant.improve.Payload;
import com.cdhdashboard.assistant.improve.Request;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.error.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sample, what was chosen of it, and what is proposed for it. Safe for use by many threads. */
public final class Study {
    static final String BY_RULES = "by rules";

    private final SampleFiles files;
    private final DataSample sample;
    private final Trials trials;
    private final Uploads uploads;
    private Chosen chosen;
    private Optional<Proposed> proposed = Optional.empty();
    private Optional<Drawn> drawn = Optional.empty();
    private Optional<Frozen> frozen = Optional.empty();
    private Optional<Asking> asking = Optional.empty();
    private boolean approved;
    private long proposals;
    private boolean closed;

    Study(SampleFiles files, DataSample sample, Trials trials, Uploads uploads) {
        this.files = files;
        this.sample = sample;
        this.trials = trials;
        this.uploads = uploads;
        this.chosen = Chosen.first(sample);
    }

    /**
     * A proposal.
     *
     * @param number by which it is told from those before
     * @param by whom, in a word or two
     */
    record Proposed(long number, Proposal proposal, String by) {}

    /** What would be sent to a model, as it was shown. */
    record Frozen(Request request, Payload payload) {}

    /** The sample imported by a configuration. */
    private record Drawn(String text, LoadedConfiguration loaded, Trial trial, String batch) {}

    /** By which it is found again: the same content is the same study. */
    public String id() {
        return files.hash();
    }

    String title() {
        return files.title();
    }

    DataSample sample() {
        return sample;
    }

    synchronized Chosen chosen() {
        return chosen;
    }

    synchronized Optional<Proposed> proposed() {
        return proposed;
    }

    /**
     * Takes the choice of fields, and proposes by rules what they make possible. What was asked with others counts no more:
     * its answer would propose, and offer to send on, what is not chosen.
     */
    synchronized void choose(Chosen fields, TomlText text) {
        unask();
        chosen = fields;
        approved = true;
        propose(RuleDraft.of(sample.only(fields.used()), text), BY_RULES);
    }

    synchronized void propose(Proposal proposal, String by) {
        proposals++;
        proposed = Optional.of(new Proposed(proposals, proposal, by));
    }

    /** Whether somebody has approved the fields; before that nothing may be sent. */
    synchronized boolean approved() {
        return approved;
    }

    synchronized Optional<Frozen> frozen() {
        return frozen;
    }

    /** Keeps what would be sent, until it is sent or something else is chosen. */
    synchronized void freeze(Request request) {
        if (!approved) {
            throw new UserException("The fields are not approved yet, so nothing can be sent; approve them first");
        }
        frozen = Optional.of(new Frozen(request, request.payload()));
    }

    synchronized Optional<Asking> asking() {
        return asking;
    }

    /** Sends what was shown. */
    synchronized void send(String hash, StudioModel model, Optional<Visitor> visitor) {
        Frozen sent = frozen.filter(shown -> shown.payload().hash().equals(hash))
                .orElseThrow(() -> new UserException(
                        "What would be sent is not what was shown; look at it once more and approve that"));
        if (asking.filter(other -> !other.state().done()).isPresent()) {
            throw new UserException("The model is being asked already; wait for its answer, or cancel it");
        }
        Asking begun = new Asking();
        LanguageModel asked = model.forRequest(visitor);
        asking = Optional.of(begun);
        frozen = Optional.empty();
        begun.begin(
                asked,
                model.sent(),
                sent.request(),
                sent.payload(),
                result -> answered(begun, sent.request(), result, "by " + asked.name()));
    }

    private synchronized void answered(Asking of, Request request, Improvement.Result result, String by) {
        if (asking.filter(of::equals).isPresent()) {
            result.proposal().ifPresent(found -> propose(found, by));
            frozen = result.next().map(next -> new Frozen(request, next));
        }
    }

    /** Closes what was answered, and looks at what would be sent back. */
    synchronized void again() {
        if (asking.filter(each -> each.state().again()).isPresent()) {
            asking = Optional.empty();
        }
    }

    /** Forgets what would be sent, and what was asked. */
    synchronized void unask() {
        asking.ifPresent(Asking::cancel);
        asking = Optional.empty();
        frozen = Optional.empty();
    }

    /** Drops what is proposed; the choice of fields stays. */
    synchronized void drop() {
        proposed = Optional.empty();
        letGo();
    }

    /** The sample imported by a text in which the proposal is set, which takes a moment for each new one. */
    synchronized Optional<DrawnSample> drawn(TomlText text) {
        if (closed || proposed.isEmpty()) {
            return Optional.empty();
        }
        String whole = trialText(proposed.get().proposal().on(text)).text();
        if (drawn.filter(known -> known.text().equals(whole)).isEmpty()) {
            letGo();
            drawn = Optional.of(draw(whole));
        }
        return drawn.map(known ->
                new DrawnSample(known.loaded().configuration(), known.trial().now()));
    }

    /** Whether the sample is still there; a newer text of the draft, or dropping the proposal, takes it away. */
    synchronized boolean holds(DrawnSample sample) {
        return drawn.filter(known -> known.loaded().configuration().equals(sample.configuration()))
                .isPresent();
    }

    private Drawn draw(String text) {
        LoadedConfiguration loaded = ConfigurationCheck.check(ConfigurationReader.read(text, "draft"));
        String batch = uploads.open();
        try {
            return new Drawn(text, loaded, trials.of(loaded, files.files(), uploads.batch(batch)), batch);
        } catch (RuntimeException | Error e) {
            uploads.remove(batch);
            throw e;
        }
    }

    /** Demo data take no imports, and what the sample keeps to itself must not be missed. */
    private TomlText trialText(TomlText text) {
        List<String> demo = List.of("variants", "demo_mode");
        TomlText plain = text.value(demo).isPresent() ? text.remove(demo) : text;
        List<String> withheld = new ArrayList<>();
        sample.interactions()
                .ifPresent(of -> of.columns().stream()
                        .filter(column -> column.seen().isEmpty())
                        .forEach(column -> withheld.add(column.name())));
        for (String name : withheld) {
            List<String> path = List.of("ih", "extensions", "default_values", name);
            plain = plain.value(path).isPresent() ? plain : plain.set(path, "");
        }
        return plain;
    }

    private void letGo() {
        drawn.ifPresent(known -> {
            known.trial().close();
            uploads.remove(known.batch());
        });
        drawn = Optional.empty();
    }

    synchronized void close() {
        closed = true;
        unask();
        letGo();
        uploads.remove(files.batch());
    }
}
