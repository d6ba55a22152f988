package com.cdhdashboard.app.page.assistant;

import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Numbers of answers that are no table, as pages write numbers. */
final class AskedNumbers {
    private static final String VALUE = "value";
    private static final String SHOWN = "shown";

    private AskedNumbers() {}

    /** The field's name; of the value of a score, the score's, by which numbers in a text are linked to it. */
    static String name(JsonNode object, String field) {
        String score = object.path("score").asText();
        return field.startsWith(VALUE) && !score.isEmpty() ? score + field.substring(VALUE.length()) : field;
    }

    /** What the object says is shown for its value, and the ends of its interval likewise; other numbers with separators. */
    static JsonNode shown(JsonNode object, String field) {
        JsonNode value = object.path(field);
        String shown = object.path(SHOWN).asText();
        if (field.equals(VALUE) && !shown.isEmpty()) {
            return TextNode.valueOf(shown);
        }
        return value.isNumber() ? TextNode.valueOf(text(value, shown)) : value;
    }

    /** Whether the field is how the value beside it is shown. */
    static boolean isShownElsewhere(JsonNode object, String field) {
        return field.equals(SHOWN) && object.has(VALUE);
    }

    private static String text(JsonNode value, String beside) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return NumberText.count(value.longValue());
        }
        double number = value.doubleValue();
        if (beside.endsWith("pp")) {
            return NumberText.difference(number, Format.PERCENT, Double.NaN);
        }
        return NumberText.of(number, beside.endsWith("%") ? Format.PERCENT : Format.NUMBER);
    }
}
