package com.cdhdashboard.core.figure;

/**
 * Text for figures. Plotly reads tags and entities in names, ticks and hover texts, so every text that comes from data
 * or configuration passes here.
 */
public final class PlotText {
    private static final int TICK_LENGTH = 28;

    private PlotText() {}

    /** The text as Plotly is to show it, letter by letter. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", " ")
                .replace("\r", " ");
    }

    /** An escaped text for places with little room: a long one loses its middle, where names differ least. */
    public static String tick(String text) {
        return tick(text, TICK_LENGTH);
    }

    /** As {@link #tick(String)}, for places with even less. */
    public static String tick(String text, int length) {
        return escape(shorten(text, length));
    }

    private static String shorten(String text, int length) {
        int points = text.codePointCount(0, text.length());
        if (points <= length) {
            return text;
        }
        int head = (length - 1) * 2 / 3;
        int tail = length - 1 - head;
        return text.substring(0, text.offsetByCodePoints(0, head))
                + "…"
                + text.substring(text.offsetByCodePoints(text.length(), -tail));
    }
}
