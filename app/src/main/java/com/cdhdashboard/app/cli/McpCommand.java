package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.audit.AuditLog;
import com.cdhdashboard.app.audit.AuditedTools;
import com.cdhdashboard.app.mcp.StandardStreams;
import com.cdhdashboard.assistant.tool.Tools;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "mcp",
        description = "Answers an agent that starts this command, by the Model Context Protocol over standard input and"
                + " output.")
final class McpCommand implements Callable<Integer> {
    private final Workspaces workspaces;
    private final Terminal terminal;

    @Mixin
    private StoreOptions store = new StoreOptions();

    McpCommand(Workspaces workspaces, Terminal terminal) {
        this.workspaces = workspaces;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Workspaces.OpenWorkspace open = workspaces.open(store.configuration(), store.data())) {
            ProblemLines.summarise(open, terminal);
            AuditedTools tools = new AuditedTools(Tools.all(), AuditLog.in(store.data(), ""), Clock.systemUTC());
            new StandardStreams(open.workspace(), tools)
                    .answer(terminal.streams().in(), terminal.streams().out());
        }
        return 0;
    }
}
