package com.cdhdashboard.assistant.tool;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.Table;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a tool answers.
 *
 * @param content the answer as JSON: numbers unrounded, with their intervals and numbers of observations, {@code null} with a
 *     reason where one is not available; notes; {@code data_version}; {@code page}, the path with query of the page that
 *     shows it
 * @param table the same numbers as a table with typed columns, where the answer is one
 * @param page as in the content, without what a variant puts before it
 */
public record ToolAnswer(ObjectNode content, Optional<Table> table, Optional<String> page) {
    public ToolAnswer {
        requireNonNull(content, "content");
        requireNonNull(table, "table");
        requireNonNull(page, "page");
    }
}
