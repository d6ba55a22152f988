package com.cdhdashboard.stats.clv;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * {@link ParetoNbd} for one number of repeats; the derivatives are by r, alpha, s, beta.
 *
 * <p>The integral over the time of stopping and its derivatives are taken at the same nodes: the derivatives are means of
 * ln(α+y), ln(β+y), 1/(α+y) and 1/(β+y) under the integrand.
 */
final class ParetoLevel implements LevelLikelihood {
    private static final UnitQuadrature QUADRATURE = new UnitQuadrature();

    private final ParetoNbd model;
    private final double shape;
    private final double power;
    private final double constant;
    private final double byR;

    ParetoLevel(ParetoNbd model, int repeats) {
        this.model = model;
        shape = model.r() + repeats;
        power = shape + model.s();
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
        Stopped stopped = new Stopped(lastRepeat, observed);
        double logOddsDead = stopped.logValue - going;
        double small = Math.exp(-Math.abs(logOddsDead));
        double alive = (logOddsDead > 0 ? small : 1) / (1 + small);
        double dead = 1 - alive;
        double betaInverse =
                alive * model.s() / (model.beta() + observed) + dead * (model.s() + 1) * stopped.inverseBeta;
        double alphaInverse = alive / (model.alpha() + observed) + dead * stopped.inverseAlpha;
        gradient[0] += weight * (byR - alive * logAlphaEnd - dead * stopped.logAlpha);
        gradient[1] += weight * (model.r() / model.alpha() - shape * alphaInverse);
        double logs = alive * logBetaEnd + dead * (stopped.logBeta - 1 / model.s());
        gradient[2] += weight * (Math.log(model.beta()) - logs);
        gradient[3] += weight * (model.s() / model.beta() - betaInverse);
        return constant + going + Math.max(0, logOddsDead) + Math.log1p(small);
    }

    double probabilityAlive(double lastRepeat, double observed) {
        double going = -shape * Math.log(model.alpha() + observed) - model.s() * Math.log(model.beta() + observed);
        return 1 / (1 + Math.exp(new Stopped(lastRepeat, observed).logValue - going));
    }

    /** s ∫ (α+y)^−(r+x) (β+y)^−(s+1) dy over the times of stopping, from t_x to T, with means under its integrand. */
    private final class Stopped {
        final double logValue;
        double logAlpha;
        double logBeta;
        double inverseAlpha;
        double inverseBeta;

        Stopped(double lastRepeat, double observed) {
            double start = model.alpha() + lastRepeat;
            double logStart = Math.log(start);
            double logEnd = -power * Math.log1p((observed - lastRepeat) / start);
            double end = Math.exp(logEnd);
            double width = -Math.expm1(logEnd);
            double largest = largest(lastRepeat, observed);
            double sum = 0;
            for (int i = 0; i < QUADRATURE.size(); i++) {
                double age = -Math.log(end + width * QUADRATURE.node(i)) / power;
                double y = lastRepeat + start * Math.expm1(age);
                double alphaY = logStart + age;
                double betaY = Math.log(model.beta() + y);
                double part = QUADRATURE.weight(i) * Math.exp((model.s() + 1) * (alphaY - betaY - largest));
                sum += part;
                logAlpha += part * alphaY;
                logBeta += part * betaY;
                inverseAlpha += part / (model.alpha() + y);
                inverseBeta += part / (model.beta() + y);
            }
            // A sum of 0 lies beyond anything that data determine: stopping is taken for impossible, never for likely
            double whole = sum > 0 ? sum : 1;
            logAlpha /= whole;
            logBeta /= whole;
            inverseAlpha /= whole;
            inverseBeta /= whole;
            logValue =
                    Math.log(model.s() / power) - power * logStart + (model.s() + 1) * largest + Math.log(width * sum);
        }

        /** ln (α+y)/(β+y) runs one way only, so it is largest at an end; without it powers of it overflow. */
        private double largest(double lastRepeat, double observed) {
            return Math.max(
                    Math.log((model.alpha() + lastRepeat) / (model.beta() + lastRepeat)),
                    Math.log((model.alpha() + observed) / (model.beta() + observed)));
        }
    }
}
