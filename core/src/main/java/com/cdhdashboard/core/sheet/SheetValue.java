package com.cdhdashboard.core.sheet;

import static java.util.Objects.requireNonNull;

/**
 * A value as a file holds it.
 *
 * @param text as it is to be seen
 * @param kind what the file says that it is
 */
record SheetValue(String text, Kind kind) {
    /** What a value is known to be. */
    enum Kind {
        /** Nothing between two delimiters, or a cell without a value. */
        MISSING,
        /** Text that may be a number or a truth value. */
        PLAIN,
        /** Text that stays text, though it may be a number that somebody wrote as text. */
        TEXT,
        /** A number in the form of JSON, or with an exponent. */
        NUMBER,
        /** {@code true} or {@code false}. */
        TRUTH
    }

    static final SheetValue NONE = new SheetValue("", Kind.MISSING);

    SheetValue {
        requireNonNull(text, "text");
        requireNonNull(kind, "kind");
    }

    boolean missing() {
        return kind == Kind.MISSING;
    }

    /** The text without blanks at its ends, no-break spaces and the like among them. */
    String trimmed() {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isBlank(char symbol) {
        return Character.isWhitespace(symbol) || Character.isSpaceChar(symbol);
    }
}
