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
    private State state = State.WAITING;

    /**
     * How far it is.
     *
     * @param failed why there is no proposal; empty where there is one, or none yet
     * @param problems of the answer
     * @param again whether they can be sent back
     */
    record State(boolean done, String failed, List<String> problems, boolean again) {
        static final State WAITING = new State(false, "", List.of(), false);

        State {
            problems = List.copyOf(problems);
        }

        static State failed(String why) {
            return new State(true, why, List.of(), false);
        }
    }

    /** Begins to ask; {@code answered} is told what came of it, in another thread. */
    void begin(
            LanguageModel model,
            SentLog sent,
            Request request,
            Payload payload,
            Consumer<Improvement.Result> answered) {
        Thread thread = new Thread(
                () -> ask(new Improvement(model, sent, Clock.systemUTC()), request, payload, answered), "studio");
        thread.setDaemon(true);
        thread.start();
    }

    private void ask(Improvement improvement, Request request, Payload payload, Consumer<Improvement.Result> answered) {
        try {
            Improvement.Result result = improvement.ask(request, payload, cancelled);
            answered.accept(result);
            String failed = result.proposal().isPresent() ? "" : failed(payload.round());
            tell(new State(true, failed, result.problems(), result.next().isPresent()));
        } catch (ModelException | UserException e) {
            tell(State.failed(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("Asking a model for a configuration failed", e);
            tell(State.failed("The program failed unexpectedly; its log says why."));
        }
    }

    private static String failed(int round) {
        return round == Improvement.ROUNDS
                ? "None of " + round + " answers could be used. The last one had these problems:"
                : "Answer " + round + " of " + Improvement.ROUNDS + " at most cannot be used. It has these problems:";
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
