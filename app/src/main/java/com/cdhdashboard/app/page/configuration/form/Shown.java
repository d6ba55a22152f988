package com.cdhdashboard.app.page.configuration.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of a configuration as texts of a form, from which {@link Posted} makes the same values again. */
final class Shown {
    private Shown() {}

    static List<String> texts(Object value, FieldKind kind) {
        if (value instanceof List<?> list && kind == FieldKind.NAMES) {
            return list.stream().map(Shown::text).toList();
        }
        return kind == FieldKind.TABLE ? List.of() : List.of(text(value));
    }

    static String text(Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            String plain = BigDecimal.valueOf(number).toPlainString();
            return plain.length() > 18 ? number.toString() : plain;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Shown::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> table) {
            return table.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    /** How the value of a row is typed. */
    static String posts(Object value) {
        Posted posted = value instanceof Number
                ? Posted.NUMBER
                : value instanceof Boolean ? Posted.FLAG : value instanceof List ? Posted.LIST : Posted.TEXT;
        return posted.name().toLowerCase(Locale.ROOT);
    }
}
