package com.cdhdashboard.assistant.number;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which sign a text writes before decimals; the other one, or none, groups thousands. */
enum DecimalStyle {
    POINT,
    COMMA;

    private static final Pattern COMMAS = Pattern.compile("(?<![\\d.,])\\d+,(?:\\d{1,2}|\\d{4,})(?![\\d.,]*\\d)");
    private static final Pattern POINTS = Pattern.compile("(?<![\\d.,])\\d+\\.(?:\\d{1,2}|\\d{4,})(?![\\d.,]*\\d)");
    private static final Pattern ZERO_COMMA = Pattern.compile("(?<![\\d.,])0,\\d+");
    private static final Pattern ZERO_POINT = Pattern.compile("(?<![\\d.,])0\\.\\d+");
    private static final int ENOUGH_WORDS = 2;

    /** Words that German and French texts have and English ones have not. */
    private static final Set<String> WORDS = Set.of(
            "der",
            "das",
            "und",
            "ist",
            "von",
            "mit",
            "f\u00fcr",
            "sind",
            "wurden",
            "hat",
            "ein",
            "eine",
            "den",
            "im",
            "le",
            "la",
            "les",
            "des",
            "du",
            "est",
            "et",
            "une",
            "un",
            "sont",
            "pour",
            "avec",
            "dans");

    /** The only sign that can be no other; where there is none, that of the language. */
    static DecimalStyle of(String text) {
        boolean comma = COMMAS.matcher(text).find() || ZERO_COMMA.matcher(text).find();
        boolean point = POINTS.matcher(text).find() || ZERO_POINT.matcher(text).find();
        if (comma != point) {
            return comma ? COMMA : POINT;
        }
        long words = Pattern.compile("\\P{L}+")
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(WORDS::contains)
                .distinct()
                .count();
        return !comma && words >= ENOUGH_WORDS ? COMMA : POINT;
    }

    char decimal() {
        return this == COMMA ? ',' : '.';
    }

    char grouping() {
        return this == COMMA ? '.' : ',';
    }
}
