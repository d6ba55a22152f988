package com.cdhdashboard.core.expression.text;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.Problem;
import java.util.List;
import java.util.Optional;

/** What reading a text gave: a value, or the problems that kept it from being one. */
public record Parsed<T>(Optional<T> value, List<Problem> problems) {
    public Parsed {
        requireNonNull(value, "value");
        problems = List.copyOf(problems);
        if (value.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("either a value or problems");
        }
    }

    public static <T> Parsed<T> of(T value) {
        return new Parsed<>(Optional.of(value), List.of());
    }

    public static <T> Parsed<T> refused(List<Problem> problems) {
        return new Parsed<>(Optional.empty(), problems);
    }
}
