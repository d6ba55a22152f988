package com.cdhdashboard.stats.clv.forecast;

import com.cdhdashboard.stats.clv.GammaGamma;
import com.cdhdashboard.stats.clv.PurchaseModel;
import com.cdhdashboard.stats.clv.WhileAlive;
import com.cdhdashboard.stats.clv.history.Chunks;
import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import java.util.Arrays;

/**
 * What a purchase model says of every group of customers, over one horizon.
 *
 * <p>Given that customers are alive, their future follows from x and T alone. Groups that differ in t_x only are worked
 * out together, and what depends on x alone once for all of them.
 */
public final class PurchaseForecast {
    private final PurchaseHistories histories;
    private final double[] alive;
    private final double[] expected;
    private final double[] discounted;

    private PurchaseForecast(PurchaseHistories histories) {
        this.histories = histories;
        alive = new double[histories.groups()];
        expected = new double[histories.groups()];
        discounted = new double[histories.groups()];
    }

    public static PurchaseForecast of(PurchaseModel model, PurchaseHistories histories, ValueHorizon horizon) {
        PurchaseForecast forecast = new PurchaseForecast(histories);
        histories.levels().parallelStream().forEach(level -> forecast.fill(model, horizon, level));
        return forecast;
    }

    /** The groups of one number of repeats, ordered by T. */
    private void fill(PurchaseModel model, ValueHorizon horizon, Chunks.Chunk level) {
        WhileAlive future = model.whileAlive(histories.repeats(level.from()));
        double[] times = times(level);
        double[] ifAlive = future.each(times, observed -> future.purchases(observed, horizon.length()));
        double[] discountedIfAlive = future.each(times, observed -> horizon.discountedPurchases(future, observed));
        int time = 0;
        for (int group = level.from(); group < level.to(); group++) {
            while (times[time] != histories.observed(group)) {
                time++;
            }
            alive[group] = model.probabilityAlive(histories.history(group));
            expected[group] = alive[group] * ifAlive[time];
            discounted[group] = alive[group] * discountedIfAlive[time];
        }
    }

    private double[] times(Chunks.Chunk level) {
        double[] times = new double[level.to() - level.from()];
        int count = 0;
        for (int group = level.from(); group < level.to(); group++) {
            double observed = histories.observed(group);
            if (count == 0 || observed != times[count - 1]) {
                times[count++] = observed;
            }
        }
        return Arrays.copyOf(times, count);
    }

    public PurchaseHistories histories() {
        return histories;
    }

    public double probabilityAlive(int group) {
        return alive[group];
    }

    /** The purchases to expect over the horizon. */
    public double expectedPurchases(int group) {
        return expected[group];
    }

    /** The same, discounted month by month. */
    public double discountedPurchases(int group) {
        return discounted[group];
    }

    /**
     * The value of a customer of the group over the horizon, see {@link ValueHorizon#value}.
     *
     * @param meanValue mean value of the customer's repeat purchases; not read without repeats
     */
    public double value(int group, GammaGamma spend, double meanValue) {
        return discounted[group] * spend.expectedMean(histories.repeats(group), meanValue);
    }
}
