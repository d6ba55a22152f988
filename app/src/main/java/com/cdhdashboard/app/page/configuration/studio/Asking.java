package com.cdhdashboard.app.page.configuration.studio;

import com.cdhdashboard.assistant.improve.Improvement;
import com.cdhdashboard.assistant.improve.Payload;
import com.cdhdashboard.assistant.improve.Request;
import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.ModelException;
import com.cdhdashboard.assistant.privacy.SentLog;
import com.cdhdashboard.core.error.UserException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model that is being asked. Safe for use by many threads. */
final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final Cancelled cancelled = new Cancelled();
    private State state = new State(false, 0, "", List.of());

    /**
     * How far it is.
     *
     * @param round number of the answer that is waited for
     * @param failed why there is no proposal; empty where there is one, or none yet
     * @param problems of the last answer
     */
    record State(boolean done, int round, String failed, List<String> problems) {
        State {
            problems = List.copyOf(problems);
        }
    }

    /** Begins to ask; {@code proposed} is told what came of it, in another thread. */
    void begin(
            LanguageModel model,
            SentLog sent,
            Request request,
            Payload payload,
            Consumer<Improvement.Result> proposed) {
        Thread thread = new Thread(
                () -> ask(new Improvement(model, sent, Clock.systemUTC()), request, payload, proposed), "studio");
        thread.setDaemon(true);
        thread.start();
    }

    private void ask(Improvement improvement, Request request, Payload payload, Consumer<Improvement.Result> proposed) {
        try {
            Improvement.Result result =
                    improvement.run(request, payload, round -> tell(new State(false, round, "", List.of())), cancelled);
            if (result.proposal().isPresent()) {
                proposed.accept(result);
                tell(new State(true, result.rounds(), "", List.of()));
            } else {
                tell(new State(
                        true,
                        result.rounds(),
                        "None of " + result.rounds() + " answers could be used. The last one had these problems:",
                        result.problems()));
            }
        } catch (ModelException | UserException e) {
            tell(new State(true, 0, String.valueOf(e.getMessage()), List.of()));
        } catch (RuntimeException e) {
            LOG.error("Asking a model for a configuration failed", e);
            tell(new State(true, 0, "The program failed unexpectedly; its log says why.", List.of()));
        }
    }

    private synchronized void tell(State now) {
        state = now;
    }

    synchronized State state() {
        return state;
    }

    void cancel() {
        cancelled.cancel();
    }
}
