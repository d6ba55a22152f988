package com.cdhdashboard.stats.clv;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * {@link ParetoNbd} for one number of repeats; the derivatives are by r, alpha, s, beta.
 *
 * <p>The derivatives of the integral over the time of stopping are means of ln(α+y), ln(β+y), 1/(α+y) and 1/(β+y) under its
 * integrand, see {@link StoppingTimes}.
 */
final class ParetoLevel implements LevelLikelihood {
    private final ParetoNbd model;
    private final double shape;
    private final double constant;
    private final double byR;

    ParetoLevel(ParetoNbd model, int repeats) {
        this.model = model;
        shape = model.r() + repeats;
        constant = LogGamma.value(shape)
                - LogGamma.value(model.r())
                + model.r() * Math.log(model.alpha())
                + model.s() * Math.log(model.beta());
        byR = Digamma.value(shape) - Digamma.value(model.r()) + Math.log(model.alpha());
    }

    @Override
    public double add(double lastRepeat, double observed, double weight, double[] gradient) {
        double logAlphaEnd = Math.log(model.alpha() + observed);
        double logBetaEnd = Math.log(model.beta() + observed);
        double going = -shape * logAlphaEnd - model.s() * logBetaEnd;
        StoppingTimes stopped = new StoppingTimes(model, shape, lastRepeat, observed);
        double logOddsDead = stopped.logValue() - going;
        double small = Math.exp(-Math.abs(logOddsDead));
        double alive = (logOddsDead > 0 ? small : 1) / (1 + small);
        double dead = 1 - alive;
        double betaInverse =
                alive * model.s() / (model.beta() + observed) + dead * (model.s() + 1) * stopped.meanInverseBeta();
        double alphaInverse = alive / (model.alpha() + observed) + dead * stopped.meanInverseAlpha();
        gradient[0] += weight * (byR - alive * logAlphaEnd - dead * stopped.meanLogAlpha());
        gradient[1] += weight * (model.r() / model.alpha() - shape * alphaInverse);
        double logs = alive * logBetaEnd + dead * (stopped.meanLogBeta() - 1 / model.s());
        gradient[2] += weight * (Math.log(model.beta()) - logs);
        gradient[3] += weight * (model.s() / model.beta() - betaInverse);
        return constant + going + Math.max(0, logOddsDead) + Math.log1p(small);
    }

    double probabilityAlive(double lastRepeat, double observed) {
        double going = -shape * Math.log(model.alpha() + observed) - model.s() * Math.log(model.beta() + observed);
        return 1 / (1 + Math.exp(new StoppingTimes(model, shape, lastRepeat, observed).logValue() - going));
    }
}
