package com.cdhdashboard.app.api;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.audit.AuditedTools;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.app.view.Snapshots;
import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.assistant.tool.Tool;
import com.cdhdashboard.assistant.tool.ToolAnswer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The tools as addresses: a list with what each takes, and an address for each that takes its arguments as a JSON object. */
public final class ToolsHandler {
    private static final String ARGUMENTS = "arguments";

    private final Workspace workspace;
    private final AuditedTools tools;

    public ToolsHandler(Workspace workspace, AuditedTools tools) {
        this.workspace = workspace;
        this.tools = tools;
    }

    void list(Context context) {
        ArrayNode list = Content.object().arrayNode();
        for (Tool tool : tools.tools().list()) {
            ObjectNode object = list.addObject().put("name", tool.name()).put("description", tool.description());
            object.set("parameters", tool.parameters());
        }
        send(context, Content.text(list));
    }

    /** Arguments in the body. */
    void post(Context context) {
        answer(context, context.body());
    }

    /** Arguments in the address, for short ones and for trying out. */
    void get(Context context) {
        answer(context, Optional.ofNullable(context.queryParam(ARGUMENTS)).orElse(""));
    }

    private void answer(Context context, String arguments) {
        AuditedTools.Caller caller = new AuditedTools.Caller(
                "api", Respond.header(context, "User-Agent").orElse(""));
        ToolAnswer answer = tools.call(Snapshots.of(context, workspace), caller, context.pathParam("tool"), arguments);
        ObjectNode content = answer.content().deepCopy();
        AnsweredPages.address(content, Respond.mount(context)::address);
        Respond.passing(context);
        send(context, Content.text(content));
    }

    private static void send(Context context, String json) {
        context.contentType("application/json; charset=utf-8").result(json.getBytes(StandardCharsets.UTF_8));
    }
}
