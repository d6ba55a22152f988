package com.cdhdashboard.assistant.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The Responses interface of OpenAI. */
final class ResponsesForm implements Form {
    @Override
    public boolean takes(String path) {
        return path.endsWith("/responses");
    }

    @Override
    public JsonNode whole(Reply.Says reply, Asked asked) {
        ObjectNode answer = Form.object()
                .put("id", "resp-1")
                .put("object", "response")
                .put("created_at", 1_760_000_000)
                .put("status", reply.cut() ? "incomplete" : "completed")
                .put("model", asked.body().path("model").asText());
        answer.putNull("error");
        if (reply.cut()) {
            answer.putObject("incomplete_details").put("reason", "max_output_tokens");
        }
        ArrayNode output = answer.putArray("output");
        if (!reply.text().isEmpty()) {
            output.add(message(reply.text()));
        }
        for (int i = 0; i < reply.calls().size(); i++) {
            output.add(call(i, reply.calls().get(i), reply.calls().get(i).arguments()));
        }
        if (reply.sentTokens() > 0) {
            answer.putObject("usage")
                    .put("input_tokens", reply.sentTokens())
                    .put("output_tokens", reply.receivedTokens())
                    .put("total_tokens", reply.sentTokens() + reply.receivedTokens());
        }
        return answer;
    }

    private static ObjectNode message(String text) {
        ObjectNode message = Form.object()
                .put("id", "msg-1")
                .put("type", "message")
                .put("role", "assistant")
                .put("status", "completed");
        ObjectNode content = message.putArray("content").addObject();
        content.put("type", "output_text").put("text", text).putArray("annotations");
        return message;
    }

    private static ObjectNode call(int index, Reply.Call call, String arguments) {
        return Form.object()
                .put("id", "fc-" + index)
                .put("type", "function_call")
                .put("status", "completed")
                .put("call_id", "call-" + index)
                .put("name", call.name())
                .put("arguments", arguments);
    }

    @Override
    public List<String> pieces(Reply.Says reply, Asked asked) {
        List<String> pieces = new ArrayList<>();
        ObjectNode created = typed("response.created");
        created.putObject("response")
                .put("id", "resp-1")
                .put("status", "in_progress")
                .putNull("error");
        pieces.add(event(created));
        int index = 0;
        if (!reply.text().isEmpty()) {
            pieces.add(event(item("response.output_item.added", index, message(""))));
            for (String part : Form.parts(reply.text(), reply.letters())) {
                pieces.add(event(typed("response.output_text.delta")
                        .put("item_id", "msg-1")
                        .put("output_index", index)
                        .put("content_index", 0)
                        .put("delta", part)));
            }
            pieces.add(event(item("response.output_item.done", index, message(reply.text()))));
            index++;
        }
        for (int i = 0; i < reply.calls().size(); i++) {
            calls(pieces, reply, i, index + i);
        }
        ObjectNode last = typed(reply.cut() ? "response.incomplete" : "response.completed");
        last.set("response", whole(reply, asked));
        pieces.add(event(last));
        return pieces;
    }

    private static void calls(List<String> pieces, Reply.Says reply, int number, int index) {
        Reply.Call call = reply.calls().get(number);
        pieces.add(event(item("response.output_item.added", index, call(number, call, ""))));
        for (String part : Form.parts(call.arguments(), reply.letters())) {
            pieces.add(event(typed("response.function_call_arguments.delta")
                    .put("item_id", "fc-" + number)
                    .put("output_index", index)
                    .put("delta", part)));
        }
        pieces.add(event(typed("response.function_call_arguments.done")
                .put("item_id", "fc-" + number)
                .put("output_index", index)
                .put("arguments", call.arguments())));
        pieces.add(event(item("response.output_item.done", index, call(number, call, call.arguments()))));
    }

    private static ObjectNode item(String type, int index, ObjectNode item) {
        ObjectNode event = typed(type).put("output_index", index);
        event.set("item", item);
        return event;
    }

    private static ObjectNode typed(String type) {
        return Form.object().put("type", type);
    }

    private static String event(ObjectNode data) {
        return Form.event(data.path("type").asText(), data);
    }
}
