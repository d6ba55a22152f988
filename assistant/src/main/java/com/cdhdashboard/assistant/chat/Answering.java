package com.cdhdashboard.assistant.chat;

import com.cdhdashboard.assistant.chat.Exchange.Answer;
import com.cdhdashboard.assistant.chat.Exchange.Effort;
import com.cdhdashboard.assistant.chat.Exchange.Failure;
import com.cdhdashboard.assistant.chat.Exchange.Outcome;
import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.ModelException;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.ToolCall;
import com.cdhdashboard.assistant.model.Turn;
import com.cdhdashboard.assistant.number.Checked;
import com.cdhdashboard.assistant.number.Unsupported;
import com.cdhdashboard.assistant.privacy.Masking;
import com.cdhdashboard.assistant.privacy.SentLog;
import com.cdhdashboard.core.error.UserException;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One question on its way: turns of the model until it answers without asking tools. */
final class Answering {
    private static final Logger LOG = System.getLogger(Answering.class.getName());
    private static final int REASONS = 10;
    private static final String STOPPED = "Stopped before there was an answer.";

    private final Request request;
    private final LanguageModel model;
    private final Listener listener;
    private final Assistant assistant;
    private final Limits limits;
    private final Instant began;
    private final Masking masking;
    private final Calls calls;
    private final List<Message> messages = new ArrayList<>();
    private int turns;
    private int corrections;
    private long sentTokens;
    private long receivedTokens;

    Answering(Request request, LanguageModel model, Listener listener, Assistant assistant) {
        this.request = request;
        this.model = model;
        this.listener = listener;
        this.assistant = assistant;
        this.limits = assistant.limits();
        this.began = assistant.clock().instant();
        List<String> said = new ArrayList<>(List.of(request.question()));
        request.soFar().exchanges().forEach(exchange -> said.add(exchange.question()));
        this.masking = Masking.of(request.disclosure(), request.now(), said);
        this.calls = new Calls(
                assistant, request.now(), masking, listener, request.soFar().asked());
    }

    Exchange run(Cancelled cancelled) {
        Outcome outcome = refusal().<Outcome>map(Failure::new).orElseGet(() -> limited(cancelled));
        Duration time = Duration.between(began, assistant.clock().instant());
        Effort effort = new Effort(turns, sentTokens, receivedTokens, time);
        return new Exchange(request.question(), calls.asked(), outcome, effort, began, model.name());
    }

    private Optional<String> refusal() {
        int length = request.question().length();
        if (request.question().isBlank()) {
            return Optional.of("The question is empty; write what you want to know.");
        }
        return length > limits.question()
                ? Optional.of("The question has " + length + " characters; at most " + limits.question()
                        + " can be asked at once.")
                : Optional.empty();
    }

    /** Ends what the model does when the person does, or when the time is over. */
    private Outcome limited(Cancelled cancelled) {
        Cancelled own = new Cancelled();
        cancelled.whenCancelled(own::cancel);
        CompletableFuture.delayedExecutor(limits.time().toMillis(), TimeUnit.MILLISECONDS)
                .execute(own::cancel);
        try {
            return answered(own);
        } catch (ModelException e) {
            boolean late = own.isCancelled() && !cancelled.isCancelled();
            boolean stopped = e.reason() == ModelException.Reason.CANCELLED || own.isCancelled();
            return new Failure(!stopped ? String.valueOf(e.getMessage()) : late ? tooLong() : STOPPED);
        } catch (UserException e) {
            return new Failure(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Logger.Level.ERROR, "a question to the assistant failed", e);
            return new Failure("The program failed at this question; the log says why. Ask in other words.");
        }
    }

    private String tooLong() {
        return "There was no answer within " + limits.time().toSeconds() + " seconds; ask something narrower.";
    }

