package com.cdhdashboard.stats.clv.fit;

import com.cdhdashboard.stats.clv.fit.FitProgress.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds the largest log-likelihood: a simplex search from several fixed places on a part of the data, then Newton's method
 * on all of it from the best of what was found.
 *
 * <p>Source of the search: J. Nelder, R. Mead, The Computer Journal 7 (1965) 308-313, doi:10.1093/comjnl/7.4.308.
 */
final class MaximumLikelihood {
    /** The search ends when the log-likelihood of a customer differs less within the simplex: Newton does the rest. */
    private static final double SEARCH_TOLERANCE = 1e-5;

    private static final int SEARCH_PASSES = 400;
    private static final double SIMPLEX_SIDE = 0.7;

    private final Counted part;
    private final Counted all;
    private final Passes passes;

    MaximumLikelihood(Objective part, Objective all, FitProgress progress) {
        passes = new Passes(progress);
        this.part = new Counted(part, Phase.SEARCH, passes);
        this.all = new Counted(all, Phase.CLIMB, passes);
    }

    /** The top reached from the best place found, or else from the next; what stopped the best where none is reached. */
    Climb.Result from(List<double[]> starts) {
        List<Climb.Result> results = new ArrayList<>();
        for (double[] start : search(starts)) {
            Climb.Result result = new Climb(all).from(start);
            if (result instanceof Climb.Top) {
                return result;
            }
            results.add(result);
        }
        return results.get(0);
    }

    int passes() {
        return passes.made;
    }

    private List<double[]> search(List<double[]> starts) {
        List<PointValuePair> found = new ArrayList<>();
        for (double[] start : starts) {
            found.add(search(start));
        }
        found.sort(Comparator.comparingDouble(PointValuePair::getValue).reversed());
        return found.stream().map(PointValuePair::getPoint).toList();
    }

    private PointValuePair search(double[] start) {
        SimplexOptimizer simplex = new SimplexOptimizer(-1, SEARCH_TOLERANCE);
        try {
            return simplex.optimize(
                    new MaxEval(SEARCH_PASSES),
                    new ObjectiveFunction(this::perCustomer),
                    GoalType.MAXIMIZE,
                    new InitialGuess(start),
                    new NelderMeadSimplex(part.dimension(), SIMPLEX_SIDE));
        } catch (MathIllegalStateException tooManyPasses) {
            return new PointValuePair(start, perCustomer(start));
        }
    }

    /** The log-likelihood of a customer; parameters far outside are as unlikely as can be. */
    private double perCustomer(double[] point) {
        return Climb.isOutside(point) ? -Double.MAX_VALUE : part.at(point).value() / part.customers();
    }

    /** How many passes there were. */
    private static final class Passes {
        private final FitProgress progress;
        private int made;

        Passes(FitProgress progress) {
            this.progress = progress;
        }
    }

    /** Counts and reports the passes. */
    private record Counted(Objective objective, Phase phase, Passes passes) implements Objective {
        @Override
        public int dimension() {
            return objective.dimension();
        }

        @Override
        public double customers() {
            return objective.customers();
        }

        @Override
        public Slope atParameters(double[] parameters) {
            passes.progress.report(new FitProgress.Step(phase, passes.made));
            passes.made++;
            return objective.atParameters(parameters);
        }
    }
}
