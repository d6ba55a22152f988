package com.cdhdashboard.app.mcp;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.audit.AuditedTools;
import com.cdhdashboard.app.audit.AuditedTools.Caller;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.security.AgentToken;
import com.cdhdashboard.app.view.Respond;
import com.cdhdashboard.core.error.UserException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The protocol over HTTP, without sessions: every request is answered by itself. Off unless the configuration says
 * otherwise, and open only to who has the token.
 */
public final class McpEndpoint {
    private static final int MOST_BYTES = 1 << 20;
    private static final String DOOR = "mcp";
    private static final String CLIENT = "client";
    private static final String BASE = "base";

    private final Workspace workspace;
    private final OfferedTools offered;
    private final AgentToken token;
    private @Nullable HttpServletStatelessServerTransport transport;

    public McpEndpoint(Workspace workspace, AuditedTools tools, AgentToken token) {
        this.workspace = workspace;
        this.offered = new OfferedTools(workspace, tools);
        this.token = token;
    }

    public void answer(Context context) throws ServletException, IOException {
        if (!workspace.configured().configuration().assistant().mcp()) {
            throw new UserException(
                    UserException.Kind.NOT_FOUND,
                    "Agents are not answered by this configuration; set mcp = true under [assistant]");
        }
        String authorization = Respond.header(context, "Authorization").orElse("");
        if (!token.accepts(authorization)) {
            context.header("WWW-Authenticate", AgentToken.CHALLENGE).status(HttpStatus.UNAUTHORIZED);
            Respond.json(context, Map.of("error", Map.of("status", 401, "message", token.refusal())));
            return;
        }
        context.req().setAttribute(BASE, context.scheme() + "://" + context.host());
        context.req().setAttribute(CLIENT, Respond.header(context, "User-Agent").orElse(""));
        context.req().setAttribute(Urls.MCP, Respond.mount(context).prefix());
        Respond.passing(context);
        transport().service(context.req(), context.res());
    }

    /** Made when it is first asked for, as a server without agents has no use for the libraries behind it. */
    private synchronized HttpServletStatelessServerTransport transport() {
        HttpServletStatelessServerTransport made = transport;
        if (made == null) {
            made = make();
            transport = made;
        }
        return made;
    }

    private HttpServletStatelessServerTransport make() {
        HttpServletStatelessServerTransport made = HttpServletStatelessServerTransport.builder()
                .jsonMapper(OfferedTools.MAPPER)
                .messageEndpoint(Urls.MCP)
                .maxRequestSize(MOST_BYTES)
                .contextExtractor(request -> McpTransportContext.create(Map.of(
                        CLIENT,
                        String.valueOf(request.getAttribute(CLIENT)),
                        BASE,
                        String.valueOf(request.getAttribute(BASE)) + request.getAttribute(Urls.MCP))))
                .build();
        McpServer.sync(made)
                .serverInfo(OfferedTools.server())
                .instructions(OfferedTools.INSTRUCTIONS)
                .capabilities(OfferedTools.capabilities())
                .jsonMapper(OfferedTools.MAPPER)
                .jsonSchemaValidator(OfferedTools.UNCHECKED)
                .validateToolInputs(false)
                .immediateExecution(true)
                .tools(offered.all().stream()
                        .map(tool -> new SyncToolSpecification(
                                tool, (context, request) -> offered.call(caller(context), pages(context), request)))
                        .toList())
                .addToolFilter((context, tool) -> offered.offers(tool.name()))
                .resources(new SyncResourceSpecification(
                        OfferedTools.metrics(),
                        (context, request) -> offered.readMetrics(caller(context), pages(context))))
                .build();
        return made;
    }

    private static Caller caller(McpTransportContext context) {
        return new Caller(DOOR, String.valueOf(context.get(CLIENT)));
    }

    /** Agents need whole addresses. */
    private static UnaryOperator<String> pages(McpTransportContext context) {
        return page -> context.get(BASE) + page;
    }
}
