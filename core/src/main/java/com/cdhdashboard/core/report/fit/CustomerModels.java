package com.cdhdashboard.core.report.fit;

import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerRollUp;
import com.cdhdashboard.core.customer.CustomerRollUp.Aggregate;
import com.cdhdashboard.core.customer.CustomerRollUp.Measure;
import com.cdhdashboard.core.customer.CustomerRollUp.Population;
import com.cdhdashboard.core.customer.HeldOutHistory;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.stats.clv.BetaGeometric;
import com.cdhdashboard.stats.clv.GammaGamma;
import com.cdhdashboard.stats.clv.PurchaseModel;
import com.cdhdashboard.stats.clv.PurchaseModelKind;
import com.cdhdashboard.stats.clv.fit.FitProgress;
import com.cdhdashboard.stats.clv.fit.FitResult;
import com.cdhdashboard.stats.clv.fit.Fits;
import com.cdhdashboard.stats.clv.forecast.HoldoutCheck;
import com.cdhdashboard.stats.clv.forecast.RepeatCountCheck;
import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import com.cdhdashboard.stats.clv.history.RepeatSpend;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The models of one metric, fitted on all its customers, whatever a page filters: a part chosen by what customers did
 * would tell a model that such customers are all there are. Times are in days.
 */
public final class CustomerModels {
    private static final double HELD_OUT_SHARE = 1.0 / 3;

    private final CustomerReader customers;
    private final String metric;

    public CustomerModels(CustomerReader customers, String metric) {
        this.customers = customers;
        this.metric = metric;
    }

    /** What a result depends on. */
    public record Key(String dataVersion, String metric, Object what) {}

    public Key key(Object what) {
        return new Key(customers.dataVersion(), metric, what);
    }

    /** A fitted model of purchases with how well it gives back the numbers of repeats; Pareto/NBD has no such check. */
    public record Purchases(
            PurchaseModelKind kind,
            FitResult.Fitted<PurchaseModel> fit,
            Optional<RepeatCountCheck> check,
            long customers,
            long repeatBuyers) {}

    /**
     * A fitted model of values.
     *
     * @param correlation of number and mean value of repeat purchases, which the model takes for independent
     * @param excluded repeat buyers without a positive mean value
     */
    public record Spend(FitResult.Fitted<GammaGamma> fit, double correlation, long customers, long excluded) {}

    /** What is to be said with a refusal, too. */
    private static String leftOut(RepeatSpend spend) {
        return spend.excluded() == 0
                ? ""
                : " Left out: " + NumberText.count(spend.excluded())
                        + " of the repeat buyers, whose mean value is not positive.";
    }

    /** A model fitted on the time up to a day, and what it says of the time after. */
    public record HeldOut(LocalDate end, long days, HoldoutCheck check) {}

    public Purchases purchases(PurchaseModelKind kind, ModelFits.Progress progress) {
        progress.report("Reading the histories of all customers", 0);
        PurchaseHistories histories = histories(customers.histories(metric, List.of()));
        FitResult.Fitted<PurchaseModel> fit =
                fitted(kind.title(), Fits.purchases(kind, histories, steps(kind.title(), progress)), "");
        progress.report("Comparing " + kind.title() + " with what was bought", fit.passes());
        return new Purchases(
                kind,
                fit,
                probability(fit.model()).map(each -> RepeatCountCheck.of(each, histories)),
                histories.customers(),
                histories.repeatBuyers());
    }

    private static Optional<RepeatCountCheck.RepeatProbability> probability(PurchaseModel model) {
        return model instanceof BetaGeometric counted ? Optional.of(counted::probabilityOf) : Optional.empty();
    }

    public Spend spend(ModelFits.Progress progress) {
        progress.report("Reading the values of all repeat buyers", 0);
        List<com.cdhdashboard.core.customer.RepeatSpend> rows = customers.repeatSpend(metric, List.of());
        int size = Math.toIntExact(rows.stream()
                .mapToLong(com.cdhdashboard.core.customer.RepeatSpend::customers)
                .sum());
        int[] repeats = new int[size];
        double[] means = new double[size];
        int place = 0;
        for (com.cdhdashboard.core.customer.RepeatSpend row : rows) {
            for (long i = 0; i < row.customers(); i++) {
                repeats[place] = Math.toIntExact(row.frequency());
                means[place] = row.monetaryValue();
                place++;
            }
        }
        RepeatSpend spend = RepeatSpend.of(repeats, means);
        FitResult.Fitted<GammaGamma> fit =
                fitted("Gamma-Gamma", Fits.spend(spend, steps("Gamma-Gamma", progress)), leftOut(spend));
        return new Spend(fit, spend.correlation(), spend.customers(), spend.excluded());
    }

    /** The last third of the time that customers were observed is held out. */
    public HeldOut heldOut(PurchaseModelKind kind, ModelFits.Progress progress) {
        progress.report("Reading the histories up to the hold-out", 0);
        LocalDate observationEnd = customers.schema(metric).orElseThrow().observationEnd();
        long days = Math.round(greatest(CustomerColumn.TENURE) * HELD_OUT_SHARE);
        if (!(days >= 1)) {
            throw new UserException("Customers were observed for too few days to hold some of them out.");
        }
        LocalDate end = observationEnd.minusDays(days);
        List<HeldOutHistory> rows = customers.heldOut(metric, end);
        PurchaseHistories histories =
                histories(rows.stream().map(HeldOutHistory::history).toList());
        FitResult.Fitted<PurchaseModel> fit =
                fitted(kind.title(), Fits.purchases(kind, histories, steps(kind.title(), progress)), "");
        long[] later = rows.stream().mapToLong(HeldOutHistory::later).toArray();
        return new HeldOut(end, days, HoldoutCheck.of(fit.model(), histories, later, (double) days));
    }

    /** The greatest value of a column among all customers. */
    public double greatest(CustomerColumn column) {
        Measure greatest = new Measure(Aggregate.GREATEST, column);
        Object found = customers
                .rollUp(new CustomerRollUp(metric, List.of(), List.of(greatest), List.of(), Population.ALL))
                .rows()
                .get(0)
                .get(0);
        return found instanceof Number number ? number.doubleValue() : 0;
    }

    private static <M> FitResult.Fitted<M> fitted(String model, FitResult<M> result, String more) {
        if (result instanceof FitResult.NotFitted<M> none) {
            throw new UserException(
                    model + " cannot be fitted. " + none.problem().sentence() + more);
        }
        return (FitResult.Fitted<M>) result;
    }

    private static FitProgress steps(String model, ModelFits.Progress progress) {
        return step -> progress.report(
                switch (step.phase()) {
                    case SEARCH -> "Looking for a start of " + model;
                    case CLIMB -> "Fitting " + model + " to all customers";
                },
                step.passes());
    }

    public static PurchaseHistories histories(List<com.cdhdashboard.core.customer.PurchaseHistory> rows) {
        return PurchaseHistories.of(
                rows.stream().mapToInt(row -> Math.toIntExact(row.frequency())).toArray(),
                rows.stream().mapToDouble(row -> row.recency()).toArray(),
                rows.stream().mapToDouble(row -> row.tenure()).toArray(),
                rows.stream().mapToLong(row -> row.customers()).toArray());
    }
}
