package com.cdhdashboard.assistant.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Chat of Ollama, which writes a line of JSON for each piece. */
final class OllamaForm implements Form {
    @Override
    public boolean takes(String path) {
        return path.endsWith("/api/chat");
    }

    @Override
    public String contentTypeOfPieces() {
        return "application/x-ndjson";
    }

    @Override
    public JsonNode whole(Reply.Says reply, Asked asked) {
        ObjectNode answer = frame(asked, reply.text());
        reply.calls().forEach(call -> add(answer, call));
        return ended(answer, reply);
    }

    private static ObjectNode frame(Asked asked, String text) {
        ObjectNode answer = Form.object()
                .put("model", asked.body().path("model").asText())
                .put("created_at", "2026-01-22T11:22:42.180546Z");
        answer.putObject("message").put("role", "assistant").put("content", text);
        return answer.put("done", false);
    }

    private static void add(ObjectNode answer, Reply.Call call) {
        ObjectNode message = (ObjectNode) answer.path("message");
        message.withArray("tool_calls")
                .addObject()
                .putObject("function")
                .put("name", call.name())
                .set("arguments", Form.parsed(call.arguments()));
    }

    private static ObjectNode ended(ObjectNode answer, Reply.Says reply) {
        answer.put("done", true)
                .put("done_reason", reply.cut() ? "length" : "stop")
                .put("total_duration", 181_553_584);
        if (reply.sentTokens() > 0) {
            answer.put("prompt_eval_count", reply.sentTokens()).put("eval_count", reply.receivedTokens());
        }
        return answer;
    }

    @Override
    public List<String> pieces(Reply.Says reply, Asked asked) {
        List<String> pieces = new ArrayList<>();
        for (String part : Form.parts(reply.text(), reply.letters())) {
            pieces.add(frame(asked, part) + "\n");
        }
        for (Reply.Call call : reply.calls()) {
            ObjectNode piece = frame(asked, "");
            add(piece, call);
            pieces.add(piece + "\n");
        }
        pieces.add(ended(frame(asked, ""), reply) + "\n");
        return pieces;
    }
}
