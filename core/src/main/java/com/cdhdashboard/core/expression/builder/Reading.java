package com.cdhdashboard.core.expression.builder;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a form makes of a text. */
public sealed interface Reading<T> {
    /** @param remarks what is lost of the text when the form changes it, in sentences */
    record Shown<T>(T model, List<String> remarks) implements Reading<T> {
        public Shown {
            requireNonNull(model, "model");
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * A text that no form can show.
     *
     * @param reason why, to stand behind "stays text, because"
     */
    record StaysText<T>(String reason) implements Reading<T> {
        public StaysText {
            requireNonNull(reason, "reason");
        }
    }
}
