package com.cdhdashboard.core.expression.read;

import com.cdhdashboard.core.expression.text.Place;
import com.cdhdashboard.core.expression.text.Refusal;
import java.util.Locale;

/** Reads one quoted text with Python's backslash escapes. */
final class TextReader {
    private static final String ESCAPED = "\\'\"abfnrtv";
    private static final String MEANT = "\\'\"\u0007\b\f\n\r\t\u000b";

    private final String text;
    private final boolean raw;
    private final Place place;
    private final char quote;
    private final StringBuilder value = new StringBuilder();
    private int at;

    /** @param start where the opening quote stands */
    TextReader(String text, int start, boolean raw, Place place) {
        this.text = text;
        this.raw = raw;
        this.place = place;
        this.quote = text.charAt(start);
        this.at = start + 1;
    }

    String read() {
        if (text.startsWith(String.valueOf(quote).repeat(2), at)) {
            throw new Refusal(place, "texts in triple quotes are not part of the language; use one quote mark");
        }
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (codePoint == '\\') {
                escape();
            } else {
                append(codePoint);
            }
        }
        if (at >= text.length() || text.charAt(at) == '\n') {
            throw new Refusal(place, "the text is not closed; it must end with " + quote + " on the same line");
        }
        at++;
        return value.toString();
    }

    /** The offset behind the closing quote. */
    int end() {
        return at;
    }

    private void escape() {
        if (at >= text.length()) {
            return;
        }
        char next = text.charAt(at);
        if (raw) {
            value.append('\\');
            if (next == quote || next == '\\') {
                value.append(next);
                at++;
            }
        } else if (ESCAPED.indexOf(next) >= 0) {
            at++;
            value.append(MEANT.charAt(ESCAPED.indexOf(next)));
        } else if (next >= '0' && next <= '7') {
            octal();
        } else {
            longEscape(next);
        }
    }

    private void longEscape(char next) {
        switch (next) {
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            case 'U' -> hexadecimal(8);
            case 'N' -> throw new Refusal(place, "the escape \\N{…} is not part of the language; write the character");
            case '\n' -> at++;
            default -> value.append('\\');
        }
    }

    private void octal() {
        int end = at;
        while (end < text.length() && end < at + 3 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
            end++;
        }
        append(Integer.parseInt(text.substring(at, end), 8));
        at = end;
    }

    private void hexadecimal(int digits) {
        int start = at + 1;
        String found = text.substring(start, Math.min(text.length(), start + digits));
        if (!found.matches("[0-9a-fA-F]{" + digits + "}")) {
            throw new Refusal(
                    place, "the escape \\" + text.charAt(at) + " needs " + digits + " hexadecimal digits behind it");
        }
        long codePoint = Long.parseLong(found, 16);
        at = start + digits;
        append(codePoint <= Character.MAX_CODE_POINT ? (int) codePoint : -1);
    }

    private void append(int codePoint) {
        boolean character = Character.isValidCodePoint(codePoint)
                && codePoint != 0
                && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
        if (!character) {
            throw new Refusal(
                    place, "the text holds U+" + hex(codePoint) + ", which is not a character texts may hold");
        }
        value.appendCodePoint(codePoint);
    }

    /** A character as an error message names it. */
    static String describe(int codePoint) {
        boolean printable = codePoint > ' '
                && codePoint != 0x7f
                && Character.isDefined(codePoint)
                && !Character.isISOControl(codePoint)
                && !Character.isSpaceChar(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE
                && Character.getType(codePoint) != Character.FORMAT;
        String number = "U+" + hex(codePoint);
        return printable ? "\"" + Character.toString(codePoint) + "\" (" + number + ")" : number;
    }

    private static String hex(int codePoint) {
        return String.format(Locale.ROOT, "%04X", codePoint);
    }
}
