package com.cdhdashboard.core.config.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one reading of truth values in a configuration: TOML booleans, integers (0 is false, any other true) and the
 * words {@code y yes t true on 1} and {@code n no f false off 0} in any case.
 */
public final class Flag {
    private static final List<String> TRUE = List.of("true", "yes", "on", "y", "t", "1");
    private static final List<String> FALSE = List.of("false", "no", "off", "n", "f", "0");

    private Flag() {}

    /** The words, in small letters. */
    public static List<String> words() {
        return Stream.concat(TRUE.stream(), FALSE.stream()).toList();
    }

    /** Reads a TOML value; empty where it is no truth value. */
    public static Optional<Boolean> read(Object value) {
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        if (value instanceof Long number) {
            return Optional.of(number != 0);
        }
        return value instanceof String text ? word(text.strip().toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static Optional<Boolean> word(String word) {
        if (TRUE.contains(word)) {
            return Optional.of(true);
        }
        return FALSE.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
