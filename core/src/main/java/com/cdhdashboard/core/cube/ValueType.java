package com.cdhdashboard.core.cube;

/**
 * The type of a column's values; {@code null} is a value of every type.
 *
 * <p>In Java: TEXT {@code String}, INTEGER {@code Long}, NUMBER {@code Double}, BOOLEAN {@code Boolean}, DATE
 * {@code java.time.LocalDate}, TIMESTAMP {@code java.time.LocalDateTime} (UTC).
 */
public enum ValueType {
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE,
    TIMESTAMP
}
