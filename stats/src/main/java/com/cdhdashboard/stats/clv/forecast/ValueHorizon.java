package com.cdhdashboard.stats.clv.forecast;

import com.cdhdashboard.stats.clv.GammaGamma;
import com.cdhdashboard.stats.clv.PurchaseModel;
import com.cdhdashboard.stats.clv.WhileAlive;
import com.cdhdashboard.stats.clv.history.PurchaseHistory;

/**
 * How far ahead a customer's value looks, and how later purchases are discounted.
 *
 * <p>The purchases of the i-th month count at its end: with the monthly rate d, Σ (E[Y(i·f)] − E[Y((i−1)·f)])/(1+d)^i over
 * the months i, f being the length of a month. Twelve months are a year.
 *
 * @param months at least 1
 * @param annualRate discount a year, above −1; 0 for none, 0.1 for 10 %
 * @param monthLength a month in the unit of the purchase model, as {@link #MONTH_IN_DAYS}
 */
public record ValueHorizon(int months, double annualRate, double monthLength) {
    /** A twelfth of 365.25 days. */
    public static final double MONTH_IN_DAYS = 365.25 / 12;

    public ValueHorizon {
        boolean finite = annualRate < Double.POSITIVE_INFINITY && monthLength < Double.POSITIVE_INFINITY;
        if (!(months >= 1 && annualRate > -1 && monthLength > 0 && finite)) {
            throw new IllegalArgumentException("not a horizon: " + months + " months of length " + monthLength
                    + " at an annual rate of " + annualRate);
        }
    }

    /** A horizon in years for a model fitted in days. */
    public static ValueHorizon ofYears(int years, double annualRate) {
        return new ValueHorizon(Math.multiplyExact(12, years), annualRate, MONTH_IN_DAYS);
    }

    /** The whole horizon in the unit of the purchase model. */
    public double length() {
        return months * monthLength;
    }

    /** The discounted purchases to expect of a customer who is alive after the time {@code observed}. */
    public double discountedPurchases(WhileAlive alive, double observed) {
        double monthly = Math.log1p(annualRate) / 12;
        double sum = 0;
        double before = 0;
        for (int month = 1; month <= months; month++) {
            double until = alive.purchases(observed, month * monthLength);
            sum += (until - before) * Math.exp(-monthly * month);
            before = until;
        }
        return sum;
    }

    /**
     * What one customer is still worth: discounted purchases times the mean value of one. Revenue, not margin, and
     * without what was bought already. {@code NaN} where the spend model has no mean.
     *
     * @param meanValue mean value of the repeat purchases; not read without repeats
     */
    public double value(PurchaseModel model, GammaGamma spend, PurchaseHistory history, double meanValue) {
        double purchases = discountedPurchases(model.whileAlive(history.repeats()), history.observed());
        return model.probabilityAlive(history) * purchases * spend.expectedMean(history.repeats(), meanValue);
    }
}
