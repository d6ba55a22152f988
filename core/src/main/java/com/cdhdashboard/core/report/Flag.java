package com.cdhdashboard.core.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** True and false as reports write them: TOML booleans, 0 and 1, and the usual words in any case. */
final class Flag {
    private static final List<String> TRUE = List.of("true", "t", "yes", "y", "on", "1");
    private static final List<String> FALSE = List.of("false", "f", "no", "n", "off", "0");

    private Flag() {}

    static Optional<Boolean> parse(Object value) {
        String word = value.toString().strip().toLowerCase(Locale.ROOT);
        if (TRUE.contains(word)) {
            return Optional.of(true);
        }
        return FALSE.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
