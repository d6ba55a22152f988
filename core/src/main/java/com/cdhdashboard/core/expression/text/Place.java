package com.cdhdashboard.core.expression.text;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import java.util.Optional;

/**
 * Where a part of an expression stands.
 *
 * @param offset in UTF-16 units from the start of the expression's text
 * @param position in the file; the start of the whole text where places inside it are not places in the file
 * @param excerpt the text found there, present where {@code position} alone does not tell the place
 */
public record Place(int offset, Position position, Optional<String> excerpt) {
    public Place {
        requireNonNull(position, "position");
        requireNonNull(excerpt, "excerpt");
    }

    public Problem error(String message) {
        String where = excerpt.map(text -> " (at: " + text + ")").orElse("");
        return new Problem(Severity.ERROR, Optional.of(position), "", message + where);
    }
}
