package com.cdhdashboard.assistant.question;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Builds the JSON Schema of an object; whatever is not named is not taken. */
public final class Parameters {
    static final String TYPE = "type";
    static final String PROPERTIES = "properties";
    static final String REQUIRED = "required";
    static final String DESCRIPTION = "description";
    static final String ITEMS = "items";
    static final String CHOICES = "enum";
    static final String MINIMUM = "minimum";
    static final String MAXIMUM = "maximum";
    static final String MIN_ITEMS = "minItems";
    static final String MAX_ITEMS = "maxItems";
    static final String MAX_LENGTH = "maxLength";

    /** Names and values are shorter. */
    private static final int LONGEST_TEXT = 500;
    /** A question with more is no question. */
    private static final int MOST_TEXTS = 100;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode properties = JSON.objectNode();
    private final ArrayNode required = JSON.arrayNode();

    public Parameters required(String name, ObjectNode type) {
        required.add(name);
        return optional(name, type);
    }

    public Parameters optional(String name, ObjectNode type) {
        properties.set(name, type);
        return this;
    }

    public ObjectNode json() {
        ObjectNode schema = JSON.objectNode();
        schema.put(TYPE, "object");
        schema.set(PROPERTIES, properties);
        if (!required.isEmpty()) {
            schema.set(REQUIRED, required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    /** The same as an object within an object. */
    public ObjectNode json(String description) {
        return json().put(DESCRIPTION, description);
    }

    public static ObjectNode text(String description) {
        return type("string", description).put(MAX_LENGTH, LONGEST_TEXT);
    }

    public static ObjectNode choice(String description, List<String> allowed) {
        ObjectNode type = type("string", description);
        ArrayNode choices = type.putArray(CHOICES);
        allowed.forEach(choices::add);
        return type;
    }

    public static ObjectNode texts(String description) {
        return list(description, type("string").put(MAX_LENGTH, LONGEST_TEXT), 0, MOST_TEXTS);
    }

    public static ObjectNode list(String description, ObjectNode items, int least, int most) {
        ObjectNode type = type("array", description);
        type.set(ITEMS, items);
        if (least > 0) {
            type.put(MIN_ITEMS, least);
        }
        return type.put(MAX_ITEMS, most);
    }

    public static ObjectNode whole(String description, int least, int most) {
        return type("integer", description).put(MINIMUM, least).put(MAXIMUM, most);
    }

    private static ObjectNode type(String type, String description) {
        return type(type).put(DESCRIPTION, description);
    }

    private static ObjectNode type(String type) {
        return JSON.objectNode().put(TYPE, type);
    }
}
