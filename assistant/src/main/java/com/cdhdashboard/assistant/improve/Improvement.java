package com.cdhdashboard.assistant.improve;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.draft.Proposal;
import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.Turn;
import com.cdhdashboard.assistant.privacy.SentLog;
import com.cdhdashboard.core.error.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Asks a model once, and says what would be sent back where its answer is wrong: each message is approved by somebody
 * before it is sent.
 */
public final class Improvement {
    /** Answers that are asked for at most. */
    public static final int ROUNDS = 3;

    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_CHARACTERS_BACK = 60_000;

    private final LanguageModel model;
    private final SentLog sent;
    private final Clock clock;

    public Improvement(LanguageModel model, SentLog sent, Clock clock) {
        this.model = model;
        this.sent = sent;
        this.clock = clock;
    }

    /**
     * What came of an answer.
     *
     * @param proposal empty where the answer was wrong
     * @param problems of the answer, as people are told them
     * @param next what would be sent to have them mended; empty where nothing is wrong, or enough answers were
     */
    public record Result(Optional<Proposal> proposal, List<String> problems, Optional<Payload> next) {
        public Result {
            requireNonNull(proposal, "proposal");
            problems = List.copyOf(problems);
            requireNonNull(next, "next");
        }
    }

    /**
     * Asks.
     *
     * @param payload what was approved, which is what is sent
     * @throws com.cdhdashboard.assistant.model.ModelException if there is no answer
     */
    public Result ask(Request request, Payload payload, Cancelled cancelled) {
        sent.add(new SentLog.Sent(clock.instant(), model.name(), "studio", payload.prompt()));
        Turn turn = model.answer(payload.prompt(), piece -> {}, cancelled);
        Answer.Checked checked = Answer.of(request, turn.text(), turn.cut());
        if (checked.proposal().isPresent()) {
            return new Result(checked.proposal(), List.of(), Optional.empty());
        }
        List<Problem> problems =
                checked.problems().stream().limit(MOST_PROBLEMS).toList();
        return new Result(
                Optional.empty(),
                problems.stream().map(ToldProblems::sentence).toList(),
                payload.round() == ROUNDS
                        ? Optional.empty()
                        : Optional.of(payload.after(repeatable(turn.text()), back(request, problems))));
    }

    /** Providers take no empty message, and nobody needs an endless one twice. */
    private static String repeatable(String text) {
        return text.isBlank() ? "(nothing)" : text.substring(0, Math.min(MOST_CHARACTERS_BACK, text.length()));
    }

    private static String back(Request request, List<Problem> problems) {
        ToldProblems told = ToldProblems.of(request);
        StringBuilder text = new StringBuilder("Your answer cannot be used:\n");
        problems.forEach(problem -> text.append("- ").append(told.of(problem)).append('\n'));
        return text.append("Answer again with the whole JSON object, and nothing else.")
                .toString();
    }
}
