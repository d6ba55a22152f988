package com.cdhdashboard.core.expression.write;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Literals as the language writes them. */
final class Literals {
    /** Larger than any number: read as infinity, which has no literal of its own. */
    private static final String INFINITY = "1e999";

    private Literals() {}

    static String of(Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof Double number) {
            return number(number);
        }
        return value instanceof LocalDateTime moment ? moment(moment) : value.toString();
    }

    private static String number(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? INFINITY : "-" + INFINITY;
        }
        return Double.toString(number);
    }

    private static String moment(LocalDateTime moment) {
        List<Integer> parts = new ArrayList<>(List.of(
                moment.getYear(),
                moment.getMonthValue(),
                moment.getDayOfMonth(),
                moment.getHour(),
                moment.getMinute(),
                moment.getSecond(),
                moment.getNano() / 1000));
        while (parts.size() > 3 && parts.get(parts.size() - 1) == 0) {
            parts.remove(parts.size() - 1);
        }
        return "pl.datetime("
                + String.join(", ", parts.stream().map(String::valueOf).toList()) + ")";
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            quoted.append(escaped(text.charAt(i)));
        }
        return quoted.append('"').toString();
    }

    private static String escaped(char character) {
        return switch (character) {
            case '\\' -> "\\\\";
            case '"' -> "\\\"";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                Character.isISOControl(character)
                        ? String.format(Locale.ROOT, "\\x%02x", (int) character)
                        : String.valueOf(character);
        };
    }
}
