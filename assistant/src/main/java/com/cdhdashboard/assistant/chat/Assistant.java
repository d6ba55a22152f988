package com.cdhdashboard.assistant.chat;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.Prompt;
import com.cdhdashboard.assistant.model.ToolOffer;
import com.cdhdashboard.assistant.privacy.Disclosed;
import com.cdhdashboard.assistant.privacy.Disclosure;
import com.cdhdashboard.assistant.privacy.Masking;
import com.cdhdashboard.assistant.privacy.SentLog;
import com.cdhdashboard.assistant.tool.Tools;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Answers questions of people by a model that asks tools. Safe for use by many threads. */
public final class Assistant {
    private final Tools tools;
    private final Limits limits;
    private final SentLog sent;
    private final Clock clock;

    /**
     * @param sent is told every prompt before it is sent
     */
    public Assistant(Tools tools, Limits limits, SentLog sent, Clock clock) {
        this.tools = requireNonNull(tools, "tools");
        this.limits = requireNonNull(limits, "limits");
        this.sent = requireNonNull(sent, "sent");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Answers one question, and waits for it. Whatever goes wrong is an exchange, too, which says why there is no answer.
     *
     * @param listener is told what happens meanwhile, and of the exchange at the end
     */
    public Exchange answer(Request request, LanguageModel model, Listener listener, Cancelled cancelled) {
        Exchange exchange = new Answering(request, model, listener, this).run(cancelled);
        listener.finished(exchange);
        return exchange;
    }

    /** All that could be sent, for people to agree to before the first question. */
    public Disclosed disclosed(Snapshot now, Disclosure disclosure) {
        Prompt first =
                new Prompt(Instructions.of(now, Masking.of(disclosure, now)), List.of(), offers(), Optional.empty());
        return Disclosed.of(now, disclosure, first);
    }

    List<ToolOffer> offers() {
        return tools.list().stream()
                .map(tool -> new ToolOffer(tool.name(), tool.description(), tool.parameters()))
                .toList();
    }

    Tools tools() {
        return tools;
    }

    Limits limits() {
        return limits;
    }

    SentLog sent() {
        return sent;
    }

    Clock clock() {
        return clock;
    }
}
