package com.cdhdashboard.core.cube;

/**
 * The type of a column's values; {@code null} is a value of every type.
 *
 * <p>In Java: TEXT {@code String}, INTEGER {@code Long}, NUMBER {@code Double}, BOOLEAN {@code Boolean}, DATE
 * {@code java.time.LocalDate}, TIMESTAMP {@code java.time.LocalDateTime} (UTC), TABLE {@link Table}, of which only
 * answers hold any.
 */
public enum ValueType {
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    TABLE;

    /** Thrown where values of files or cubes are dealt with, as these are never tables. */
    public static IllegalArgumentException noTables() {
        return new IllegalArgumentException("only answers hold tables within a table");
    }
}
