package com.cdhdashboard.stats.clv.fit;

import com.cdhdashboard.stats.clv.GammaGamma;
import com.cdhdashboard.stats.clv.PurchaseModel;
import com.cdhdashboard.stats.clv.PurchaseModelKind;
import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import com.cdhdashboard.stats.clv.history.RepeatSpend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits by maximum likelihood, without any penalty.
 *
 * <p>Parameters are sought by their logarithms; times are divided by the longest observation and values by their mean
 * meanwhile, which changes neither the result nor its quality with the units of the data.
 */
public final class Fits {
    private static final int FEWEST_REPEAT_BUYERS = 10;
    /** Groups or customers among which a place to start from is sought. */
    private static final int SEARCHED = 1000;

    private static final List<double[]> PURCHASE_STARTS =
            List.of(logs(1, 1, 1, 1), logs(0.3, 0.1, 0.8, 2.5), logs(3, 0.5, 0.5, 5));
    private static final List<double[]> SPEND_STARTS = List.of(logs(1, 2, 1), logs(6, 4, 0.5), logs(2, 15, 8));

    private Fits() {}

    /** Fits a purchase model to all customers, those without repeats included. */
    public static FitResult<PurchaseModel> purchases(
            PurchaseModelKind kind, PurchaseHistories histories, FitProgress progress) {
        Optional<FitProblem> problem = problem(histories);
        if (problem.isPresent()) {
            return new FitResult.NotFitted<>(problem.orElseThrow());
        }
        double unit = histories.longestObserved();
        PurchaseHistories scaled = histories.inUnitsOf(unit);
        MaximumLikelihood likelihood = new MaximumLikelihood(
                new PurchaseLikelihood(kind, scaled.thinned(SEARCHED)), new PurchaseLikelihood(kind, scaled), progress);
        return likelihood.from(PURCHASE_STARTS).fold(FitResult.NotFitted::new, top -> {
            double[] parameters =
                    kind.inSmallerUnits(unit, Objective.exp(top.logParameters().toArray()));
            // a density in another unit: each repeat purchase has one
            double logLikelihood = top.value() - histories.repeats() * Math.log(unit);
            List<ParameterEstimate> estimates = estimates(kind.parameterNames(), parameters, top);
            return new FitResult.Fitted<>(
                    kind.model(parameters), logLikelihood, top.steps(), likelihood.passes(), estimates);
        });
    }

    /** Fits the spend model to repeat buyers with positive mean values; refused where the fit has no mean value. */
    public static FitResult<GammaGamma> spend(RepeatSpend spend, FitProgress progress) {
        Optional<FitProblem> problem = problem(spend);
        if (problem.isPresent()) {
            return new FitResult.NotFitted<>(problem.orElseThrow());
        }
        double unit = spend.meanOfMeans();
        RepeatSpend scaled = spend.inUnitsOf(unit);
        MaximumLikelihood likelihood = new MaximumLikelihood(
                new SpendLikelihood(scaled.thinned(SEARCHED)), new SpendLikelihood(scaled), progress);
        return likelihood.from(SPEND_STARTS).fold(FitResult.NotFitted::new, top -> {
            double[] parameters = Objective.exp(top.logParameters().toArray());
            parameters[2] *= unit;
            GammaGamma model = new GammaGamma(parameters[0], parameters[1], parameters[2]);
            if (!model.hasMean()) {
                return new FitResult.NotFitted<>(FitProblem.NO_MEAN_VALUE);
            }
            double logLikelihood = top.value() - spend.customers() * Math.log(unit);
            List<ParameterEstimate> estimates = estimates(GammaGamma.PARAMETER_NAMES, parameters, top);
            return new FitResult.Fitted<>(model, logLikelihood, top.steps(), likelihood.passes(), estimates);
        });
    }

    private static Optional<FitProblem> problem(PurchaseHistories histories) {
        long repeatBuyers = histories.repeatBuyers();
        if (repeatBuyers == 0) {
            return Optional.of(FitProblem.NO_REPEAT_BUYERS);
        }
        if (repeatBuyers < FEWEST_REPEAT_BUYERS) {
            return Optional.of(FitProblem.TOO_FEW_REPEAT_BUYERS);
        }
        return histories.groups() == 1 ? Optional.of(FitProblem.NO_VARIATION) : Optional.empty();
    }

    private static Optional<FitProblem> problem(RepeatSpend spend) {
        if (spend.customers() == 0 && spend.excluded() == 0) {
            return Optional.of(FitProblem.NO_REPEAT_BUYERS);
        }
        if (spend.customers() < FEWEST_REPEAT_BUYERS) {
            return Optional.of(FitProblem.TOO_FEW_REPEAT_BUYERS);
        }
        return spend.isVaried() ? Optional.empty() : Optional.of(FitProblem.NO_VARIATION);
    }

    private static List<ParameterEstimate> estimates(List<String> names, double[] parameters, Climb.Top top) {
        List<ParameterEstimate> estimates = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            estimates.add(ParameterEstimate.of(
                    names.get(i), parameters[i], top.standardErrors().getEntry(i)));
        }
        return estimates;
    }

    private static double[] logs(double... parameters) {
        double[] logs = new double[parameters.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(parameters[i]);
        }
        return logs;
    }
}
