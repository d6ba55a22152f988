package com.cdhdashboard.assistant.provider;

import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.ModelException;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.Turn;
import com.cdhdashboard.assistant.provider.http.Connections;
import com.cdhdashboard.assistant.provider.http.Exchange;
import com.cdhdashboard.assistant.provider.http.ExchangeBuilder;
import com.cdhdashboard.assistant.provider.http.Failure;
import com.cdhdashboard.assistant.settings.ModelSettings;
import com.cdhdashboard.assistant.settings.SchemaAnswers;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A model of a provider for the turns of one question. */
final class ProvidedModel implements LanguageModel {
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    /** Whoever asks does not wait longer for a provider that wants to be left alone. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final ModelSettings settings;
    private final Keys.Found key;
    private final Connections connections;
    private final Waiting waiting;
    private final TokenBudget budget;
    private final Wire wire;
    private final AtomicInteger calls = new AtomicInteger();

    ProvidedModel(
            ModelSettings settings, Keys.Found key, Connections connections, Waiting waiting, TokenBudget budget) {
        this.settings = settings;
        this.key = key;
        this.connections = connections;
        this.waiting = waiting;
        this.budget = budget;
        this.wire = Wires.of(settings, key.key());
    }

    @Override
    public String name() {
        return settings.model().toString();
    }

    @Override
    public Turn answer(Prompt prompt, Consumer<String> pieces, Cancelled cancelled) {
        budget.check();
        try {
            Turn turn = trying(prompt, pieces, cancelled);
            budget.add(prompt, turn);
            return turn;
        } catch (Failure e) {
            throw new FailureSentences(settings, key.origin(), new FitWords(key.key(), prompt)::of).of(e);
        }
    }

    private Turn trying(Prompt prompt, Consumer<String> pieces, Cancelled cancelled) {
        SchemaAnswers bound = settings.options().schemaAnswers();
        ChatRequest request = ChatRequests.of(prompt, bound == SchemaAnswers.JSON_SCHEMA);
        ObjectNode added = wire.added(prompt.answerSchema().filter(schema -> bound == SchemaAnswers.JSON_OBJECT));
        for (int tries = 0; ; tries++) {
            if (cancelled.isCancelled()) {
                throw Failure.of(Failure.Kind.CANCELLED);
            }
            Exchange exchange = new Exchange(
                    connections, new Exchange.Terms(settings.options().timeout(), added), cancelled);
            Collecting collecting = new Collecting(exchange, pieces);
            try {
                ask(request, new ExchangeBuilder(exchange), collecting);
                return collecting.turn(name -> "call_" + calls.incrementAndGet());
            } catch (Failure e) {
                if (collecting.told() > 0 || e.givenUp()) {
                    budget.addBroken(prompt, collecting.told());
                    throw e;
                }
                Duration wait = e.retryAfter().orElseGet(backOff(tries));
                boolean again = e.passes() && tries < settings.options().retries() && wait.compareTo(LONGEST_WAIT) <= 0;
                if (!again) {
                    throw e;
                }
                waiting.waitFor(wait, cancelled);
            }
        }
    }

    private void ask(ChatRequest request, ExchangeBuilder exchange, Collecting collecting) {
        try {
            if (settings.options().streaming()) {
                wire.pieces(exchange).chat(request, collecting);
            } else {
                collecting.onWhole(wire.whole(exchange).chat(request));
            }
        } catch (ModelException e) {
            throw e;
        } catch (RuntimeException e) {
            // The first reason counts: where the exchange has failed, this is what the library made of it
            collecting.onError(e);
        }
    }

    /** Twice as long each time, and never in step with others. */
    private static Supplier<Duration> backOff(int tries) {
        return () -> {
            long longest = FIRST_WAIT.toMillis() << Math.min(tries, 5);
            return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
        };
    }
}
