package com.cdhdashboard.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/** The addresses of pages within the answer of a tool, which names them as they are within a configuration. */
public final class AnsweredPages {
    private static final String PAGE = "page";
    /** Its names are those of columns. */
    private static final String ROWS = "rows";

    private AnsweredPages() {}

    /** Puts before each what is needed to ask for it. */
    public static void address(JsonNode answer, UnaryOperator<String> address) {
        if (answer instanceof ObjectNode object && object.path(PAGE).isTextual()) {
            object.put(PAGE, address.apply(object.path(PAGE).asText()));
        }
        if (answer.isArray()) {
            answer.forEach(each -> address(each, address));
        }
        answer.properties().stream()
                .filter(field -> !field.getKey().equals(ROWS))
                .forEach(field -> address(field.getValue(), address));
    }
}
