package com.cdhdashboard.assistant.chat;

import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.prose.ProseText;
import com.cdhdashboard.core.error.ShortText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was said before as a model is told it: what was asked of tools, and texts, but no rows. */
final class History {
    private static final int ARGUMENTS = 300;
    private static final int TEXT = 4_000;

    private History() {}

    static List<Message> of(Chat chat, int exchanges) {
        List<Message> told = new ArrayList<>();
        List<Exchange> all = chat.exchanges();
        for (Exchange exchange : all.subList(Math.max(0, all.size() - exchanges), all.size())) {
            told.add(new Message.Question(exchange.question()));
            told.add(new Message.Answer(lookedUp(exchange) + answer(exchange.outcome()), List.of()));
        }
        return told;
    }

    private static String lookedUp(Exchange exchange) {
        String calls = exchange.asked().stream()
                .filter(asked -> asked.answer().isPresent())
                .map(asked -> asked.tool() + " " + ShortText.of(asked.arguments(), ARGUMENTS))
                .collect(Collectors.joining("; "));
        return calls.isEmpty() ? "" : "(Looked up: " + calls + ")\n";
    }

    private static String answer(Exchange.Outcome outcome) {
        return outcome instanceof Exchange.Answer answer
                ? ShortText.of(ProseText.plain(answer.prose()), TEXT)
                : "(No answer.)";
    }
}
