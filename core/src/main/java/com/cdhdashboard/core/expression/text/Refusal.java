package com.cdhdashboard.core.expression.text;

import com.cdhdashboard.core.error.Problem;

/** Leaves the reading of a text at its first error; never leaves the package. */
public final class Refusal extends RuntimeException {
    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    public Refusal(Place place, String message) {
        this(place.error(message));
    }

    public Problem problem() {
        return problem;
    }
}
