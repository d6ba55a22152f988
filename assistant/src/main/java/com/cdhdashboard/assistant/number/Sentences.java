package com.cdhdashboard.assistant.number;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where sentences end, and what joins two numbers to a range. */
public final class Sentences {
    private static final Pattern RANGE =
            Pattern.compile("\\s?(?:-|\u2013|\u2212|~|to|and|or|bis|und|oder|\u00e0|et|ou)\\s?");
    private static final Pattern END = Pattern.compile("[.!?:;]\\s|\\n");

    private final String text;
    private final TreeSet<Integer> ends = new TreeSet<>();

    Sentences(String text) {
        this.text = text;
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        for (int end = sentences.first(); end != BreakIterator.DONE; end = sentences.next()) {
            ends.add(end);
        }
    }

    static boolean joinsRange(String between) {
        return RANGE.matcher(between).matches();
    }

    /** The sentence that a part of the text stands in. */
    String around(int from, int to) {
        return text.substring(start(from), end(to)).strip();
    }

    /** Where the sentence begins that a part of the text stands in. */
    int start(int from) {
        Integer start = ends.floor(from);
        return start == null ? 0 : start;
    }

    int end(int to) {
        Integer end = ends.ceiling(to);
        return end == null ? text.length() : end;
    }

    /**
     * How much of a text that goes on is whole sentences and lines, which can be checked.
     *
     * @param from where to look for an end
     * @return where the last one ends, or {@code from} where none does
     */
    public static int complete(CharSequence text, int from) {
        Matcher found = END.matcher(text).region(from, text.length());
        int complete = from;
        while (found.find()) {
            complete = found.end();
        }
        return complete;
    }
}
