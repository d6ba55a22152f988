package com.cdhdashboard.assistant.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Contents of Google Gemini; whether an answer comes in pieces is said in the path. */
final class GeminiForm implements Form {
    @Override
    public boolean takes(String path) {
        return path.contains(":generateContent") || path.contains(":streamGenerateContent");
    }

    @Override
    public boolean wantsPieces(Asked asked) {
        return asked.path().contains(":streamGenerateContent");
    }

    @Override
    public JsonNode whole(Reply.Says reply, Asked asked) {
        ObjectNode answer = Form.object();
        ArrayNode parts = parts(answer, reply.cut() ? "MAX_TOKENS" : "STOP");
        if (!reply.text().isEmpty()) {
            parts.addObject().put("text", reply.text());
        }
        reply.calls().forEach(call -> add(parts, call));
        usage(answer, reply);
        return answer;
    }

    private static ArrayNode parts(ObjectNode answer, String reason) {
        ObjectNode candidate = answer.putArray("candidates").addObject();
        ArrayNode parts = candidate.putObject("content").put("role", "model").putArray("parts");
        candidate.put("index", 0);
        if (!reason.isEmpty()) {
            candidate.put("finishReason", reason);
        }
        answer.put("modelVersion", "scripted").put("responseId", "1");
        return parts;
    }

    private static void add(ArrayNode parts, Reply.Call call) {
        parts.addObject().putObject("functionCall").put("name", call.name()).set("args", Form.parsed(call.arguments()));
    }

    private static void usage(ObjectNode answer, Reply.Says reply) {
        if (reply.sentTokens() > 0) {
            answer.putObject("usageMetadata")
                    .put("promptTokenCount", reply.sentTokens())
                    .put("candidatesTokenCount", reply.receivedTokens())
                    .put("totalTokenCount", reply.sentTokens() + reply.receivedTokens());
        }
    }

    @Override
    public List<String> pieces(Reply.Says reply, Asked asked) {
        List<String> pieces = new ArrayList<>();
        for (String part : Form.parts(reply.text(), reply.letters())) {
            ObjectNode piece = Form.object();
            parts(piece, "").addObject().put("text", part);
            pieces.add(Form.event(piece));
        }
        for (Reply.Call call : reply.calls()) {
            ObjectNode piece = Form.object();
            add(parts(piece, ""), call);
            pieces.add(Form.event(piece));
        }
        ObjectNode last = Form.object();
        parts(last, reply.cut() ? "MAX_TOKENS" : "STOP").addObject().put("text", "");
        usage(last, reply);
        pieces.add(Form.event(last));
        return pieces;
    }
}
