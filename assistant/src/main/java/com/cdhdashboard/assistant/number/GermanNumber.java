package com.cdhdashboard.assistant.number;

import java.util.List;
import java.util.OptionalLong;

/** Numbers that German writes as one word, such as {@code zwölftausenddreihundert}. */
final class GermanNumber {
    private static final List<String> SMALL = List.of(
            "null",
            "ein",
            "zwei",
            "drei",
            "vier",
            "f\u00fcnf",
            "sechs",
            "sieben",
            "acht",
            "neun",
            "zehn",
            "elf",
            "zw\u00f6lf",
            "dreizehn",
            "vierzehn",
            "f\u00fcnfzehn",
            "sechzehn",
            "siebzehn",
            "achtzehn",
            "neunzehn");
    private static final List<String> TENS = List.of(
            "", "", "zwanzig", "drei\u00dfig", "vierzig", "f\u00fcnfzig", "sechzig", "siebzig", "achtzig", "neunzig");

    private GermanNumber() {}

    /** Of a word in small letters; "null" and "ein" are too many other things to be numbers alone. */
    static OptionalLong value(String word) {
        return word.equals("null") || word.equals("ein") ? OptionalLong.empty() : read(word);
    }

    private static OptionalLong read(String word) {
        OptionalLong thousands = around(word, "tausend", 1_000);
        OptionalLong hundreds = thousands.isPresent() ? thousands : around(word, "hundert", 100);
        return hundreds.isPresent() ? hundreds : belowHundred(word);
    }

    private static OptionalLong around(String word, String unit, long size) {
        int at = word.indexOf(unit);
        if (at < 0) {
            return OptionalLong.empty();
        }
        String before = word.substring(0, at);
        String after = word.substring(at + unit.length()).replaceFirst("^und", "");
        OptionalLong many = before.isEmpty() ? OptionalLong.of(1) : read(before);
        OptionalLong rest = after.isEmpty() ? OptionalLong.of(0) : read(after);
        return many.isPresent() && rest.isPresent()
                ? OptionalLong.of(many.getAsLong() * size + rest.getAsLong())
                : OptionalLong.empty();
    }

    private static OptionalLong belowHundred(String word) {
        int small = SMALL.indexOf(word);
        if (small >= 0) {
            return OptionalLong.of(small);
        }
        int at = word.indexOf("und");
        int ones = at > 0 ? SMALL.indexOf(word.substring(0, at)) : 0;
        int tens = TENS.indexOf(at > 0 ? word.substring(at + "und".length()) : word);
        return tens > 1 && ones >= 0 && ones < 10 ? OptionalLong.of(tens * 10L + ones) : OptionalLong.empty();
    }
}
