package com.cdhdashboard.core.ingest.row;

import com.cdhdashboard.core.ingest.format.JsonText;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one row as a JSON object, field by field. */
final class JsonRows {
    /** Takes one field; the parser stands on its value and must be left at the value's end. */
    interface FieldReader {
        void read(String name, JsonParser value) throws IOException, RejectedRow;
    }

    private JsonRows() {}

    /** The texts of an array. */
    static List<String> texts(String row) {
        List<String> texts = new ArrayList<>();
        try (JsonParser json = JsonText.JSON.createParser(row)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    texts.add(json.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return texts;
    }

    /** Gives every field to the reader, in order; the fields before a fault have been given when this throws. */
    static void read(String row, FieldReader reader) throws RejectedRow {
        try (JsonParser json = JsonText.JSON.createParser(row)) {
            try {
                read(json, reader);
            } catch (StreamConstraintsException e) {
                throw new RejectedRow(beyondLimits(json));
            }
        } catch (JsonEOFException e) {
            throw new RejectedRow("not JSON: the row ends too early");
        } catch (JsonProcessingException e) {
            throw new RejectedRow("not JSON: " + e.getOriginalMessage() + place(e));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static void read(JsonParser json, FieldReader reader) throws IOException, RejectedRow {
        JsonToken start = json.nextToken();
        if (start != JsonToken.START_OBJECT) {
            throw new RejectedRow("not an object, but " + described(start));
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            reader.read(name, json);
        }
        if (json.nextToken() != null) {
            throw new RejectedRow("not JSON: there is more after the end of the object");
        }
    }

    /** Which of its limits a parser has reached, by where it stands. */
    private static String beyondLimits(JsonParser json) {
        if (json.getParsingContext().getNestingDepth() > JsonText.MAX_DEPTH) {
            return "nested deeper than " + JsonText.MAX_DEPTH + " levels";
        }
        StreamReadConstraints limits = json.streamReadConstraints();
        // A number is read together with the name before it
        boolean name = json.getParsingContext().inObject() && json.currentToken() != JsonToken.FIELD_NAME;
        return name
                ? "a name of more than " + limits.getMaxNameLength() + " characters"
                : "a number of more than " + limits.getMaxNumberLength() + " characters";
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " at character " + e.getLocation().getColumnNr();
    }

    private static String described(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            default -> "null";
        };
    }
}
