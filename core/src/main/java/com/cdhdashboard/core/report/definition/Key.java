package com.cdhdashboard.core.report.definition;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.report.Control;
import java.util.ArrayList;
import java.util.List;

/**
 * A key that a kind of report reads beside those of every report.
 *
 * @param required whether a report without it is refused
 * @param label of the control; empty where there is none
 * @param meaning completes the sentence "the key is …"
 * @param allowed what the role leaves open
 */
public record Key(String name, Role role, boolean required, String label, String meaning, Allowed allowed) {
    public Key {
        requireNonNull(name, "name");
        requireNonNull(role, "role");
        requireNonNull(label, "label");
        requireNonNull(meaning, "meaning");
        requireNonNull(allowed, "allowed");
    }

    public Key(String name, Role role, boolean required, String label, String meaning) {
        this(name, role, required, label, meaning, Allowed.BY_ROLE);
    }

    /** Whether readers of the report can set it. */
    public boolean hasControl() {
        return !label.isEmpty();
    }

    public static Key required(String name, Role role, String label, String meaning) {
        return new Key(name, role, true, label, meaning);
    }

    /** One of some texts, each followed by what it is called; the first is meant where the key is absent. */
    public static Key choice(String name, String label, String meaning, String... valuesAndLabels) {
        List<Control.Option> options = new ArrayList<>();
        for (int i = 0; i < valuesAndLabels.length; i += 2) {
            options.add(new Control.Option(valuesAndLabels[i], valuesAndLabels[i + 1]));
        }
        return new Key(name, Role.CHOICE, false, label, meaning, new Allowed.OneOf(options));
    }

    public static Key number(String name, String label, String meaning, Allowed.Between between) {
        return new Key(name, Role.NUMBER, false, label, meaning, between);
    }

    public static Key optional(String name, Role role, String label, String meaning) {
        return new Key(name, role, false, label, meaning);
    }
}
