package com.cdhdashboard.core.cube;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** A condition on one dimension of a cube; the conditions of a request must all hold. */
public sealed interface Filter {
    /** The dimension the condition is on. */
    String dimension();

    /**
     * The dimension has one of these values ({@code negated}: none of them).
     *
     * @param values as text, in the form {@link Values#text} gives; an empty {@code Optional} is the missing value, an
     *     empty string the empty value
     */
    record In(String dimension, List<Optional<String>> values, boolean negated) implements Filter {
        public In {
            requireNonNull(dimension, "dimension");
            values = List.copyOf(values);
        }

        public static In of(String dimension, List<Optional<String>> values) {
            return new In(dimension, values, false);
        }
    }

    /** The dimension lies between two values, both included; an absent end is open. Missing values lie nowhere. */
    record Range(String dimension, Optional<String> from, Optional<String> to) implements Filter {
        public Range {
            requireNonNull(dimension, "dimension");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }
    }

    /** The dimension's text contains this text, in any case. */
    record Contains(String dimension, String text) implements Filter {
        public Contains {
            requireNonNull(dimension, "dimension");
            requireNonNull(text, "text");
        }
    }
}
