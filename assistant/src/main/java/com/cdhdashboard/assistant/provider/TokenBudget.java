package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.model.ModelException;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.Turn;
import com.cdhdashboard.assistant.settings.ModelLimits;
import java.util.Locale;
import java.util.Optional;

/**
 * What one question may still take. A turn begins as long as a limit is not reached; what it takes is known when it has
 * ended.
 */
final class TokenBudget {
    /** Where a provider does not count: letters of usual texts that make a token. */
    private static final int LETTERS = 4;

    private final ModelLimits limits;
    private final SpentOfDay day;
    private Spent question = Spent.NOTHING;

    TokenBudget(ModelLimits limits, SpentOfDay day) {
        this.limits = limits;
        this.day = day;
    }

    /** For which a limit holds. */
    private enum Span {
        QUESTION("This question has", "Ask a simpler question"),
        DAY("The questions of today (UTC) have", "Ask again tomorrow");

        private final String subject;
        private final String advice;

        Span(String subject, String advice) {
            this.subject = subject;
            this.advice = advice;
        }
    }

    /** @throws ModelException if a limit is reached */
    synchronized void check() {
        check(limits.tokensPerQuestion(), question.tokens(), Span.QUESTION, "tokens", "tokens_per_question");
        check(limits.costPerQuestion(), question.cost(), Span.QUESTION, "of cost", "cost_per_question");
        Spent today = day.today();
        check(limits.tokensPerDay(), today.tokens(), Span.DAY, "tokens", "tokens_per_day");
        check(limits.costPerDay(), today.cost(), Span.DAY, "of cost", "cost_per_day");
    }

    private static <N extends Number> void check(Optional<N> limit, N spent, Span span, String what, String key) {
        if (limit.isPresent() && !(spent.doubleValue() < limit.get().doubleValue())) {
            throw new ModelException(
                    ModelException.Reason.LIMIT,
                    span.subject + " taken " + number(spent) + " " + what + ", and " + number(limit.get())
                            + " are allowed. " + span.advice + ", or allow more with " + key
                            + " in the file of models.");
        }
    }

    private static String number(Number number) {
        return number instanceof Long
                ? String.valueOf(number)
                : String.format(Locale.ROOT, "%.4f", number.doubleValue());
    }

    synchronized void add(Prompt prompt, Turn turn) {
        Turn.Usage told = turn.usage();
        add(
                told.sent() > 0 ? told.sent() : letters(prompt) / LETTERS,
                told.received() > 0 ? told.received() : letters(turn) / LETTERS);
    }

    /** An answer that ended before it was whole, after so many letters; what it took is told by nobody. */
    synchronized void addBroken(Prompt prompt, long letters) {
        add(letters(prompt) / LETTERS, letters / LETTERS);
    }

    private void add(long sent, long received) {
        Spent spent = new Spent(
                sent + received,
                limits.prices().map(prices -> prices.of(sent, received)).orElse(0.0));
        question = question.plus(spent);
        day.add(spent);
    }

    private static long letters(Prompt prompt) {
        return prompt.instructions().length()
                + prompt.messages().stream()
                        .mapToLong(message -> message.toString().length())
                        .sum()
                + prompt.tools().stream()
                        .mapToLong(tool -> tool.toString().length())
                        .sum();
    }

    private static long letters(Turn turn) {
        return turn.text().length()
                + turn.calls().stream()
                        .mapToLong(call -> call.arguments().length())
                        .sum();
    }
}