    private Outcome answered(Cancelled cancelled) {
        messages.addAll(History.of(request.soFar(), limits.exchanges(), masking));
        messages.add(new Message.Question(request.question()));
        while (turns < limits.turns()) {
            requireGoingOn(cancelled);
            Optional<Outcome> outcome = turn(cancelled);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return new Failure("The model took " + turns + " turns and did not come to an answer; ask something narrower.");
    }

    private static void requireGoingOn(Cancelled cancelled) {
        if (cancelled.isCancelled()) {
            throw new ModelException(ModelException.Reason.CANCELLED, STOPPED);
        }
    }

    /** One prompt and what came back; empty where the conversation goes on. */
    private Optional<Outcome> turn(Cancelled cancelled) {
        Streaming streaming = new Streaming(request.soFar(), request.question(), request.now(), calls.asked(), masking);
        Prompt prompt = masking.gate(
                new Prompt(Instructions.of(request.now(), masking), messages, assistant.offers(), Optional.empty()));
        assistant.sent().add(new SentLog.Sent(assistant.clock().instant(), model.name(), "chat", prompt));
        turns++;
        Turn turn = model.answer(prompt, piece -> streaming.add(piece).ifPresent(listener::prose), cancelled);
        sentTokens += turn.usage().sent();
        receivedTokens += turn.usage().received();
        if (!turn.calls().isEmpty()) {
            streaming.restarted("The model looks something up.").ifPresent(listener::restarted);
            return asked(turn, cancelled);
        }
        return judged(turn, streaming);
    }

    private Optional<Outcome> asked(Turn turn, Cancelled cancelled) {
        messages.add(new Message.Answer(turn.text(), turn.calls()));
        for (ToolCall call : turn.calls()) {
            requireGoingOn(cancelled);
            if (calls.asked().size() >= limits.calls()) {
                return Optional.of(new Failure("The model asked tools " + limits.calls()
                        + " times and did not come to an answer; ask something narrower."));
            }
            messages.add(calls.ask(call));
        }
        return Optional.empty();
    }

    private Optional<Outcome> judged(Turn turn, Streaming streaming) {
        if (turn.cut()) {
            streaming.restarted("The answer was cut off.").ifPresent(listener::restarted);
            return Optional.of(
                    new Failure("The answer was cut off at the model's limit of tokens; ask for less, or raise"
                            + " max_tokens in the file of models."));
        }
        if (turn.text().length() > Streaming.LONGEST) {
            streaming.restarted("The answer is too long.").ifPresent(listener::restarted);
            Turn begun = new Turn(turn.text().substring(0, REASONS * REASONS), List.of(), turn.usage(), false);
            return again(
                    begun,
                    "Your answer was far too long, and nobody has seen it. Answer in a few sentences.",
                    "The model's answer has " + turn.text().length() + " characters, of at most " + Streaming.LONGEST
                            + ".");
        }
        Checked checked = streaming.whole(turn.text());
        if (checked.prose().isEmpty()) {
            return again(
                    turn, "Your answer was empty. Answer the question in words.", "The model gave an empty answer.");
        }
        if (checked.holds()) {
            listener.prose(checked.prose());
            return Optional.of(new Answer(checked.prose()));
        }
        streaming
                .restarted("The answer had numbers that no tool answered; it is written anew.")
                .ifPresent(listener::restarted);
        return again(turn, masking.hideAnswer(correction(checked.unsupported())), failure(checked.unsupported()));
    }

    private Optional<Outcome> again(Turn turn, String message, String failure) {
        if (corrections++ >= limits.corrections()) {
            return Optional.of(new Failure(failure + " Ask again, or in other words."));
        }
        messages.add(new Message.Answer(turn.text().isBlank() ? "(empty)" : turn.text(), List.of()));
        messages.add(new Message.Question(message));
        return Optional.empty();
    }

    private static String correction(List<Unsupported> unsupported) {
        String reasons = unsupported.stream()
                .limit(REASONS)
                .map(each -> "- " + each + "\n")
                .collect(Collectors.joining());
        return "The person has not seen your answer, as not every number in it is one that a tool answered:\n" + reasons
                + "Write the whole answer again with numbers of the tools' answers only, or ask tools for what is"
                + " missing first. Do not mention this message.";
    }

    private static String failure(List<Unsupported> unsupported) {
        String numbers = unsupported.stream()
                .map(each -> each.text().strip())
                .distinct()
                .limit(REASONS)
                .collect(Collectors.joining(", "));
        return "The model's answer held numbers that the data do not show (" + numbers + "), so it is not shown.";
    }
}
