package com.cdhdashboard.stats.clv;

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
        Chunks.each(histories.groups(), chunk -> {
            forecast.fill(model, horizon, chunk);
            return chunk;
        });
        return forecast;
    }

    private void fill(PurchaseModel model, ValueHorizon horizon, Chunks.Chunk chunk) {
        int group = chunk.from();
        while (group < chunk.to()) {
            int repeats = histories.repeats(group);
            WhileAlive future = model.whileAlive(repeats);
            while (group < chunk.to() && histories.repeats(group) == repeats) {
                double observed = histories.observed(group);
                double ifAlive = future.purchases(observed, horizon.length());
                double discountedIfAlive = horizon.discountedPurchases(future, observed);
                while (group < chunk.to()
                        && histories.repeats(group) == repeats
                        && histories.observed(group) == observed) {
                    alive[group] = model.probabilityAlive(histories.history(group));
                    expected[group] = alive[group] * ifAlive;
                    discounted[group] = alive[group] * discountedIfAlive;
                    group++;
                }
            }
        }
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
