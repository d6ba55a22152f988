package com.cdhdashboard.core.expression.read;

import com.cdhdashboard.core.expression.text.Place;

/**
 * A word of an expression's text.
 *
 * @param text the name or symbol as written; for literals their value: the characters of a text, the decimal digits of
 *     a number
 */
record Token(Type type, String text, Place place) {
    enum Type {
        NAME,
        TEXT,
        INTEGER,
        NUMBER,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return type == Type.SYMBOL && text.equals(symbol);
    }

    /** The symbol as written; empty of every other word. */
    String symbol() {
        return type == Type.SYMBOL ? text : "";
    }

    /** The token as an error message quotes it. */
    String quoted() {
        return switch (type) {
            case END -> "the end of the text";
            case TEXT -> "the text \"" + text + "\"";
            case INTEGER, NUMBER -> "the number " + text;
            case NAME, SYMBOL -> "\"" + text + "\"";
        };
    }
}
