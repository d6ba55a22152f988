package com.cdhdashboard.core.cube;

import static java.util.Objects.requireNonNull;

/**
 * A named, typed column of a table, and whether its values group rows or measure them.
 *
 * @param derived whether it follows from the days of the data, which have no column of that name: a step of time, one of two
 *     periods that are compared, or a place within them
 */
public record Column(String name, ValueType type, Role role, boolean derived) {
    /** What a column is for. */
    public enum Role {
        DIMENSION,
        MEASURE,
        SCORE,
        /** Where something lies, such as the edge of a bin: greater is neither more nor better. */
        PLACE
    }

    /** What people call it, for a column that is no score; a score has a title of its own. */
    public String title() {
        return DimensionTitle.of(name);
    }

    public Column {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(role, "role");
    }

    public Column(String name, ValueType type, Role role) {
        this(name, type, role, false);
    }

    public static Column dimension(String name, ValueType type) {
        return new Column(name, type, Role.DIMENSION);
    }

    public static Column measure(String name, ValueType type) {
        return new Column(name, type, Role.MEASURE);
    }

    public static Column place(String name) {
        return new Column(name, ValueType.NUMBER, Role.PLACE);
    }

    public static Column score(String name) {
        return new Column(name, ValueType.NUMBER, Role.SCORE);
    }
}
