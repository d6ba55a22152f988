package com.cdhdashboard.core.config.schema;

import static java.util.Objects.requireNonNull;

/** What holds where a key is left out. */
public sealed interface Absent {
    /** The key cannot be left out. */
    Absent REQUIRED = new Required(false);

    /** The key cannot be left out, but may be an empty list. */
    Absent REQUIRED_MAY_BE_EMPTY = new Required(true);

    /** The same as an empty text. */
    Absent NONE = new Meaning("none");

    /** See {@link #REQUIRED}. */
    record Required(boolean mayBeEmpty) implements Absent {}

    /**
     * A value is taken.
     *
     * @param value a {@code String}, {@code Boolean} or {@code Long}
     */
    record Value(Object value) implements Absent {
        public Value {
            requireNonNull(value, "value");
        }
    }

    /** Something that is no value of the key; in Markdown, such as {@code keeps all}. */
    record Meaning(String words) implements Absent {
        public Meaning {
            requireNonNull(words, "words");
        }
    }
}
