package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerRollUp.Aggregate;
import com.cdhdashboard.core.customer.CustomerRollUp.Dimension;
import com.cdhdashboard.core.customer.CustomerRollUp.Measure;
import com.cdhdashboard.core.customer.CustomerRollUp.Population;
import com.cdhdashboard.core.customer.HistoryValues;
import com.cdhdashboard.core.report.customer.PredictionSettings.What;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.fit.CustomerModels;
import com.cdhdashboard.core.report.fit.ModelFits;
import com.cdhdashboard.stats.clv.GammaGamma;
import com.cdhdashboard.stats.clv.PurchaseModel;
import com.cdhdashboard.stats.clv.forecast.PurchaseForecast;
import com.cdhdashboard.stats.clv.forecast.ValueHorizon;
import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import com.cdhdashboard.stats.hypothesis.SampleMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the customers of each value of a dimension are expected to buy or to be worth: mean, deviation and sum, made of
 * every customer's own prediction.
 *
 * @param unvalued repeat buyers whose mean value is not positive, where it would be needed
 */
record Prediction(List<Group> groups, long unvalued) {
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

        SampleMean sample() {
            return SampleMean.ofSums(customers, sum, squares);
        }
    }

    /** The models a prediction is made with; without one of values where purchases are predicted. */
    record Models(PurchaseModel purchases, Optional<GammaGamma> spend) {}

    static Prediction of(ChartData data, PredictionSettings settings, Models models, ModelFits.Progress progress) {
        List<Group> groups = new ArrayList<>();
        long unvalued = 0;
        int done = 0;
        for (ValueCount value : data.values(settings.by())) {
            progress.report("Predicting the customers of " + settings.by(), done++);
            ChartData part = data.with(ChartData.is(settings.by(), value.value()));
            List<HistoryValues> rows = part.historyValues();
            groups.add(new Sums(settings, models).of(value.value(), rows));
            unvalued += models.spend().isPresent() ? unvalued(rows) : 0;
        }
        return new Prediction(groups, unvalued);
    }

    private static long unvalued(List<HistoryValues> rows) {
        return rows.stream()
                .filter(row -> row.history().frequency() > 0)
                .mapToLong(row -> row.history().customers() - row.valued())
                .sum();
    }

    /**
     * Adds up over histories. Customers of equal history differ in their mean value m only, and what they are expected
     * to spend is linear in it: (p v + p x m)/(p x + q − 1). So sums of m and m² are enough. Those without repeat purchases,
     * or whose mean value is not positive, are expected to spend the mean of all.
     */
    private record Sums(PredictionSettings settings, Models models) {
        /** Goes through the histories in their order, whatever that of the rows, so that sums come out the same. */
        Group of(@Nullable Object value, List<HistoryValues> rows) {
            PurchaseHistories histories = CustomerModels.histories(
                    rows.stream().map(HistoryValues::history).toList());
            HistoryValues[] inOrder = new HistoryValues[histories.groups()];
            for (int row = 0; row < rows.size(); row++) {
                inOrder[histories.groupOfRow(row)] = rows.get(row);
            }
            ValueHorizon horizon = ValueHorizon.ofYears(settings.years(), settings.discountRate());
            PurchaseForecast forecast = PurchaseForecast.of(models.purchases(), histories, horizon);
            double customers = 0;
            double sum = 0;
            double squares = 0;
            double alive = 0;
            for (int group = 0; group < inOrder.length; group++) {
                double n = histories.customers(group);
                double bought = settings.what() == What.DISCOUNTED_VALUE
                        ? forecast.discountedPurchases(group)
                        : forecast.expectedPurchases(group);
                Spent spent = spent(inOrder[group]);
                customers += n;
                sum += bought * spent.sum();
                squares += bought * bought * spent.squares();
                alive += n * forecast.probabilityAlive(group);
            }
            return new Group(value, customers, sum, squares, alive);
        }

        /** Sums over customers of what each is expected to spend on a purchase, and of its square. */
        private record Spent(double sum, double squares) {}

        private Spent spent(HistoryValues values) {
            double x = values.history().frequency();
            double n = values.history().customers();
            if (models.spend().isEmpty()) {
                return new Spent(n, n);
            }
            GammaGamma spend = models.spend().get();
            double all = spend.populationMean();
            if (x == 0) {
                return new Spent(n * all, n * all * all);
            }
            double weight = spend.p() * x / (spend.p() * x + spend.q() - 1);
            double constant = (1 - weight) * all;
            double valued = values.valued();
            return new Spent(
                    (n - valued) * all + valued * constant + weight * values.sum(),
                    (n - valued) * all * all
                            + valued * constant * constant
                            + 2 * constant * weight * values.sum()
                            + weight * weight * values.squares());
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
        return new Prediction(groups, 0);
    }
}
