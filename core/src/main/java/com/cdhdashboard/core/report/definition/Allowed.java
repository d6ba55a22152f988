package com.cdhdashboard.core.report.definition;

import com.cdhdashboard.core.report.Control;
import java.util.List;
import java.util.function.Predicate;

/** The values a report key can have, where its role alone does not say it. */
public sealed interface Allowed {
    /** Whatever the role allows. */
    Allowed BY_ROLE = new ByRole();

    /** A column of numbers; one without can be set, but is not offered. */
    Allowed OF_NUMBERS = new OfNumbers();

    /** See {@link #BY_ROLE}. */
    record ByRole() implements Allowed {}

    /** See {@link #OF_NUMBERS}. */
    record OfNumbers() implements Allowed {}

    /** One of these texts; the first is meant where the key is absent. */
    record OneOf(List<Control.Option> options) implements Allowed {
        public OneOf {
            options = List.copyOf(options);
        }

        List<String> values() {
            return options.stream().map(Control.Option::value).toList();
        }
    }

    /** A number between two ends, both included. */
    record Between(double least, double most, double otherwise) implements Allowed {
        public Between {
            if (!(least <= otherwise && otherwise <= most)) {
                throw new IllegalArgumentException(otherwise + " is not between " + least + " and " + most);
            }
        }

        boolean holds(double value) {
            return value >= least && value <= most;
        }
    }

    /**
     * Scores that stand for one of a few.
     *
     * @param offered the few
     * @param expected what to write, in words
     */
    record Scores(List<String> offered, Predicate<String> accepted, String expected) implements Allowed {
        public Scores {
            offered = List.copyOf(offered);
        }
    }

    /**
     * Something else than another key has.
     *
     * @param reason why both must differ
     */
    record OtherThan(String key, String reason) implements Allowed {}
}
