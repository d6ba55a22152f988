package com.cdhdashboard.core.clv;

import com.cdhdashboard.core.clv.PredictionSettings.What;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerRollUp.Aggregate;
import com.cdhdashboard.core.customer.CustomerRollUp.Dimension;
import com.cdhdashboard.core.customer.CustomerRollUp.Measure;
import com.cdhdashboard.core.customer.CustomerRollUp.Population;
import com.cdhdashboard.core.customer.CustomerRollUp.Value;
import com.cdhdashboard.core.report.ScoredRows;
import com.cdhdashboard.stats.clv.GammaGamma;
import com.cdhdashboard.stats.clv.PurchaseForecast;
import com.cdhdashboard.stats.clv.PurchaseHistories;
import com.cdhdashboard.stats.clv.PurchaseModel;
import com.cdhdashboard.stats.clv.ValueHorizon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the customers of each value of a dimension are expected to buy or to be worth: mean, deviation and sum, made of
 * every customer's own prediction.
 */
record Prediction(List<Group> groups) {
    private static final Measure SUM = new Measure(Aggregate.SUM, ColumnText.MONETARY_VALUE.column());
    private static final Measure SQUARES = new Measure(Aggregate.SUM_OF_SQUARES, ColumnText.MONETARY_VALUE.column());

    Prediction {
        groups = List.copyOf(groups);
    }

    /**
     * The customers of one value.
     *
     * @param sum of the predictions
     * @param squares sum of their squares
     * @param alive sum of P(alive)
     */
    record Group(@Nullable Object value, double customers, double sum, double squares, double alive) {
        double mean() {
            return sum / customers;
        }

        /** Standard error of the mean over customers: √(s²/n). */
        double standardError() {
            double variance = Math.max(0, squares / customers - mean() * mean()) * customers / (customers - 1);
            return Math.sqrt(variance / customers);
        }
    }

    /** The models a prediction is made with; without one of values where purchases are predicted. */
    record Models(PurchaseModel purchases, Optional<GammaGamma> spend) {}

    static Prediction of(ChartData data, PredictionSettings settings, Models models, ModelFits.Progress progress) {
        List<Group> groups = new ArrayList<>();
        int done = 0;
        for (ValueCount value : data.values(settings.by())) {
            progress.report("Predicting the customers of " + settings.by(), done++);
            ChartData part = data.with(ChartData.is(settings.by(), value.value()));
            groups.add(new Sums(settings, models).of(value.value(), histories(part)));
        }
        return new Prediction(groups);
    }

    private static ScoredRows histories(ChartData data) {
        return data.rollUp(
                List.of(
                        new Value(ColumnText.FREQUENCY.column()),
                        new Value(ColumnText.RECENCY.column()),
                        new Value(ColumnText.TENURE.column())),
                List.of(Measure.CUSTOMERS, SUM, SQUARES),
                Population.ALL);
    }

    /**
     * Adds up over histories. Customers of equal history differ in their mean value m only, and what they are expected
     * to spend is linear in it: (p v + p x m)/(p x + q − 1). So sums of m and m² are enough.
     */
    private record Sums(PredictionSettings settings, Models models) {
        Group of(@Nullable Object value, ScoredRows rows) {
            double[] repeats = numbers(rows, ColumnText.FREQUENCY.column().column());
            double[] customersOfRow = numbers(rows, CustomerReader.CUSTOMERS);
            double[] means = numbers(rows, SUM.name());
            double[] meanSquares = numbers(rows, SQUARES.name());
            PurchaseHistories histories = PurchaseHistories.of(
                    Arrays.stream(repeats).mapToInt(x -> (int) x).toArray(),
                    numbers(rows, ColumnText.RECENCY.column().column()),
                    numbers(rows, ColumnText.TENURE.column().column()),
                    Arrays.stream(customersOfRow).mapToLong(n -> (long) n).toArray());
            ValueHorizon horizon = ValueHorizon.ofYears(settings.years(), settings.discountRate());
            PurchaseForecast forecast = PurchaseForecast.of(models.purchases(), histories, horizon);
            double customers = 0;
            double sum = 0;
            double squares = 0;
            double alive = 0;
            for (int row = 0; row < rows.size(); row++) {
                int group = histories.groupOfRow(row);
                double n = customersOfRow[row];
                double bought = settings.what() == What.DISCOUNTED_VALUE
                        ? forecast.discountedPurchases(group)
                        : forecast.expectedPurchases(group);
                Spent spent = spent(repeats[row], n, means[row], meanSquares[row]);
                customers += n;
                sum += bought * spent.sum();
                squares += bought * bought * spent.squares();
                alive += n * forecast.probabilityAlive(group);
            }
            return new Group(value, customers, sum, squares, alive);
        }

        private static double[] numbers(ScoredRows rows, String column) {
            return rows.numbers(column).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }

        /** Sums over customers of what each is expected to spend on a purchase, and of its square. */
        private record Spent(double sum, double squares) {}

        /** What n customers of x repeats spend, of the sums of their mean values and of the squares of these. */
        private Spent spent(double x, double n, double means, double meanSquares) {
            if (models.spend().isEmpty()) {
                return new Spent(n, n);
            }
            GammaGamma spend = models.spend().get();
            double weight = spend.p() * x / (spend.p() * x + spend.q() - 1);
            double constant = (1 - weight) * spend.populationMean();
            if (x == 0) {
                return new Spent(n * constant, n * constant * constant);
            }
            return new Spent(
                    n * constant + weight * means,
                    n * constant * constant + 2 * constant * weight * means + weight * weight * meanSquares);
        }
    }

    /** The same of what customers have bought so far, which needs no model. */
    static Prediction soFar(ChartData data, String by) {
        Measure value = new Measure(Aggregate.SUM, ColumnText.LIFETIME_VALUE.column());
        Measure square = new Measure(Aggregate.SUM_OF_SQUARES, ColumnText.LIFETIME_VALUE.column());
        ScoredRows rows =
                data.rollUp(List.of(new Dimension(by)), List.of(Measure.CUSTOMERS, value, square), Population.ALL);
        List<Group> groups = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            groups.add(new Group(
                    rows.value(row, by),
                    rows.number(row, CustomerReader.CUSTOMERS),
                    rows.number(row, value.name()),
                    rows.number(row, square.name()),
                    Double.NaN));
        }
        return new Prediction(groups);
    }
}
