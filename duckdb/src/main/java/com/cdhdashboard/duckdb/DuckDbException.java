package com.cdhdashboard.duckdb;

import java.sql.SQLException;
import java.util.Objects;

/** A statement of ours that failed: by its input, by a limit, by a cancel, or by a defect. Not to be shown as it is. */
public final class DuckDbException extends RuntimeException {
    private final String problem;

    public DuckDbException(String statement, SQLException cause) {
        super(cause.getMessage() + " in: " + statement, cause);
        this.problem = Objects.requireNonNullElse(cause.getMessage(), "");
    }

    /** Whether the rows of a file were the cause. */
    public boolean isBadInput() {
        return problem.startsWith("Invalid Input Error")
                // What readers of a format throw at damage they do not expect
                || problem.startsWith("Invalid Error")
                || problem.startsWith("Conversion Error")
                || problem.startsWith("Out of Range Error");
    }

    /** Whether memory or disk ran out. */
    public boolean isOutOfResources() {
        return problem.startsWith("Out of Memory Error") || problem.startsWith("IO Error");
    }

    public boolean isInterrupted() {
        return problem.startsWith("INTERRUPT Error");
    }

    /** The first line of what the engine said, without its statement. */
    public String shortMessage() {
        return problem.lines().findFirst().orElse("");
    }
}
