package com.cdhdashboard.core.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A choice the reader of a report has; the name is the URL parameter, an option's value what it is set to.
 *
 * @param range of a number that is typed; such a control has no options
 */
public record Control(String name, String label, List<Option> options, String chosen, Optional<Range> range) {
    /** One option; the empty value means none. */
    public record Option(String value, String label) {
        public static final Option NONE = new Option("", "none");
        public static final Option AUTOMATIC = new Option("", "automatic");
        public static final List<Option> ON_OFF = List.of(new Option("true", "on"), new Option("false", "off"));

        /** One that is called what it is. */
        public static Option of(String name) {
            return new Option(name, name);
        }
    }

    /** The ends of a number, both included. */
    public record Range(double least, double most) {}

    public Control(String name, String label, List<Option> options, String chosen) {
        this(name, label, options, chosen, Optional.empty());
    }

    public Control {
        requireNonNull(name, "name");
        requireNonNull(label, "label");
        options = List.copyOf(options);
        requireNonNull(chosen, "chosen");
        requireNonNull(range, "range");
    }
}
