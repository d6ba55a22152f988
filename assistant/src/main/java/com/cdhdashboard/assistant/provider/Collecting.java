package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.model.ToolCall;
import com.cdhdashboard.assistant.model.Turn;
import com.cdhdashboard.assistant.provider.http.Exchange;
import com.cdhdashboard.assistant.provider.http.Failure;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gathers what the library reads of one answer, and makes a turn of it when all is there. */
final class Collecting implements StreamingChatResponseHandler {
    private static final int MOST_CALLS = 32;
    private static final int MOST_CHARACTERS = 1_000_000;

    private final Exchange exchange;
    private final Consumer<String> pieces;
    private long characters;
    private @Nullable ChatResponse response;
    private @Nullable RuntimeException thrown;

    Collecting(Exchange exchange, Consumer<String> pieces) {
        this.exchange = exchange;
        this.pieces = pieces;
    }

    /** How much of it somebody was told; where it is something, it cannot be asked for again. */
    long told() {
        return characters;
    }

    @Override
    public void onPartialResponse(String text) {
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            exchange.fail(Failure.of(Failure.Kind.TOO_LARGE, "", new IllegalStateException()));
        }
        if (exchange.failure().isPresent()) {
            return;
        }
        try {
            pieces.accept(text);
        } catch (RuntimeException e) {
            thrown = e;
            exchange.fail(Failure.of(Failure.Kind.CANCELLED, "", e));
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse complete) {
        response = complete;
    }

    /** All at once. */
    void onWhole(ChatResponse complete) {
        Optional.ofNullable(complete.aiMessage().text()).ifPresent(this::onPartialResponse);
        onCompleteResponse(complete);
    }

    @Override
    public void onError(Throwable error) {
        exchange.fail(Failure.of(Failure.Kind.NOT_AN_ANSWER, "", error));
    }

    /**
     * What was answered.
     *
     * @param ids gives a call an id where the provider gave it none
     * @throws Failure if there is no answer
     */
    Turn turn(UnaryOperator<String> ids) {
        if (thrown != null) {
            throw thrown;
        }
        exchange.failure().ifPresent(failure -> {
            throw failure;
        });
        ChatResponse whole = response;
        if (whole == null) {
            throw Failure.of(Failure.Kind.BROKEN, "", new IllegalStateException());
        }
        FinishReason reason = whole.finishReason();
        String text = Optional.ofNullable(whole.aiMessage().text()).orElse("");
        List<ToolCall> calls = calls(whole, ids);
        if (reason == null && !exchange.saidDone()) {
            throw Failure.of(Failure.Kind.BROKEN, "", new IllegalStateException());
        }
        if (reason == FinishReason.CONTENT_FILTER) {
            throw Failure.of(Failure.Kind.HELD_BACK);
        }
        if (text.isEmpty() && calls.isEmpty() && reason != FinishReason.LENGTH) {
            throw noAnswer("it is empty");
        }
        if (text.length() > MOST_CHARACTERS) {
            throw Failure.of(Failure.Kind.TOO_LARGE, "", new IllegalStateException());
        }
        return new Turn(text, calls, usage(whole.tokenUsage()), reason == FinishReason.LENGTH);
    }

    private static Failure noAnswer(String why) {
        return Failure.of(Failure.Kind.NOT_AN_ANSWER, why, new IllegalStateException());
    }

    private static List<ToolCall> calls(ChatResponse whole, UnaryOperator<String> ids) {
        List<ToolExecutionRequest> asked = whole.aiMessage().toolExecutionRequests();
        if (asked.size() > MOST_CALLS) {
            throw noAnswer("it asks for " + asked.size() + " tools at once");
        }
        List<ToolCall> calls = new ArrayList<>();
        for (ToolExecutionRequest each : asked) {
            String name = Optional.ofNullable(each.name()).orElse("");
            String id = Optional.ofNullable(each.id())
                    .filter(given -> !given.isBlank())
                    .orElseGet(() -> ids.apply(name));
            calls.add(
                    new ToolCall(id, name, Optional.ofNullable(each.arguments()).orElse("")));
        }
        return calls;
    }

    private static Turn.Usage usage(@Nullable TokenUsage usage) {
        if (usage == null) {
            return new Turn.Usage(0, 0);
        }
        return new Turn.Usage(count(usage.inputTokenCount()), count(usage.outputTokenCount()));
    }

    private static long count(@Nullable Integer tokens) {
        return tokens == null ? 0 : Math.max(0, tokens);
    }
}
