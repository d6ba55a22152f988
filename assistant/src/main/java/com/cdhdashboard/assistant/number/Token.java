package com.cdhdashboard.assistant.number;

import static java.util.Objects.requireNonNull;

/** Digits within a word, such as {@code C-104704}, or signs that are digits to a reader alone: a name, or nothing. */
record Token(int from, int to, String text) implements Written {
    Token {
        requireNonNull(text, "text");
    }
}
