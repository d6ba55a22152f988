package com.cdhdashboard.core.expression.pattern;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.expression.text.Place;
import java.util.List;
import java.util.Optional;

/**
 * A regular expression in the syntax of Rust's {@code regex}, rewritten to what all engines read alike: ASCII only,
 * every literal character escaped, classes such as {@code \d} spelt out with their Unicode meaning, groups without names.
 *
 * @param portable the rewritten pattern
 * @param groups the names of the capture groups in order, empty for those without a name
 * @param plain whether the pattern stands for its own characters
 */
public record RegexPattern(String portable, List<Optional<String>> groups, boolean plain) {
    public RegexPattern {
        requireNonNull(portable, "portable");
        groups = List.copyOf(groups);
    }

    /** The pattern that finds exactly this text. */
    public static RegexPattern literal(String text) {
        StringBuilder pattern = new StringBuilder();
        text.codePoints().forEach(character -> pattern.append(escape(character)));
        return new RegexPattern(pattern.toString(), List.of(), true);
    }

    public static RegexPattern parse(String text, Place place) {
        return new RegexReader(text, place).read();
    }

    /** A character that stands for itself, in or outside a class. */
    static String escape(int character) {
        boolean letterOrDigit = (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z');
        return letterOrDigit ? Character.toString(character) : "\\x{" + Integer.toHexString(character) + "}";
    }
}
