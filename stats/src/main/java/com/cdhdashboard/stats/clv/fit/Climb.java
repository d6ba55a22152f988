package com.cdhdashboard.stats.clv.fit;

import com.cdhdashboard.stats.clv.fit.Objective.Slope;
import java.util.Optional;
import java.util.function.Function;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Newton's method with damping: steps of H⁻¹g, where H is minus the second derivatives, taken as differences of the exact
 * gradient. Where H is not positive definite, its diagonal is raised until it is; a step that does not climb is halved.
 */
final class Climb {
    /** Logarithms of scaled parameters beyond this are taken for 0 or infinity. */
    private static final double OUTSIDE = 14;
    /** A standard error of a logarithm beyond this says that the data leave the parameter open. */
    private static final double UNDETERMINED = 5;

    private static final int STEPS = 60;
    private static final int HALVINGS = 30;
    private static final double MOST_DAMPING = 1e8;
    private static final double LONGEST_STEP = 1.5;
    private static final double DIFFERENCE = 1e-4;
    /** What the log-likelihood of all customers may still gain. */
    private static final double GAIN = 1e-10;

    private final Objective objective;

    Climb(Objective objective) {
        this.objective = objective;
    }

    /** Where a climb ended. */
    sealed interface Result {
        <T> T fold(Function<FitProblem, T> stuck, Function<Top, T> top);
    }

    /** A maximum: logarithms of the parameters, their standard errors, and Newton steps. */
    record Top(RealVector logParameters, double value, RealVector standardErrors, int steps) implements Result {
        @Override
        public <T> T fold(Function<FitProblem, T> stuck, Function<Top, T> top) {
            return top.apply(this);
        }
    }

    record Stuck(FitProblem problem) implements Result {
        @Override
        public <T> T fold(Function<FitProblem, T> stuck, Function<Top, T> top) {
            return stuck.apply(problem);
        }
    }

    static boolean isOutside(double[] logParameters) {
        for (double logParameter : logParameters) {
            if (!(Math.abs(logParameter) <= OUTSIDE)) {
                return true;
            }
        }
        return false;
    }

    Result from(double[] start) {
        RealVector point = new ArrayRealVector(start);
        Slope slope = objective.at(start);
        for (int step = 0; step < STEPS; step++) {
            RealMatrix curvature = curvature(point);
            Optional<Direction> direction = direction(curvature, new ArrayRealVector(slope.gradient()));
            if (direction.isEmpty()) {
                break;
            }
            if (direction.orElseThrow().gain < GAIN) {
                boolean curved = direction.orElseThrow().damping == 0;
                return curved ? top(point, slope.value(), curvature, step) : new Stuck(FitProblem.BOUNDARY);
            }
            Optional<Step> next = climb(point, slope, direction.orElseThrow());
            if (next.isEmpty()) {
                break;
            }
            point = next.orElseThrow().point;
            slope = next.orElseThrow().slope;
            if (isOutside(point.toArray())) {
                return new Stuck(FitProblem.BOUNDARY);
            }
        }
        return new Stuck(FitProblem.NO_CONVERGENCE);
    }

    private static Result top(RealVector point, double value, RealMatrix curvature, int steps) {
        RealMatrix covariance = factored(curvature).getSolver().getInverse();
        RealVector errors = new ArrayRealVector(point.getDimension());
        for (int i = 0; i < point.getDimension(); i++) {
            errors.setEntry(i, Math.sqrt(covariance.getEntry(i, i)));
        }
        boolean determined = errors.getMaxValue() <= UNDETERMINED;
        return determined ? new Top(point, value, errors, steps) : new Stuck(FitProblem.BOUNDARY);
    }

    private RealMatrix curvature(RealVector point) {
        int n = point.getDimension();
        double[][] second = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] above = objective.at(moved(point, i, DIFFERENCE)).gradient();
            double[] below = objective.at(moved(point, i, -DIFFERENCE)).gradient();
            for (int j = 0; j < n; j++) {
                double half = (below[j] - above[j]) / (4 * DIFFERENCE);
                second[i][j] += half;
                second[j][i] += half;
            }
        }
        return MatrixUtils.createRealMatrix(second);
    }

    private static double[] moved(RealVector point, int i, double by) {
        double[] moved = point.toArray();
        moved[i] += by;
        return moved;
    }

    /** Where to go, what that gains on a parabola, and how much the diagonal was raised. */
    private record Direction(RealVector step, double gain, double damping) {}

    /** Nothing where the curvature or the gradient is not a number. */
    private static Optional<Direction> direction(RealMatrix curvature, RealVector gradient) {
        double size = Math.max(curvature.getNorm1(), Double.MIN_NORMAL);
        RealMatrix identity = MatrixUtils.createRealIdentityMatrix(gradient.getDimension());
        double damping = 0;
        while (damping < MOST_DAMPING) {
            RealMatrix raised = curvature.add(identity.scalarMultiply(damping * size));
            try {
                RealVector step = factored(raised).getSolver().solve(gradient);
                double gain = step.dotProduct(gradient) / 2;
                return Double.isFinite(gain) ? Optional.of(new Direction(step, gain, damping)) : Optional.empty();
            } catch (MathIllegalArgumentException notPositiveDefinite) {
                damping = damping == 0 ? 1e-4 : damping * 10;
            }
        }
        return Optional.empty();
    }

    private static CholeskyDecomposition factored(RealMatrix matrix) {
        return new CholeskyDecomposition(matrix, 1e-10, 1e-14 * matrix.getNorm1());
    }

    private record Step(RealVector point, Slope slope) {}

    private Optional<Step> climb(RealVector point, Slope slope, Direction direction) {
        double factor = Math.min(1, LONGEST_STEP / direction.step.getLInfNorm());
        // near the top the gain is lost in the last digits of the sum
        double enough = slope.value() - 1e-13 * Math.abs(slope.value());
        for (int halving = 0; halving < HALVINGS; halving++) {
            RealVector next = point.add(direction.step.mapMultiply(factor));
            Slope there = objective.at(next.toArray());
            if (there.value() >= enough) {
                return Optional.of(new Step(next, there));
            }
            factor /= 2;
        }
        return Optional.empty();
    }
}
