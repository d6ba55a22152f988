package com.cdhdashboard.core.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one row as a JSON object, field by field. */
final class JsonRows {
    static final int MAX_DEPTH = 100;

    /** Writes without anything between the rows, reads NaN and infinity, and without following deep nesting. */
    static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator("")
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    /** Takes one field; the parser stands on its value and must be left at the value's end. */
    interface FieldReader {
        void read(String name, JsonParser value) throws IOException, RejectedRow;
    }

    private JsonRows() {}

    /** The texts of an array. */
    static List<String> texts(String row) {
        List<String> texts = new ArrayList<>();
        try (JsonParser json = JSON.createParser(row)) {
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
        try (JsonParser json = JSON.createParser(row)) {
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
        if (json.getParsingContext().getNestingDepth() > MAX_DEPTH) {
            return "nested deeper than " + MAX_DEPTH + " levels";
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
