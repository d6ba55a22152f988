package com.cdhdashboard.stats.clv;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/** {@link BetaGeometric} for one number of repeats; the derivatives are by r, alpha, a, b. */
final class BetaGeometricLevel implements LevelLikelihood {
    private final double alpha;
    private final double shape;
    private final int chances;
    private final double stopped;
    private final double logStopped;
    private final double constant;
    private final double byR;
    private final double byAlpha;
    private final double byA;
    private final double byB;
    private final double byAStopped;

    BetaGeometricLevel(BetaGeometric model, int repeats) {
        double r = model.r();
        double a = model.a();
        double b = model.b();
        alpha = model.alpha();
        shape = r + repeats;
        chances = repeats + model.chancesOfFirst();
        stopped = chances > 0 ? 1 / (b + chances - 1) : 0;
        logStopped = Math.log(a * stopped);
        constant = LogGamma.value(shape)
                - LogGamma.value(r)
                + r * Math.log(alpha)
                + LogBeta.value(a, b + chances)
                - LogBeta.value(a, b);
        double total = Digamma.value(a + b) - Digamma.value(a + b + chances);
        byR = Digamma.value(shape) - Digamma.value(r) + Math.log(alpha);
        byAlpha = r / alpha;
        byA = total;
        byB = total + Digamma.value(b + chances) - Digamma.value(b);
        byAStopped = 1 / a;
    }

    @Override
    public double add(double lastRepeat, double observed, double weight, double[] gradient) {
        double logEnd = Math.log(alpha + observed);
        double going = -shape * logEnd;
        if (chances == 0) {
            addGradient(new Ends(logEnd, logEnd, 1), 1 / (alpha + observed), weight, gradient);
            return constant + going;
        }
        double logRatio = Math.log1p((observed - lastRepeat) / (alpha + lastRepeat));
        double logOddsDead = logStopped + shape * logRatio;
        double small = Math.exp(-Math.abs(logOddsDead));
        double alive = (logOddsDead > 0 ? small : 1) / (1 + small);
        double inverse = alive / (alpha + observed) + (1 - alive) / (alpha + lastRepeat);
        addGradient(new Ends(logEnd, logEnd - logRatio, alive), inverse, weight, gradient);
        return constant + going + Math.max(0, logOddsDead) + Math.log1p(small);
    }

    /** ln(alpha + T), ln(alpha + t_x) and the probability of being alive. */
    private record Ends(double logEnd, double logLast, double alive) {}

    private void addGradient(Ends ends, double inverse, double weight, double[] gradient) {
        double dead = 1 - ends.alive;
        gradient[0] += weight * (byR - ends.alive * ends.logEnd - dead * ends.logLast);
        gradient[1] += weight * (byAlpha - shape * inverse);
        gradient[2] += weight * (byA + dead * byAStopped);
        gradient[3] += weight * (byB - dead * stopped);
    }
}
