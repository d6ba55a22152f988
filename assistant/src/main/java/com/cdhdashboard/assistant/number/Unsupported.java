package com.cdhdashboard.assistant.number;

import static java.util.Objects.requireNonNull;

/**
 * A number of a text that no answer supports.
 *
 * @param text as it is written
 * @param context the sentence or row of a table that it stands in
 * @param reason what is wrong with it, for the model to mend
 */
public record Unsupported(String text, String context, String reason) {
    public Unsupported {
        requireNonNull(text, "text");
        requireNonNull(context, "context");
        requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
        return "\"" + text.strip() + "\" in \"" + context.strip() + "\": " + reason;
    }
}
