package com.cdhdashboard.assistant.improve;

import com.cdhdashboard.assistant.draft.Proposal;
import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.Turn;
import com.cdhdashboard.assistant.privacy.SentLog;
import com.cdhdashboard.core.error.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Asks a model, and sends what is wrong with its answer back, until it is right or three answers were wrong. */
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
     * What came of it.
     *
     * @param proposal empty where no answer was right
     * @param problems of the last answer, as people are told them
     */
    public record Result(Optional<Proposal> proposal, List<String> problems, int rounds) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Asks.
     *
     * @param payload what was approved, which is what is sent
     * @param round is told the number of each answer that is asked for
     * @throws com.cdhdashboard.assistant.model.ModelException if there is no answer
     */
    public Result run(Request request, Payload payload, IntConsumer round, Cancelled cancelled) {
        List<Message> messages = new ArrayList<>(payload.prompt().messages());
        List<Problem> problems = List.of();
        for (int number = 1; number <= ROUNDS; number++) {
            round.accept(number);
            Turn turn = ask(payload.prompt(), messages, cancelled);
            Answer.Checked checked = Answer.of(request, turn.text(), turn.cut());
            if (checked.proposal().isPresent()) {
                return new Result(checked.proposal(), List.of(), number);
            }
            problems = checked.problems();
            messages.add(new Message.Answer(repeatable(turn.text()), List.of()));
            messages.add(new Message.Question(back(request, problems)));
        }
        return new Result(
                Optional.empty(),
                problems.stream()
                        .limit(MOST_PROBLEMS)
                        .map(Improvement::sentence)
                        .toList(),
                ROUNDS);
    }

    private Turn ask(Prompt first, List<Message> messages, Cancelled cancelled) {
        Prompt prompt = new Prompt(first.instructions(), messages, first.tools(), first.answerSchema());
        sent.add(new SentLog.Sent(clock.instant(), model.name(), "studio", prompt));
        return model.answer(prompt, piece -> {}, cancelled);
    }

    /** Providers take no empty message, and nobody needs an endless one twice. */
    private static String repeatable(String text) {
        return text.isBlank() ? "(nothing)" : text.substring(0, Math.min(MOST_CHARACTERS_BACK, text.length()));
    }

    private static String sentence(Problem problem) {
        return problem.path().isEmpty() ? problem.message() : problem.path() + ": " + problem.message();
    }

    private static String back(Request request, List<Problem> problems) {
        ToldProblems told = ToldProblems.of(request);
        StringBuilder text = new StringBuilder("Your answer cannot be used:\n");
        problems.stream()
                .limit(MOST_PROBLEMS)
                .forEach(problem -> text.append("- ").append(told.of(problem)).append('\n'));
        return text.append("Answer again with the whole JSON object, and nothing else.")
                .toString();
    }
}
