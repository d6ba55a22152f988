package com.cdhdashboard.assistant.number;

/** Something in a text that has to be true: where it stands and how it reads. */
sealed interface Written permits Numeral, WrittenDate, Token {
    int from();

    int to();

    String text();
}
