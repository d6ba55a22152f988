package com.cdhdashboard.app.mcp;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.audit.AuditedTools;
import com.cdhdashboard.app.audit.AuditedTools.Caller;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** The protocol over the streams of a process, for an agent that starts it. */
public final class StandardStreams {
    static final int MOST_CHARACTERS = 1 << 20;
    private static final String DOOR = "mcp stdio";

    private final OfferedTools offered;

    public StandardStreams(Workspace workspace, AuditedTools tools) {
        this.offered = new OfferedTools(workspace, tools);
    }

    /** Answers until the input ends, also what was asked just before. */
    public void answer(InputStream in, OutputStream out) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        OpenRequests open = new OpenRequests(ended::countDown);
        OutputStream answers = open.out(out);
        StdioServerTransportProvider streams =
                new StdioServerTransportProvider(OfferedTools.MAPPER, open.in(in, answers), answers, MOST_CHARACTERS);
        McpSyncServer server = McpServer.sync(streams)
                .serverInfo(OfferedTools.server())
                .instructions(OfferedTools.INSTRUCTIONS)
                .capabilities(OfferedTools.capabilities())
                .jsonMapper(OfferedTools.MAPPER)
                .jsonSchemaValidator(OfferedTools.UNCHECKED)
                .validateToolInputs(false)
                .tools(offered.all().stream()
                        .map(tool -> new SyncToolSpecification(
                                tool,
                                (exchange, request) ->
                                        offered.call(caller(exchange), UnaryOperator.identity(), request)))
                        .toList())
                .addToolFilter((context, tool) -> offered.offers(tool.name()))
                .resources(new SyncResourceSpecification(
                        OfferedTools.metrics(),
                        (exchange, request) -> offered.readMetrics(caller(exchange), UnaryOperator.identity())))
                .build();
        ended.await();
        server.closeGracefully();
    }

    private static Caller caller(McpSyncServerExchange exchange) {
        return new Caller(
                DOOR,
                Optional.ofNullable(exchange.getClientInfo())
                        .map(client -> client.name() + " " + client.version())
                        .orElse(""));
    }
}
