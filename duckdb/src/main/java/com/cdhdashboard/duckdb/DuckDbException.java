package com.cdhdashboard.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * A statement of ours that failed: by its input, by a limit, by a cancel, or by a defect. Not to be shown as it is.
 *
 * <p>The driver gives neither a code nor a state, but the engine writes its errors as JSON where it is asked to, with the
 * type of each. What fails before it can be asked, when a database is opened, begins with its type as text.
 */
public final class DuckDbException extends RuntimeException {
    private static final String TYPE_END = " Error: ";
    private static final String TYPE = "exception_type";
    private static final String JSON_START = "{\"" + TYPE + "\"";

    /** What systems answer to who writes: file too large, no space left, read-only file system, quota exceeded (also by macOS). */
    private static final List<String> UNWRITABLE = List.of("27", "28", "30", "122", "69");

    /** Nothing but the disk can make these fail, as nobody else writes to a database. They come without a number. */
    private static final String FAILED_COMMIT = "TransactionContext";

    private static final String CHECKPOINT = "CHECKPOINT";
    private static final String OPENING = "opening ";
    private static final String IO = "IO";

    private final String type;
    private final String problem;
    private final boolean unwritable;

    public DuckDbException(String statement, SQLException cause) {
        this(statement, cause, Told.of(Objects.requireNonNullElse(cause.getMessage(), "")));
    }

    static DuckDbException ofOpening(String url, SQLException cause) {
        return new DuckDbException(OPENING + url, cause);
    }

    private DuckDbException(String statement, SQLException cause, Told told) {
        super(told.type() + TYPE_END + told.problem() + " in: " + statement, cause);
        this.type = told.type();
        this.problem = told.problem();
        boolean writing = statement.startsWith(CHECKPOINT) || statement.startsWith(OPENING);
        this.unwritable =
                UNWRITABLE.contains(told.errno()) || type.equals(FAILED_COMMIT) || (type.equals(IO) && writing);
    }

    /**
     * What the engine said, of which type it is, such as {@code Conversion}, and the number of the system's error; empty
     * where there is none.
     */
    private record Told(String type, String problem, String errno) {
        static Told of(String message) {
            // What fails before a statement runs has its type as text before the JSON
            int json = message.indexOf(JSON_START);
            if (json >= 0) {
                try {
                    JsonNode told = new ObjectMapper().readTree(message.substring(json));
                    return new Told(
                            told.path(TYPE).asText(),
                            told.path("exception_message").asText(),
                            told.path("errno").asText());
                } catch (JsonProcessingException e) {
                    return new Told("", message, "");
                }
            }
            int end = message.indexOf(TYPE_END);
            return end < 0
                    ? new Told("", message, "")
                    : new Told(message.substring(0, end), message.substring(end + TYPE_END.length()), "");
        }
    }

    /** Whether a file may be the cause: others can still be read. */
    public boolean isBadInput() {
        return !isInterrupted() && !isEnd() && !isUnwritable();
    }

    /** Whether a disk is full, or cannot be written to for another reason that lies in no file of an import. */
    public boolean isUnwritable() {
        return unwritable;
    }

    /** Whether values were the cause, which do not fit the types they were to have. */
    public boolean isUnfitValue() {
        return List.of("Conversion", "Out of Range").contains(type);
    }

    /**
     * Whether memory or disk may have run out. Damaged files make the engine say the same: of what they declare it is
     * asked for more memory than there is, or to read behind their end.
     */
    public boolean isOutOfResources() {
        return List.of("Out of Memory", IO).contains(type);
    }

    public boolean isInterrupted() {
        return type.equals("INTERRUPT");
    }

    /** Whether the engine has ended itself over it and takes no further statement. */
    public boolean isEnd() {
        return List.of("FATAL", "INTERNAL").contains(type);
    }

    /** The first line of what the engine said, without its statement. */
    public String shortMessage() {
        return problem.lines().findFirst().orElse("");
    }
}
