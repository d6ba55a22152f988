package com.cdhdashboard.assistant.improve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of JSON as a configuration holds them; null says nothing and is left out. */
final class AnswerValues {
    private AnswerValues() {}

    static Object of(JsonNode json) {
        if (json.isObject()) {
            Map<String, Object> table = new LinkedHashMap<>();
            json.properties().forEach(each -> {
                if (!each.getValue().isNull()) {
                    table.put(each.getKey(), of(each.getValue()));
                }
            });
            return table;
        }
        if (json.isArray()) {
            List<Object> list = new ArrayList<>();
            json.forEach(each -> {
                if (!each.isNull()) {
                    list.add(of(each));
                }
            });
            return list;
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        if (json.isNumber()) {
            return json.canConvertToLong() && json.isIntegralNumber()
                    ? (Object) json.longValue()
                    : (Object) json.doubleValue();
        }
        return json.asText();
    }
}
