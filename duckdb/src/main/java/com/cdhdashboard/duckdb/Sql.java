package com.cdhdashboard.duckdb;

import org.jspecify.annotations.Nullable;

/** How texts enter an SQL statement where they cannot be bound. */
public final class Sql {
    private Sql() {}

    /** A quoted identifier. */
    public static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** A quoted text literal. */
    public static String text(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    /** A statement with its bound values written where they stand, to be read by people. */
    public static String bound(String statement, Object... values) {
        StringBuilder sql = new StringBuilder();
        int next = 0;
        char quote = 0;
        for (int i = 0; i < statement.length(); i++) {
            char read = statement.charAt(i);
            if (quote != 0) {
                quote = read == quote ? 0 : quote;
            } else if (read == '\'' || read == '"') {
                quote = read;
            }
            sql.append(read == '?' && quote == 0 ? literal(values[next++]) : String.valueOf(read));
        }
        return sql.toString();
    }

    private static String literal(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean
                ? String.valueOf(value)
                : text(value.toString());
    }
}
