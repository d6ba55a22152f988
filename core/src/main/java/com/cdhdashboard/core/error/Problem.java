package com.cdhdashboard.core.error;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Something a check found: where it is, and a message that says what was found, what is allowed and what to do.
 *
 * @param path dotted path of the key, such as {@code reports.daily.type}; empty where no key is meant
 */
public record Problem(Severity severity, Optional<Position> position, String path, String message) {
    public Problem {
        requireNonNull(severity, "severity");
        requireNonNull(position, "position");
        requireNonNull(path, "path");
        requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        String place = position.map(Position::toString).orElse("");
        String where = place.isEmpty() || path.isEmpty() ? place + path : place + " " + path;
        return where.isEmpty() ? message : where + ": " + message;
    }
}
