package com.cdhdashboard.core.cube;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How group values are written in URLs, options and pages. */
public final class Values {
    /** Shown, and written in filters, for a value that is null. */
    public static final String MISSING = "(missing)";
    /** Shown, and written in filters, for a text of no characters. */
    public static final String EMPTY = "(empty)";
    /** Shown for a text of nothing but spaces. */
    public static final String BLANK = "(blank)";

    private Values() {}

    /** The text of a value: itself, {@code 2024-12-20} for dates, {@link #MISSING} for null, {@link #EMPTY} for "". */
    public static String label(@Nullable Object value) {
        if (value == null) {
            return MISSING;
        }
        String text = value.toString();
        return text.isEmpty() ? EMPTY : text;
    }

    /** The value as readers see it: {@link #label}, but {@link #BLANK} where nothing of it could be seen. */
    public static String shown(@Nullable Object value) {
        String label = label(value);
        return label.isBlank() ? BLANK : label;
    }

    /** The value as filters hold it: empty for the missing value. */
    public static Optional<String> text(@Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of(value.toString());
    }

    /** Reads back what {@link #label} wrote. */
    public static Optional<String> parseLabel(String label) {
        if (label.equals(MISSING)) {
            return Optional.empty();
        }
        return Optional.of(label.equals(EMPTY) ? "" : label);
    }
}
