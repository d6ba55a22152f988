package com.cdhdashboard.assistant.tool;

import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Puts answers together. */
final class Answers {
    private Answers() {}

    static ToolAnswer of(
            ObjectNode content, Snapshot now, List<String> notes, Optional<Table> table, Optional<String> page) {
        Content.finish(content, now, notes);
        page.ifPresent(path -> content.put("page", path));
        return new ToolAnswer(content, table, page);
    }

    static ToolAnswer of(ObjectNode content, Snapshot now, String page) {
        return of(content, now, List.of(), Optional.empty(), Optional.of(page));
    }
}
