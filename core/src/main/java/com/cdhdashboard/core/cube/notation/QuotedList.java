package com.cdhdashboard.core.cube.notation;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads values separated by commas. Within quotes a comma is part of the value and {@code ""} is one quote; quotes in
 * the middle of an unquoted value stand for themselves, as in {@code 15" screen}.
 */
public final class QuotedList {
    private final String text;
    private int next;

    private QuotedList(String text) {
        this.text = text;
    }

    /** The values in order, blanks around them left out. */
    public static List<String> parse(String text) {
        QuotedList reader = new QuotedList(text);
        List<String> values = new ArrayList<>();
        do {
            values.add(reader.value(','));
        } while (reader.take(','));
        return values;
    }

    /** The value as {@link #parse} reads it back: quoted where it would not stand for itself. */
    public static String quoted(String value) {
        return quoted(value, ',');
    }

    private static String quoted(String value, char end) {
        boolean plain = !value.startsWith("\"") && value.indexOf(end) < 0 && value.equals(value.strip());
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** The name as {@link #parseNamed} reads it back. */
    static String quotedName(String name) {
        return quoted(name, '=');
    }

    /** Reads {@code name=values}: the name, quoted where it holds an equals sign, before the values. */
    public static NamedValues parseNamed(String text) {
        Named named = name(text);
        return new NamedValues(named.name(), parse(named.rest()));
    }

    /** The name alone, quoted as {@link #parseNamed} does. */
    static Named name(String text) {
        QuotedList reader = new QuotedList(text);
        String name = reader.value('=');
        if (!reader.take('=')) {
            throw new IllegalArgumentException("no \"=\" in it");
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("nothing before the \"=\"");
        }
        return new Named(name, text.substring(reader.next));
    }

    /** What stands on both sides of the first equals sign. */
    record Named(String name, String rest) {}

    /** A dimension and what stands after its equals sign. */
    public record NamedValues(String name, List<String> values) {}

    private boolean take(char expected) {
        boolean there = next < text.length() && text.charAt(next) == expected;
        next += there ? 1 : 0;
        return there;
    }

    private String value(char end) {
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return take('"') ? quoted(end) : plain(end);
    }

    private String plain(char end) {
        int start = next;
        while (next < text.length() && text.charAt(next) != end) {
            next++;
        }
        return text.substring(start, next).strip();
    }

    private String quoted(char end) {
        StringBuilder value = new StringBuilder();
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c != '"') {
                value.append(c);
            } else if (take('"')) {
                value.append('"');
            } else {
                return closed(value.toString(), end);
            }
        }
        throw new IllegalArgumentException("a quote in it is not closed");
    }

    private String closed(String value, char end) {
        String rest = plain(end);
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("\"" + rest + "\" stands after a closing quote");
        }
        return value;
    }
}
