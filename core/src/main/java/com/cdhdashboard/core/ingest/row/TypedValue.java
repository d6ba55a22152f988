package com.cdhdashboard.core.ingest.row;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.format.JsonText;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one JSON value as a value of a type. Null and, except for texts, empty text is no value. Numbers may be quoted;
 * nested values are text, as their JSON.
 */
final class TypedValue {
    private static final int QUOTED_CHARACTERS = 40;
    private static final int NUMBER_CHARACTERS = 400;
    /** As engines write numbers that are missing or too large; they are read, for whoever counts them. */
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,5})?");

    private final String column;
    private final ValueType type;
    private final JsonToken token;
    private final String text;

    private TypedValue(String column, ValueType type, JsonToken token, String text) {
        this.column = column;
        this.type = type;
        this.token = token;
        this.text = text;
    }

    /** The value the parser stands on, in a form that goes into JSON; the parser is left at its end. */
    static Optional<Object> read(String column, ValueType type, JsonParser json) throws IOException, RejectedRow {
        JsonToken token = json.currentToken();
        String text = token.isStructStart() ? nested(json) : json.getText();
        if (token == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (type != ValueType.TEXT && token == JsonToken.VALUE_STRING && text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new TypedValue(column, type, token, text).value());
    }

    private Object value() throws RejectedRow {
        return switch (type) {
            case TEXT -> token == JsonToken.VALUE_NUMBER_FLOAT ? plainNumber() : plainText();
            case INTEGER -> integer();
            case NUMBER -> number();
            case BOOLEAN -> bool();
            case DATE ->
                PegaTime.parse(scalar("a date such as 2021-01-27"))
                        .orElseThrow(() -> unexpected("a date such as 2021-01-27"))
                        .toLocalDate()
                        .toString();
            case TIMESTAMP ->
                PegaTime.parse(scalar("a time such as 20210127T132203.201 GMT"))
                        .orElseThrow(() -> unexpected("a time such as 20210127T132203.201 GMT"))
                        .toString();
            case TABLE -> throw ValueType.noTables();
        };
    }

    /** A number that is a name: the same one however it is written, a whole one without a fraction. */
    private String plainNumber() {
        if (!(text.length() <= NUMBER_CHARACTERS && NUMBER.matcher(text).matches())) {
            return text;
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        // One of a great exponent has more digits than anybody writes
        return Math.abs(number.scale()) <= NUMBER_CHARACTERS ? number.toPlainString() : text;
    }

    private String plainText() throws RejectedRow {
        for (int i = 0; i < text.length(); i++) {
            char symbol = text.charAt(i);
            if (symbol == 0) {
                throw new RejectedRow("value of column \"" + column + "\" holds a NUL character");
            }
            if (Character.isHighSurrogate(symbol)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(symbol)) {
                throw new RejectedRow("value of column \"" + column + "\" holds half a character");
            }
        }
        return text;
    }

    private Object integer() throws RejectedRow {
        try {
            return new BigDecimal(numeric("a whole number")).longValueExact();
        } catch (ArithmeticException e) {
            throw unexpected("a whole number");
        }
    }

    private Object number() throws RejectedRow {
        if (NOT_FINITE.matcher(scalar("a number").strip()).matches()) {
            return Double.NaN;
        }
        return Double.parseDouble(numeric("a number"));
    }

    private Object bool() throws RejectedRow {
        String word = scalar("true or false").strip();
        if (word.equalsIgnoreCase("true")) {
            return true;
        }
        if (word.equalsIgnoreCase("false")) {
            return false;
        }
        throw unexpected("true or false");
    }

    private String numeric(String expected) throws RejectedRow {
        String digits = scalar(expected).strip();
        if (!(digits.length() <= NUMBER_CHARACTERS && NUMBER.matcher(digits).matches())) {
            throw unexpected(expected);
        }
        return digits;
    }

    private String scalar(String expected) throws RejectedRow {
        if (!token.isScalarValue()) {
            throw unexpected(expected);
        }
        return text;
    }

    private RejectedRow unexpected(String expected) {
        String shown = text.length() <= QUOTED_CHARACTERS ? text : text.substring(0, QUOTED_CHARACTERS) + "…";
        String quoted = token == JsonToken.VALUE_STRING ? '"' + shown + '"' : shown;
        return new RejectedRow("value of column \"" + column + "\" is " + quoted + ", " + expected + " is expected");
    }

    private static String nested(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JsonText.JSON.createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }
}
