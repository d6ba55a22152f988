package com.cdhdashboard.stats.clv.fit;

import com.cdhdashboard.stats.clv.GammaGamma;
import com.cdhdashboard.stats.clv.history.Chunks;
import com.cdhdashboard.stats.clv.history.RepeatSpend;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The log-likelihood of repeat spend under {@link GammaGamma}. With S = mx, that of one customer is lnΓ(px+q) − lnΓ(px) −
 * lnΓ(q) − ln m + px ln(S/(v+S)) + q ln(v/(v+S)): one logarithm for each customer, the rest once for each x.
 */
record SpendLikelihood(RepeatSpend spend) implements Objective {
    @Override
    public int dimension() {
        return 3;
    }

    @Override
    public double customers() {
        return spend.customers();
    }

    @Override
    public Slope atParameters(double[] parameters) {
        double[] gradient = new double[3];
        double value = 0;
        for (Slope part : Chunks.each(spend.customers(), chunk -> part(parameters, chunk))) {
            value += part.value();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += part.gradient()[i];
            }
        }
        return new Slope(value, gradient);
    }

    private Slope part(double[] parameters, Chunks.Chunk chunk) {
        double[] gradient = new double[3];
        double value = 0;
        int i = chunk.from();
        while (i < chunk.to()) {
            int from = i;
            int repeats = spend.repeats(from);
            while (i < chunk.to() && spend.repeats(i) == repeats) {
                i++;
            }
            value += addLevel(parameters, new Chunks.Chunk(from, i), gradient);
        }
        return new Slope(value, gradient);
    }

    private double addLevel(double[] parameters, Chunks.Chunk level, double[] gradient) {
        double p = parameters[0];
        double q = parameters[1];
        double v = parameters[2];
        int x = spend.repeats(level.from());
        int customers = level.to() - level.from();
        double logMeans = 0;
        double logTotals = 0;
        double inverseTotals = 0;
        for (int i = level.from(); i < level.to(); i++) {
            double total = v + x * spend.meanValue(i);
            logMeans += spend.logMeanValue(i);
            logTotals += Math.log(total);
            inverseTotals += 1 / total;
        }
        double logShare = logMeans + customers * Math.log(x) - logTotals;
        double logRest = customers * Math.log(v) - logTotals;
        double both = Digamma.value(p * x + q);
        gradient[0] += x * (customers * (both - Digamma.value(p * x)) + logShare);
        gradient[1] += customers * (both - Digamma.value(q)) + logRest;
        gradient[2] += customers * q / v - (p * x + q) * inverseTotals;
        return customers * constant(p, q, x) - logMeans + p * x * logShare + q * logRest;
    }

    private static double constant(double p, double q, int repeats) {
        return LogGamma.value(p * repeats + q) - LogGamma.value(p * repeats) - LogGamma.value(q);
    }
}
