package com.cdhdashboard.assistant.chat;

import com.cdhdashboard.assistant.model.Message;
import com.cdhdashboard.assistant.model.ToolCall;
import com.cdhdashboard.assistant.privacy.Masking;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.tool.ToolAnswer;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.error.ShortText;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts what a model asks to tools, with values for placeholders, and tells it the answers with placeholders for values. */
final class Calls {
    private static final Logger LOG = System.getLogger(Calls.class.getName());
    private static final int LONGEST_ARGUMENTS = 20_000;
    private static final int DEEPEST = 20;
    private static final int SHOWN = 200;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Assistant assistant;
    private final Snapshot now;
    private final Masking masking;
    private final Listener listener;
    private final int before;
    private final List<Asked> asked = new ArrayList<>();

    /**
     * @param before how many questions were put to tools earlier in the chat
     */
    Calls(Assistant assistant, Snapshot now, Masking masking, Listener listener, int before) {
        this.assistant = assistant;
        this.now = now;
        this.masking = masking;
        this.listener = listener;
        this.before = before;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Asks, and says what the model is told. */
    Message.ToolResult ask(ToolCall call) {
        String id = "q" + (before + asked.size() + 1);
        Optional<JsonNode> meant = arguments(call.arguments()).map(masking::reveal);
        String shown = meant.map(JsonNode::toString).orElseGet(() -> ShortText.of(call.arguments(), SHOWN));
        String name = ShortText.of(call.name(), SHOWN);
        listener.asking(id, name, shown);
        Asked.Reply reply = reply(call.name(), meant);
        Asked done = new Asked(id, name, shown, reply);
        asked.add(done);
        listener.asked(done);
        return told(call, meant.orElseGet(JsonNodeFactory.instance::objectNode), reply);
    }

    private Message.ToolResult told(ToolCall call, JsonNode arguments, Asked.Reply reply) {
        boolean refused = reply instanceof Asked.Refused;
        String json = reply instanceof Asked.Answered answered
                ? Content.text(masking.hide(answered.answer().content(), arguments))
                : error(masking.hide(((Asked.Refused) reply).sentence(), arguments));
        return new Message.ToolResult(call, json, refused);
    }

    private static String error(String sentence) {
        return JsonNodeFactory.instance.objectNode().put("error", sentence).toString();
    }

    private static Optional<JsonNode> arguments(String text) {
        if (text.length() > LONGEST_ARGUMENTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(text.isBlank() ? "{}" : text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private Asked.Reply reply(String name, Optional<JsonNode> arguments) {
        if (arguments.isEmpty()) {
            return new Asked.Refused("The arguments of " + ShortText.of(name, SHOWN) + " are no JSON object of up to "
                    + LONGEST_ARGUMENTS + " characters; write one as its parameters describe.");
        }
        Optional<String> withheld = masking.asksOfWithheld(arguments.get());
        return withheld.isPresent()
                ? new Asked.Refused("\"" + withheld.get() + "\" is not told to the assistant; ask without it.")
                : answer(name, Content.text(arguments.get()));
    }

    private Asked.Reply answer(String name, String arguments) {
        try {
            ToolAnswer answer = assistant.tools().call(now, name, arguments);
            return refusal(answer).<Asked.Reply>map(Asked.Refused::new).orElseGet(() -> new Asked.Answered(answer));
        } catch (UserException e) {
            return new Asked.Refused(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Logger.Level.ERROR, "a tool that the assistant asked failed", e);
            return new Asked.Refused("The program failed at this question; the log says why. Ask something else.");
        }
    }

    private Optional<String> refusal(ToolAnswer answer) {
        Optional<String> withheld = answer.table().stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::name)
                .filter(masking::withholds)
                .findFirst();
        if (withheld.isPresent()) {
            return Optional.of("The answer has the column \"" + withheld.get()
                    + "\", which is not told to the assistant; ask without it.");
        }
        int most = assistant.limits().result();
        int length = Content.text(answer.content()).length();
        return length > most
                ? Optional.of("The answer has " + length + " characters, of at most " + most
                        + "; ask for fewer rows or columns.")
                : Optional.empty();
    }
}
