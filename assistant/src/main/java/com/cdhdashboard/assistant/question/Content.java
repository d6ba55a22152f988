package com.cdhdashboard.assistant.question;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers as JSON: numbers unrounded, in the shortest form that reads back as the same number; never NaN. */
public final class Content {
    /** Without the fast writer, JDK 17 would write some numbers with more digits than they need. */
    private static final ObjectMapper WRITER = new ObjectMapper(JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build());

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Content() {}

    public static ObjectNode object() {
        return JSON.objectNode();
    }

    public static ArrayNode array(Collection<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    public static String text(JsonNode content) {
        try {
            return WRITER.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can be written", e);
        }
    }

    /** What every answer ends with. */
    public static void finish(ObjectNode content, Snapshot now, List<String> notes) {
        content.set("notes", array(notes));
        content.put("data_version", now.version());
        if (now.configured().demo()) {
            content.put("demo_data", true);
        }
    }

    /** A cell; what is not available is null, and so is the missing value. */
    public static JsonNode cell(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? JSON.numberNode(number) : JSON.nullNode();
        }
        if (value instanceof Long number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        }
        return value instanceof Table table ? rows(table) : JSON.textNode(value.toString());
    }

    public static JsonNode number(double value) {
        return cell(value);
    }

    /** A value of a dimension as filters take it: {@code (missing)} for none. */
    static JsonNode name(@Nullable Object value) {
        return JSON.textNode(Values.label(value));
    }

    /** A table within a cell, one object a row. */
    private static ArrayNode rows(Table table) {
        ArrayNode rows = JSON.arrayNode();
        for (List<@Nullable Object> row : table.rows()) {
            ObjectNode object = rows.addObject();
            for (int i = 0; i < row.size(); i++) {
                object.set(table.columns().get(i).name(), cell(row.get(i)));
            }
        }
        return rows;
    }
}
