package com.cdhdashboard.core.error;

/** Texts of others in messages: a value or a name may be endless. */
public final class ShortText {
    private ShortText() {}

    /** The text, or as many of its characters. */
    public static String of(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }
}
