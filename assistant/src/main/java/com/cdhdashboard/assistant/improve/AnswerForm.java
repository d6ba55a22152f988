package com.cdhdashboard.assistant.improve;

import com.cdhdashboard.core.schema.JsonSchema;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The form that an answer has to have: the schema of configurations, of some sections alone. */
final class AnswerForm {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerForm() {}

    static ObjectNode of(List<String> sections) {
        ObjectNode schema = JSON.valueToTree(JsonSchema.of());
        ObjectNode properties = (ObjectNode) schema.path("properties");
        properties.retain(sections);
        schema.remove(List.of("$schema", "x-taplo", "required"));
        schema.put("title", "Part of a configuration");
        return schema;
    }
}
