package com.cdhdashboard.app.page.assistant;

import com.cdhdashboard.app.page.assistant.AskedView.Named;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** Questions to tools, and what of their answers is no table, in words. */
final class AskedWords {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_FIELDS = 60;
    private static final int DEEPEST = 6;
    /** What stands elsewhere on the page, or is for programs. */
    private static final Set<String> ELSEWHERE = Set.of("page", "data_version", "metric", "row_count", "choices");

    /** What stands in the table, where there is one. */
    private static final Set<String> TABLE = Set.of("rows", "columns", "values", "value_count");

    private static final Map<String, String> WHAT = Map.ofEntries(
            Map.entry("list_metrics", "Which metrics there are"),
            Map.entry("describe_metric", "What a metric means"),
            Map.entry("list_values", "Which values there are"),
            Map.entry("query_metric", "Numbers of a metric"),
            Map.entry("query_customers", "Numbers of customers"),
            Map.entry("list_reports", "Which reports there are"),
            Map.entry("get_report", "A report"),
            Map.entry("explain_number", "What a number is made of"),
            Map.entry("data_health", "What data there are"),
            Map.entry("compute", "A computation"),
            Map.entry("draw_chart", "A chart"));

    private AskedWords() {}

    static String what(String tool) {
        return WHAT.getOrDefault(tool, tool);
    }

    /** Names and values of a JSON object; other text as it is. */
    static List<Named> arguments(String json) {
        try {
            JsonNode read = JSON.readTree(json);
            return read.isObject() ? named(read) : plain(json);
        } catch (JsonProcessingException e) {
            return plain(json);
        }
    }

    private static List<Named> plain(String text) {
        return text.isBlank() ? List.of() : List.of(new Named("asked", text));
    }

    private static List<Named> named(JsonNode object) {
        List<Named> named = new ArrayList<>();
        object.properties().forEach(field -> {
            String text = text(field.getValue());
            if (!text.isEmpty()) {
                named.add(new Named(field.getKey().replace('_', ' '), text));
            }
        });
        return named;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            StringJoiner all = new StringJoiner(value.path(0).isContainerNode() ? "; " : ", ");
            value.forEach(each -> all.add(text(each)));
            return all.toString();
        }
        if (value.isObject()) {
            StringJoiner all = new StringJoiner(", ");
            value.properties().forEach(field -> all.add(field.getKey() + " " + text(field.getValue())));
            return all.toString();
        }
        return value.isBoolean() ? (value.booleanValue() ? "yes" : "no") : value.isNull() ? "" : value.asText();
    }

    /** What an answer says beside its table, value by value under the name of its field. */
    static List<Named> fields(JsonNode content, boolean table) {
        List<Named> fields = new ArrayList<>();
        content.properties().forEach(field -> {
            if (!(table && TABLE.contains(field.getKey()))) {
                add(content, field.getKey(), fields, 0);
            }
        });
        return fields;
    }

    private static void add(JsonNode object, String field, List<Named> fields, int depth) {
        if (!ELSEWHERE.contains(field) && !AskedNumbers.isShownElsewhere(object, field)) {
            add(AskedNumbers.name(object, field), AskedNumbers.shown(object, field), fields, depth);
        }
    }

    private static void add(String name, JsonNode value, List<Named> fields, int depth) {
        if (fields.size() >= MOST_FIELDS || value.isNull()) {
            return;
        }
        boolean nested = value.isObject()
                || (value.isArray() && value.size() > 0 && value.get(0).isContainerNode());
        if (!nested || depth >= DEEPEST) {
            String text = text(value);
            if (!text.isEmpty()) {
                fields.add(new Named(name, text));
            }
        } else if (value.isObject()) {
            value.properties().forEach(field -> add(value, field.getKey(), fields, depth + 1));
        } else {
            value.forEach(each -> add(name, each, fields, depth + 1));
        }
    }
}
