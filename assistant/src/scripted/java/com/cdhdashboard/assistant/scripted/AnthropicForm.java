package com.cdhdashboard.assistant.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Messages of Anthropic. */
final class AnthropicForm implements Form {
    @Override
    public boolean takes(String path) {
        return path.endsWith("/messages");
    }

    @Override
    public JsonNode whole(Reply.Says reply, Asked asked) {
        ObjectNode answer = frame(asked);
        ArrayNode content = answer.putArray("content");
        if (!reply.text().isEmpty()) {
            content.addObject().put("type", "text").put("text", reply.text());
        }
        for (int i = 0; i < reply.calls().size(); i++) {
            content.addObject()
                    .put("type", "tool_use")
                    .put("id", "toolu-" + i)
                    .put("name", reply.calls().get(i).name())
                    .set("input", Form.parsed(reply.calls().get(i).arguments()));
        }
        answer.put("stop_reason", reason(reply)).putNull("stop_sequence");
        if (reply.sentTokens() > 0) {
            answer.putObject("usage")
                    .put("input_tokens", reply.sentTokens())
                    .put("output_tokens", reply.receivedTokens());
        }
        return answer;
    }

    private static ObjectNode frame(Asked asked) {
        return Form.object()
                .put("id", "msg-1")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", asked.body().path("model").asText());
    }

    private static String reason(Reply.Says reply) {
        return reply.cut() ? "max_tokens" : reply.calls().isEmpty() ? "end_turn" : "tool_use";
    }

    @Override
    public List<String> pieces(Reply.Says reply, Asked asked) {
        List<String> pieces = new ArrayList<>();
        pieces.add(event(start(reply, asked)));
        pieces.add(event(typed("ping")));
        int index = 0;
        if (!reply.text().isEmpty()) {
            ObjectNode block = Form.object().put("type", "text").put("text", "");
            block(pieces, index++, block, "text_delta", "text", Form.parts(reply.text(), reply.letters()));
        }
        for (int i = 0; i < reply.calls().size(); i++) {
            Reply.Call call = reply.calls().get(i);
            ObjectNode block = Form.object()
                    .put("type", "tool_use")
                    .put("id", "toolu-" + i)
                    .put("name", call.name());
            block.putObject("input");
            block(
                    pieces,
                    index++,
                    block,
                    "input_json_delta",
                    "partial_json",
                    Form.parts(call.arguments(), reply.letters()));
        }
        ObjectNode ends = typed("message_delta");
        ends.putObject("delta").put("stop_reason", reason(reply)).putNull("stop_sequence");
        ends.putObject("usage").put("output_tokens", reply.receivedTokens());
        pieces.add(event(ends));
        pieces.add(event(typed("message_stop")));
        return pieces;
    }

    private static ObjectNode start(Reply.Says reply, Asked asked) {
        ObjectNode message = frame(asked);
        message.putArray("content");
        message.putNull("stop_reason");
        message.putObject("usage").put("input_tokens", reply.sentTokens()).put("output_tokens", 1);
        ObjectNode start = typed("message_start");
        start.set("message", message);
        return start;
    }

    private static void block(
            List<String> pieces, int index, ObjectNode block, String type, String field, List<String> parts) {
        ObjectNode start = typed("content_block_start").put("index", index);
        start.set("content_block", block);
        pieces.add(event(start));
        for (String part : parts) {
            ObjectNode delta = typed("content_block_delta").put("index", index);
            delta.putObject("delta").put("type", type).put(field, part);
            pieces.add(event(delta));
        }
        pieces.add(event(typed("content_block_stop").put("index", index)));
    }

    private static ObjectNode typed(String type) {
        return Form.object().put("type", type);
    }

    private static String event(ObjectNode data) {
        return Form.event(data.path("type").asText(), data);
    }
}
