package com.cdhdashboard.core.bundle;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.ValueType;

/** A column of a table of a bundle. */
public record BundleColumn(String name, ValueType type, Role role, String meaning) {
    /** What a column is for. */
    public enum Role {
        /** The number of a row of cells, by which other tables name it. */
        CELL,
        DIMENSION,
        MEASURE,
        /** A part of a summary. */
        SUMMARY
    }

    /** The column that holds the number of a cell; no column of an export can be called so. */
    public static final String CELL = "cell:";

    public BundleColumn {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(role, "role");
        requireNonNull(meaning, "meaning");
    }
}
