package com.cdhdashboard.assistant.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chat completions of OpenAI, also as Azure has them. */
final class OpenAiForm implements Form {
    @Override
    public boolean takes(String path) {
        return path.contains("/chat/completions");
    }

    @Override
    public JsonNode whole(Reply.Says reply, Asked asked) {
        ObjectNode message = Form.object().put("role", "assistant");
        if (reply.text().isEmpty()) {
            message.putNull("content");
        } else {
            message.put("content", reply.text());
        }
        if (!reply.calls().isEmpty()) {
            ArrayNode calls = message.putArray("tool_calls");
            for (int i = 0; i < reply.calls().size(); i++) {
                Reply.Call call = reply.calls().get(i);
                ObjectNode written = calls.addObject().put("id", "call-" + i).put("type", "function");
                written.putObject("function").put("name", call.name()).put("arguments", call.arguments());
            }
        }
        ObjectNode answer = frame(asked, "chat.completion");
        ObjectNode choice = answer.putArray("choices").addObject().put("index", 0);
        choice.set("message", message);
        choice.put("finish_reason", finish(reply));
        usage(answer, reply);
        return answer;
    }

    private static ObjectNode frame(Asked asked, String object) {
        return Form.object()
                .put("id", "chatcmpl-1")
                .put("object", object)
                .put("created", 1_760_000_000)
                .put("model", asked.body().path("model").asText());
    }

    private static void usage(ObjectNode answer, Reply.Says reply) {
        if (reply.sentTokens() > 0) {
            answer.putObject("usage")
                    .put("prompt_tokens", reply.sentTokens())
                    .put("completion_tokens", reply.receivedTokens())
                    .put("total_tokens", reply.sentTokens() + reply.receivedTokens());
        }
    }

    private static String finish(Reply.Says reply) {
        return reply.cut() ? "length" : reply.calls().isEmpty() ? "stop" : "tool_calls";
    }

    @Override
    public List<String> pieces(Reply.Says reply, Asked asked) {
        List<String> pieces = new ArrayList<>();
        pieces.add(piece(asked, Form.object().put("role", "assistant").put("content", ""), null));
        for (String part : Form.parts(reply.text(), reply.letters())) {
            pieces.add(piece(asked, Form.object().put("content", part), null));
        }
        for (int i = 0; i < reply.calls().size(); i++) {
            Reply.Call call = reply.calls().get(i);
            ObjectNode begins = Form.object();
            ObjectNode written = begins.putArray("tool_calls")
                    .addObject()
                    .put("index", i)
                    .put("id", "call-" + i)
                    .put("type", "function");
            written.putObject("function").put("name", call.name()).put("arguments", "");
            pieces.add(piece(asked, begins, null));
            for (String part : Form.parts(call.arguments(), reply.letters())) {
                ObjectNode goesOn = Form.object();
                ObjectNode more = goesOn.putArray("tool_calls").addObject().put("index", i);
                more.putObject("function").put("arguments", part);
                pieces.add(piece(asked, goesOn, null));
            }
        }
        pieces.add(piece(asked, Form.object(), finish(reply)));
        ObjectNode last = frame(asked, "chat.completion.chunk");
        last.putArray("choices");
        usage(last, reply);
        pieces.add(Form.event(last));
        pieces.add("data: [DONE]\n\n");
        return pieces;
    }

    private static String piece(Asked asked, ObjectNode delta, @Nullable String finish) {
        ObjectNode chunk = frame(asked, "chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finish);
        return Form.event(chunk);
    }
}
