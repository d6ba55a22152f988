package com.cdhdashboard.assistant.number;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where sentences end, and what joins two numbers to a range. */
public final class Sentences {
    private static final Pattern RANGE =
            Pattern.compile("\\s?(?:-|\u2013|\u2212|~|to|and|or|bis|und|oder|\u00e0|et|ou)\\s?");
    private static final Pattern END = Pattern.compile("[.!?:;]\\s|\\n");

    private Sentences() {}

    static boolean joinsRange(String between) {
        return RANGE.matcher(between).matches();
    }

    /** The sentence that a part of a text stands in. */
    static String around(String text, int from, int to) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int end = sentences.following(Math.max(0, to - 1));
        int start = sentences.preceding(Math.min(text.length(), from + 1));
        return text.substring(start == BreakIterator.DONE ? 0 : start, end == BreakIterator.DONE ? text.length() : end)
                .strip();
    }

    /** How much of a text that goes on is whole sentences and lines, which can be checked. */
    public static int complete(String text) {
        int complete = 0;
        var ends = END.matcher(text);
        while (ends.find()) {
            complete = ends.end();
        }
        return complete;
    }
}
