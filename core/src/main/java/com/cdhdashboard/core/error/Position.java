package com.cdhdashboard.core.error;

import static java.util.Objects.requireNonNull;

/** A place in a text file; line and column count from 1. */
public record Position(String file, int line, int column) {
    public Position {
        requireNonNull(file, "file");
        if (!(line >= 1 && column >= 1)) {
            throw new IllegalArgumentException("line and column count from 1: " + line + ":" + column);
        }
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
