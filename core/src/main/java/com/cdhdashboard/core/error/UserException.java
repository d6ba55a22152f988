package com.cdhdashboard.core.error;

import static java.util.Objects.requireNonNull;

/**
 * An error whose message is meant for the user: it says what was found, what is allowed and what to do, and never
 * holds SQL, rows or secrets.
 */
public final class UserException extends RuntimeException {
    /** Whose doing the error is; decides the HTTP status and the exit code. */
    public enum Kind {
        /** The input or request is wrong; trying again unchanged fails again. */
        USER,
        /** What was asked for does not exist. */
        NOT_FOUND,
        /** A limit of memory, disk, size or time was reached. */
        RESOURCES
    }

    private final Kind kind;

    public UserException(String message) {
        this(Kind.USER, message);
    }

    public UserException(Kind kind, String message) {
        super(requireNonNull(message, "message"));
        this.kind = requireNonNull(kind, "kind");
    }

    public UserException(Kind kind, String message, Throwable cause) {
        super(requireNonNull(message, "message"), cause);
        this.kind = requireNonNull(kind, "kind");
    }

    public Kind kind() {
        return kind;
    }
}
