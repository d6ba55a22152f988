package com.cdhdashboard.assistant.eval;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.chat.Assistant;
import com.cdhdashboard.assistant.chat.Chat;
import com.cdhdashboard.assistant.chat.Exchange;
import com.cdhdashboard.assistant.chat.Limits;
import com.cdhdashboard.assistant.chat.Listener;
import com.cdhdashboard.assistant.chat.Request;
import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.model.LanguageModel;
import com.cdhdashboard.assistant.model.ModelException;
import com.cdhdashboard.assistant.privacy.Disclosure;
import com.cdhdashboard.assistant.privacy.SentLog;
import com.cdhdashboard.assistant.tool.Tools;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Asks a model what the data say, each question in a chat of its own.
 *
 * @param models gives the model for one question
 */
public record Evaluation(Snapshot now, Supplier<LanguageModel> models) {
    private static final Listener NOBODY = new Listener() {};

    public Evaluation {
        requireNonNull(now, "now");
        requireNonNull(models, "models");
    }

    /** @throws ModelException if no model can be asked at all, as its key is missing */
    public Grade ask(KnownQuestion question) {
        Assistant assistant = new Assistant(Tools.all(), Limits.DEFAULT, SentLog.NONE, Clock.systemUTC());
        Request request = new Request(Chat.EMPTY, question.text(), now, Disclosure.ALL);
        Exchange exchange = assistant.answer(request, models.get(), NOBODY, new Cancelled());
        return Grade.of(question, exchange);
    }
}
