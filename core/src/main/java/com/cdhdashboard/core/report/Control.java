package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A choice the reader of a report has; the name is the URL parameter, an option's value what it is set to. */
public record Control(String name, String label, List<Option> options, String chosen) {
    /** One option; the empty value means none. */
    public record Option(String value, String label) {}

    public Control {
        requireNonNull(name, "name");
        requireNonNull(label, "label");
        options = List.copyOf(options);
        requireNonNull(chosen, "chosen");
    }
}
