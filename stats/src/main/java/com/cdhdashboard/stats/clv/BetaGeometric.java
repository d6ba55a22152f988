package com.cdhdashboard.stats.clv;

import com.cdhdashboard.stats.clv.history.PurchaseHistory;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * What BG/NBD and MBG/NBD share. They differ in how often a customer could have stopped: x times, or x + 1 times where
 * the first purchase counts too.
 */
public interface BetaGeometric extends PurchaseModel {
    double r();

    double alpha();

    double a();

    double b();

    /** How many chances to stop the first purchase gives, 0 or 1. */
    int chancesOfFirst();

    @Override
    default LevelLikelihood level(int repeats) {
        return new BetaGeometricLevel(this, repeats);
    }

    @Override
    default double probabilityAlive(PurchaseHistory history) {
        int chances = history.repeats() + chancesOfFirst();
        if (chances == 0) {
            return 1;
        }
        double silence = (history.observed() - history.lastRepeat()) / (alpha() + history.lastRepeat());
        double logOddsDead = Math.log(a() / (b() + chances - 1)) + (r() + history.repeats()) * Math.log1p(silence);
        return 1 / (1 + Math.exp(logOddsDead));
    }

    @Override
    default WhileAlive whileAlive(int repeats) {
        return new Level(r() + repeats, alpha(), BetaQuadrature.of(a(), b() + repeats + chancesOfFirst()));
    }

    /** Customers of one number of repeats, whose future depends on t/(α + T) alone. */
    record Level(double shape, double alpha, BetaQuadrature stopping) implements WhileAlive {
        @Override
        public double purchases(double observed, double t) {
            return stopping.meanOfStopped(shape, t / (alpha + observed));
        }

        @Override
        public double[] each(double[] observed, DoubleUnaryOperator function) {
            return ObservationCurve.values(alpha, observed, function);
        }
    }

    /**
     * The probability of exactly n repeat purchases of a new customer in the time t after the first purchase.
     *
     * <p>Either all n purchases were made and the customer goes on, or the customer stopped after the n-th and would have
     * made more. The probability of n or more purchases of one who never stops is a regularised incomplete beta, which
     * has no cancelling sum.
     */
    default double probabilityOf(int purchases, double t) {
        if (!(purchases >= 0 && t >= 0)) {
            throw new IllegalArgumentException(
                    "purchases and time are not negative: " + purchases + " purchases in " + t);
        }
        int chances = purchases + chancesOfFirst();
        double share = t / (alpha() + t);
        double logPrior = LogBeta.value(a(), b());
        double going = Math.exp(LogBeta.value(a(), b() + chances) - logPrior) * poissonGamma(purchases, t);
        if (chances == 0) {
            return going;
        }
        double more = purchases == 0 ? 1 : RegularizedBeta.value(share, purchases, r());
        return going + Math.exp(LogBeta.value(a() + 1, b() + chances - 1) - logPrior) * more;
    }

    private double poissonGamma(int purchases, double t) {
        if (purchases > 0 && t == 0) {
            return 0;
        }
        double ways = LogGamma.value(r() + purchases) - LogGamma.value(r()) - LogGamma.value(purchases + 1.0);
        double none = -r() * Math.log1p(t / alpha());
        return Math.exp(ways + none + (purchases == 0 ? 0 : purchases * Math.log(t / (alpha() + t))));
    }
}
