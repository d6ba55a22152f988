package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

/**
 * A key that a kind of report reads beside those of every report.
 *
 * @param required whether a report without it is refused
 * @param label of the control; empty where there is none
 * @param meaning completes the sentence "the key is …"
 */
public record Key(String name, Role role, boolean required, String label, String meaning) {
    public Key {
        requireNonNull(name, "name");
        requireNonNull(role, "role");
        requireNonNull(label, "label");
        requireNonNull(meaning, "meaning");
    }

    /** Whether readers of the report can set it. */
    public boolean hasControl() {
        return !label.isEmpty();
    }

    static Key required(String name, Role role, String label, String meaning) {
        return new Key(name, role, true, label, meaning);
    }

    static Key optional(String name, Role role, String label, String meaning) {
        return new Key(name, role, false, label, meaning);
    }
}
