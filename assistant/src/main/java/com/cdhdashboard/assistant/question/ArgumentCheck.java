package com.cdhdashboard.assistant.question;

import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.ShortText;
import com.cdhdashboard.core.error.UserException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Checks the arguments of a call against what the tool says that it takes; all that is wrong is told at once. */
public final class ArgumentCheck {
    private static final int LONGEST_ARGUMENTS = 64 << 10;
    private static final int DEEPEST = 20;
    private static final int MOST_PROBLEMS = 5;
    private static final int LONGEST_SHOWN = 60;

    private static final ObjectMapper READER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String tool;
    private final List<String> problems = new ArrayList<>();

    private ArgumentCheck(String tool) {
        this.tool = tool;
    }

    /**
     * The arguments that a text is, without those that are null.
     *
     * @param schema as {@link Parameters} builds it
     * @throws UserException where it is none, saying what is expected
     */
    public static ObjectNode read(String tool, ObjectNode schema, String text) {
        if (text.length() > LONGEST_ARGUMENTS) {
            throw new UserException("the arguments of " + tool + " have " + text.length() + " characters; at most "
                    + LONGEST_ARGUMENTS + " are read. Ask for less at once");
        }
        JsonNode read = text.isBlank() ? READER.createObjectNode() : parse(tool, text);
        if (!(read instanceof ObjectNode arguments)) {
            throw new UserException(
                    "the arguments of " + tool + " are " + shown(read) + "; a JSON object is expected, such as {}");
        }
        ArgumentCheck check = new ArgumentCheck(tool);
        check.object("", schema, arguments);
        if (!check.problems.isEmpty()) {
            throw new UserException(tool + ": " + String.join("; ", check.told()));
        }
        return arguments;
    }

    private static JsonNode parse(String tool, String text) {
        try {
            return READER.readTree(text);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new UserException(
                    UserException.Kind.USER,
                    "the arguments of " + tool + " are no JSON object" + where
                            + ": names and texts stand in double quotes, each name once, and at most " + DEEPEST
                            + " levels deep",
                    e);
        }
    }

    private List<String> told() {
        List<String> told = new ArrayList<>(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
        if (problems.size() > MOST_PROBLEMS) {
            told.add("and " + (problems.size() - MOST_PROBLEMS) + " more problems");
        }
        return told;
    }

    private void value(String path, JsonNode schema, JsonNode value) {
        switch (schema.path(Parameters.TYPE).asText()) {
            case "object" -> {
                if (value instanceof ObjectNode object) {
                    object(path, schema, object);
                } else {
                    wrong(path, value, "an object is expected, with " + String.join(", ", names(schema)));
                }
            }
            case "array" -> list(path, schema, value);
            case "string" -> text(path, schema, value);
            case "integer" -> whole(path, schema, value);
            default -> throw new IllegalStateException(path + " has a type that is not checked");
        }
    }

    private void object(String path, JsonNode schema, ObjectNode object) {
        List<String> known = names(schema);
        List<String> nulls = new ArrayList<>();
        object.properties().forEach(field -> {
            String name = field.getKey();
            if (!known.contains(name)) {
                unknown(path, name, known);
            } else if (field.getValue().isNull()) {
                nulls.add(name);
            } else {
                value(inner(path, name), schema.path(Parameters.PROPERTIES).path(name), field.getValue());
            }
        });
        object.remove(nulls);
        for (JsonNode name : schema.path(Parameters.REQUIRED)) {
            if (!object.has(name.asText())) {
                JsonNode missing = schema.path(Parameters.PROPERTIES).path(name.asText());
                problems.add(inner(path, name.asText()) + " is missing: "
                        + missing.path(Parameters.DESCRIPTION).asText());
            }
        }
    }

    private void unknown(String path, String name, List<String> known) {
        String hint = DidYouMean.hint(ShortText.of(name, LONGEST_SHOWN), known);
        problems.add("\"" + ShortText.of(name, LONGEST_SHOWN) + "\" is not an argument of "
                + (path.isEmpty() ? tool : path) + (hint.isEmpty() ? "; " : hint + " ")
                + (known.isEmpty() ? "there is none" : "there are " + String.join(", ", known)));
    }

    private void list(String path, JsonNode schema, JsonNode value) {
        if (!value.isArray()) {
            boolean texts =
                    schema.path(Parameters.ITEMS).path(Parameters.TYPE).asText().equals("string");
            wrong(
                    path,
                    value,
                    value.isTextual() && texts
                            ? "a list of texts is expected, such as [" + shown(value) + "]"
                            : "a list is expected, in brackets");
            return;
        }
        int most = schema.path(Parameters.MAX_ITEMS).asInt();
        int least = schema.path(Parameters.MIN_ITEMS).asInt();
        if (value.size() > most || value.size() < least) {
            problems.add(path + " has " + value.size() + " entries; " + (least > 0 ? least + " to " : "at most ") + most
                    + " are allowed");
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            value(path + "[" + i + "]", schema.path(Parameters.ITEMS), value.get(i));
        }
    }

    private void text(String path, JsonNode schema, JsonNode value) {
        if (!value.isTextual()) {
            wrong(path, value, "a text in quotes is expected");
            return;
        }
        String text = value.asText();
        JsonNode choices = schema.path(Parameters.CHOICES);
        if (choices.isArray()) {
            List<String> allowed = new ArrayList<>();
            choices.forEach(choice -> allowed.add(choice.asText()));
            if (!allowed.contains(text)) {
                String hint = DidYouMean.hint(ShortText.of(text, LONGEST_SHOWN), allowed);
                wrong(path, value, "allowed are " + String.join(", ", allowed) + hint);
            }
        } else if (text.length() > schema.path(Parameters.MAX_LENGTH).asInt()) {
            problems.add(path + " has " + text.length() + " characters; at most "
                    + schema.path(Parameters.MAX_LENGTH).asInt() + " are allowed");
        }
    }

    private void whole(String path, JsonNode schema, JsonNode value) {
        long least = schema.path(Parameters.MINIMUM).asLong();
        long most = schema.path(Parameters.MAXIMUM).asLong();
        boolean fits = value.isIntegralNumber()
                && value.canConvertToLong()
                && value.asLong() >= least
                && value.asLong() <= most;
        if (!fits) {
            wrong(path, value, "a whole number from " + least + " to " + most + " is expected");
        }
    }

    private void wrong(String path, JsonNode value, String expected) {
        problems.add(path + " is " + shown(value) + "; " + expected);
    }

    private static String shown(JsonNode value) {
        if (value.isArray()) {
            return "a list";
        }
        return value.isObject() ? "an object" : ShortText.of(value.toString(), LONGEST_SHOWN);
    }

    private static String inner(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static List<String> names(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path(Parameters.PROPERTIES).fieldNames().forEachRemaining(names::add);
        return names;
    }
}
