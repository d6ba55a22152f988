package com.cdhdashboard.core.expression;

import static java.util.Objects.requireNonNull;

/** A parameter of a method. */
public record Parameter(String name, Shape shape, boolean required) {
    /** What may be written for a parameter. */
    public enum Shape {
        /** A quoted text. */
        TEXT,
        /** A quoted text, or a number that stands for its text. */
        TEXT_OR_NUMBER,
        /** A whole number. */
        WHOLE,
        /** A whole number of at least 0. */
        COUNT,
        /** {@code True} or {@code False}. */
        FLAG,
        /** Any expression; a bare text is a text. */
        VALUE,
        /** Any expression; a bare text names a column. */
        COLUMN
    }

    public Parameter {
        requireNonNull(name, "name");
        requireNonNull(shape, "shape");
    }

    static Parameter required(String name, Shape shape) {
        return new Parameter(name, shape, true);
    }

    public static Parameter optional(String name, Shape shape) {
        return new Parameter(name, shape, false);
    }
}
