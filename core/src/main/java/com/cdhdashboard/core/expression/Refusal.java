package com.cdhdashboard.core.expression;

import com.cdhdashboard.core.error.Problem;

/** Leaves the reading of a text at its first error; never leaves the package. */
final class Refusal extends RuntimeException {
    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    Refusal(Place place, String message) {
        this(place.error(message));
    }

    Problem problem() {
        return problem;
    }
}
