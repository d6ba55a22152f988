package com.cdhdashboard.stats.clv.forecast;

import com.cdhdashboard.stats.clv.PurchaseModel;
import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import java.util.ArrayList;
import java.util.List;

/**
 * Actual against expected purchases after the time a model was fitted on, by the repeats until then: 0 to 6, 7 and more.
 *
 * @param bins all eight, also where nobody is in one
 */
public record HoldoutCheck(List<Bin> bins) {
    public HoldoutCheck {
        bins = List.copyOf(bins);
    }

    /**
     * Purchases of the customers of a bin, summed.
     *
     * @param actual purchases made in the hold-out time
     * @param expected purchases the model expects in it
     */
    public record Bin(RepeatBin repeats, long customers, double actual, double expected) {
        /** Actual purchases a customer; {@code NaN} without customers. */
        public double actualMean() {
            return actual / customers;
        }

        /** Expected purchases a customer; {@code NaN} without customers. */
        public double expectedMean() {
            return expected / customers;
        }
    }

    /**
     * @param histories as the model was fitted on, times counted to the end of the calibration
     * @param holdoutPurchases for each row of the histories, the purchases of its customers in the hold-out time
     * @param t the length of the hold-out time
     */
    public static HoldoutCheck of(PurchaseModel model, PurchaseHistories histories, long[] holdoutPurchases, double t) {
        if (holdoutPurchases.length != histories.rows()) {
            throw new IllegalArgumentException("one number of purchases a row is needed: " + histories.rows()
                    + " rows, " + holdoutPurchases.length + " numbers");
        }
        PurchaseForecast forecast = PurchaseForecast.of(model, histories, new ValueHorizon(1, 0, t));
        long[] customers = new long[RepeatBin.LAST + 1];
        double[] actual = new double[RepeatBin.LAST + 1];
        double[] expected = new double[RepeatBin.LAST + 1];
        for (int row = 0; row < histories.rows(); row++) {
            actual[RepeatBin.binOf(histories.repeats(histories.groupOfRow(row)))] += holdoutPurchases[row];
        }
        for (int group = 0; group < histories.groups(); group++) {
            int bin = RepeatBin.binOf(histories.repeats(group));
            customers[bin] += histories.customers(group);
            expected[bin] += histories.customers(group) * forecast.expectedPurchases(group);
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin <= RepeatBin.LAST; bin++) {
            bins.add(new Bin(RepeatBin.of(bin), customers[bin], actual[bin], expected[bin]));
        }
        return new HoldoutCheck(bins);
    }

    public double actual() {
        return bins.stream().mapToDouble(Bin::actual).sum();
    }

    public double expected() {
        return bins.stream().mapToDouble(Bin::expected).sum();
    }
}
