package com.cdhdashboard.assistant.chat;

import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.privacy.Masking;
import com.cdhdashboard.assistant.prose.ProseText;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.core.error.ShortText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was said before as a model is told it: what was asked of tools, and texts, but no rows. */
final class History {
    private static final int ARGUMENTS = 300;
    private static final int TEXT = 4_000;
    private static final JsonMapper JSON = new JsonMapper();

    private History() {}

    static List<Message> of(Chat chat, int exchanges, Masking masking) {
        List<Message> told = new ArrayList<>();
        List<Exchange> all = chat.exchanges();
        for (Exchange exchange : all.subList(Math.max(0, all.size() - exchanges), all.size())) {
            told.add(new Message.Question(exchange.question()));
            told.add(new Message.Answer(lookedUp(exchange, masking) + answer(exchange.outcome(), masking), List.of()));
        }
        return told;
    }

    private static String lookedUp(Exchange exchange, Masking masking) {
        String calls = exchange.asked().stream()
                .filter(asked -> asked.answer().isPresent())
                .map(asked -> asked.tool() + " " + ShortText.of(arguments(asked.arguments(), masking), ARGUMENTS))
                .collect(Collectors.joining("; "));
        return calls.isEmpty() ? "" : "(Looked up: " + calls + ")\n";
    }

    /** Hidden before they are cut, as a part of a value is not known as one. */
    private static String arguments(String json, Masking masking) {
        try {
            return Content.text(masking.hide(JSON.readTree(json)));
        } catch (JsonProcessingException e) {
            return masking.hideAnswer(json);
        }
    }

    private static String answer(Exchange.Outcome outcome, Masking masking) {
        return outcome instanceof Exchange.Answer answer
                ? ShortText.of(masking.hideAnswer(ProseText.plain(answer.prose())), TEXT)
                : "(No answer.)";
    }
}
