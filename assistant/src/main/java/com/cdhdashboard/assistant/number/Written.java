package com.cdhdashboard.assistant.number;

import static java.util.Objects.requireNonNull;

/** Something in a text that has to be true: where it stands and how it reads. */
sealed interface Written permits Numeral, WrittenDate, Written.Token {
    int from();

    int to();

    String text();

    /** Digits within a word, such as {@code C-104704}, or signs that are digits to a reader alone: a name, or nothing. */
    record Token(int from, int to, String text) implements Written {
        public Token {
            requireNonNull(text, "text");
        }
    }
}
