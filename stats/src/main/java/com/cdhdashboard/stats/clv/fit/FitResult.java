package com.cdhdashboard.stats.clv.fit;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A model fitted to the end, or the reason why there is none: nothing in between. */
public sealed interface FitResult<M> {
    /**
     * The parameters of maximum likelihood.
     *
     * @param logLikelihood in the units of the data: it depends on them, so only values in the same units compare
     * @param iterations Newton steps on all data
     * @param passes how often the log-likelihood was worked out, on a part of the data or all of it
     */
    record Fitted<M>(M model, double logLikelihood, int iterations, int passes, List<ParameterEstimate> parameters)
            implements FitResult<M> {
        public Fitted {
            requireNonNull(model, "model");
            parameters = List.copyOf(parameters);
        }
    }

    /** No model, and why. */
    record NotFitted<M>(FitProblem problem) implements FitResult<M> {
        public NotFitted {
            requireNonNull(problem, "problem");
        }
    }
}
