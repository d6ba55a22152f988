package com.cdhdashboard.app.audit;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.tool.ToolAnswer;
import com.cdhdashboard.assistant.tool.Tools;
import com.cdhdashboard.core.error.ShortText;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tools of which every call is written down. */
public record AuditedTools(Tools tools, AuditLog log, Clock clock) {
    private static final int LONGEST_ARGUMENTS = 2_000;
    private static final int LONGEST_NAME = 100;

    public AuditedTools {
        requireNonNull(tools, "tools");
        requireNonNull(log, "log");
        requireNonNull(clock, "clock");
    }

    /**
     * Who asks.
     *
     * @param door by which the call came, such as {@code api}
     * @param client as it calls itself
     */
    public record Caller(String door, String client) {
        public Caller {
            requireNonNull(door, "door");
            requireNonNull(client, "client");
        }
    }

    /** As {@link Tools#call}. */
    public ToolAnswer call(Snapshot now, Caller caller, String tool, String arguments) {
        return call(now, caller, new Asked(tool, arguments), tools);
    }

    /** Only those tools that the configuration offers to agents. */
    public ToolAnswer callOffered(Snapshot now, Caller caller, String tool, String arguments) {
        return call(
                now,
                caller,
                new Asked(tool, arguments),
                tools.only(now.configuration().assistant().tools()));
    }

    private record Asked(String tool, String arguments) {}

    private ToolAnswer call(Snapshot now, Caller caller, Asked asked, Tools offered) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("time", clock.instant());
        line.put("door", caller.door());
        line.put("client", ShortText.of(caller.client(), LONGEST_NAME));
        line.put("configuration", now.configuration().variant().name());
        line.put("tool", ShortText.of(asked.tool(), LONGEST_NAME));
        line.put("arguments", ShortText.of(asked.arguments(), LONGEST_ARGUMENTS));
        long start = System.nanoTime();
        try {
            ToolAnswer answer = offered.call(now, asked.tool(), asked.arguments());
            line.put("rows", answer.table().map(table -> table.rows().size()));
            return answer;
        } catch (UserException e) {
            line.put("refused", e.getMessage());
            throw e;
        } finally {
            line.put("milliseconds", (System.nanoTime() - start) / 1_000_000);
            log.write(line);
        }
    }
}
