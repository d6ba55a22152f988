package com.cdhdashboard.core.expression.text;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.Position;

/**
 * Expression text and the place in a file where its first character stands.
 *
 * @param verbatim whether the text stands in the file character by character, so that a place inside the text is a
 *     place in the file; if not (escapes in a TOML string), errors point at the start and quote the place
 */
public record SourceText(String text, Position position, boolean verbatim) {
    public SourceText {
        requireNonNull(text, "text");
        requireNonNull(position, "position");
    }
}
