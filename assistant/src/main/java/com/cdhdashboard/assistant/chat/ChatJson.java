package com.cdhdashboard.assistant.chat;

import com.cdhdashboard.assistant.chat.Exchange.Answer;
import com.cdhdashboard.assistant.chat.Exchange.Effort;
import com.cdhdashboard.assistant.chat.Exchange.Failure;
import com.cdhdashboard.assistant.chat.Exchange.Outcome;
import com.cdhdashboard.assistant.prose.ProseJson;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.tool.ToolAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chats as JSON, to be kept; a version tells later programs how to read it. */
public final class ChatJson {
    private static final int VERSION = 1;

    private ChatJson() {}

    public static ObjectNode write(Chat chat) {
        ObjectNode json = Content.object().put("version", VERSION);
        ArrayNode exchanges = json.putArray("exchanges");
        chat.exchanges().forEach(exchange -> exchanges.add(exchange(exchange)));
        return json;
    }

    private static ObjectNode exchange(Exchange exchange) {
        ObjectNode json = Content.object()
                .put("question", exchange.question())
                .put("at", exchange.at().toString())
                .put("model", exchange.model());
        ArrayNode asked = json.putArray("asked");
        exchange.asked().forEach(each -> asked.add(asked(each)));
        if (exchange.outcome() instanceof Answer answer) {
            json.set("answer", ProseJson.write(answer.prose()));
        } else {
            json.put("failure", ((Failure) exchange.outcome()).sentence());
        }
        Effort effort = exchange.effort();
        json.putObject("effort")
                .put("turns", effort.turns())
                .put("sent", effort.sent())
                .put("received", effort.received())
                .put("milliseconds", effort.time().toMillis());
        return json;
    }

    private static ObjectNode asked(Asked asked) {
        ObjectNode json =
                Content.object().put("id", asked.id()).put("tool", asked.tool()).put("arguments", asked.arguments());
        if (asked.reply() instanceof Asked.Refused refused) {
            return json.put("refused", refused.sentence());
        }
        ToolAnswer answer = ((Asked.Answered) asked.reply()).answer();
        json.set("content", answer.content());
        answer.table().ifPresent(table -> json.set("table", TableCells.write(table)));
        answer.page().ifPresent(page -> json.put("page", page));
        return json;
    }

    /** @throws IllegalArgumentException where it is no chat, or one of a later program; the message says which */
    public static Chat read(JsonNode json) {
        int version = json.path("version").asInt();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "it is no chat of version " + VERSION + ", which this program reads, but of \""
                            + json.path("version").asText() + "\"");
        }
        try {
            List<Exchange> exchanges = new ArrayList<>();
            json.path("exchanges").forEach(exchange -> exchanges.add(readExchange(exchange)));
            return new Chat(exchanges);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it holds a time that is none", e);
        }
    }

    private static Exchange readExchange(JsonNode json) {
        List<Asked> asked = new ArrayList<>();
        json.path("asked").forEach(each -> asked.add(readAsked(each)));
        Outcome outcome = json.has("answer")
                ? new Answer(ProseJson.read(json.path("answer")))
                : new Failure(json.path("failure").asText());
        JsonNode effort = json.path("effort");
        return new Exchange(
                json.path("question").asText(),
                asked,
                outcome,
                new Effort(
                        effort.path("turns").asInt(),
                        effort.path("sent").asLong(),
                        effort.path("received").asLong(),
                        Duration.ofMillis(effort.path("milliseconds").asLong())),
                Instant.parse(json.path("at").asText()),
                json.path("model").asText());
    }

    private static Asked readAsked(JsonNode json) {
        Asked.Reply reply = json.path("content") instanceof ObjectNode content
                ? new Asked.Answered(new ToolAnswer(
                        content,
                        Optional.ofNullable(json.get("table")).map(TableCells::read),
                        Optional.ofNullable(json.get("page")).map(JsonNode::asText)))
                : new Asked.Refused(json.path("refused").asText());
        return new Asked(
                json.path("id").asText(),
                json.path("tool").asText(),
                json.path("arguments").asText(),
                reply);
    }
}
