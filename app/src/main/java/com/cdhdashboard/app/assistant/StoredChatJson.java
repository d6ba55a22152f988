package com.cdhdashboard.app.assistant;

import com.cdhdashboard.assistant.chat.Chat;
import com.cdhdashboard.assistant.chat.ChatJson;
import com.cdhdashboard.assistant.chat.Exchange;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Chats as they are kept, as JSON and back. */
final class StoredChatJson {
    private static final int VERSION = 1;

    private StoredChatJson() {}

    static ObjectNode write(StoredChat chat) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("version", VERSION);
        object.put("id", chat.id());
        object.put("owner", chat.owner());
        object.put("name", chat.name());
        object.put("begun", chat.begun().toString());
        object.put("changed", chat.changed().toString());
        object.set("chat", write(chat.exchanges()));
        object.set("replaced", write(chat.replaced()));
        return object;
    }

    private static ObjectNode write(List<StoredExchange> exchanges) {
        ObjectNode object = ChatJson.write(
                new Chat(exchanges.stream().map(StoredExchange::exchange).toList()));
        ArrayNode ratings = object.putArray("ratings");
        exchanges.forEach(each -> ratings.add(each.rating().name()));
        return object;
    }

    /** @throws IllegalArgumentException where it is none, or one of a later program */
    static StoredChat read(JsonNode json) {
        if (json.path("version").asInt() != VERSION) {
            throw new IllegalArgumentException("a chat of version " + json.path("version"));
        }
        return new StoredChat(
                json.path("id").asText(),
                json.path("owner").asText(),
                json.path("name").asText(),
                Instant.parse(json.path("begun").asText()),
                Instant.parse(json.path("changed").asText()),
                exchanges(json.path("chat")),
                exchanges(json.path("replaced")));
    }

    private static List<StoredExchange> exchanges(JsonNode json) {
        List<StoredExchange> exchanges = new ArrayList<>();
        List<Exchange> read = ChatJson.read(json).exchanges();
        for (int i = 0; i < read.size(); i++) {
            exchanges.add(new StoredExchange(
                    read.get(i),
                    StoredExchange.Rating.valueOf(json.path("ratings").path(i).asText())));
        }
        return exchanges;
    }
}
