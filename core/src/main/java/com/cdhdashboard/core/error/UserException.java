package com.cdhdashboard.core.error;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

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

    /** That a file or folder of this machine could not be used: a full disk, a permission. */
    public static UserException ofDisk(UncheckedIOException error) {
        return new UserException(
                Kind.RESOURCES,
                "a file or folder cannot be used: " + reason(requireNonNull(error.getCause(), "cause"))
                        + "; make room on the disk, or allow reading and writing there, and try again",
                error);
    }

    private static String reason(IOException cause) {
        if (!(cause instanceof FileSystemException file)) {
            return String.valueOf(cause.getMessage());
        }
        String reason = file instanceof AccessDeniedException
                ? "access is denied"
                : file instanceof NoSuchFileException ? "it is not there" : String.valueOf(file.getReason());
        return "\"" + file.getFile() + "\": " + reason;
    }

    public Kind kind() {
        return kind;
    }
}
