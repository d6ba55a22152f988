package com.cdhdashboard.assistant.number;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.assistant.prose.Prose;
import java.util.List;

/**
 * A text whose numbers were looked up.
 *
 * @param prose with links at the numbers, and names that hold digits set as names
 * @param unsupported numbers that no answer supports; where there is one, the text may not be shown
 */
public record Checked(Prose prose, List<Unsupported> unsupported) {
    public Checked {
        requireNonNull(prose, "prose");
        unsupported = List.copyOf(unsupported);
    }

    public boolean holds() {
        return unsupported.isEmpty();
    }
}
