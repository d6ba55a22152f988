package com.cdhdashboard.duckdb;

/** The two ways a text enters an SQL statement where it cannot be bound. */
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
}
