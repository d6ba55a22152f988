package com.cdhdashboard.stats.clv.fit;

import static com.cdhdashboard.stats.clv.GoldenClv.assertClose;
import static com.cdhdashboard.stats.clv.GoldenClv.golden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.stats.clv.GammaGamma;
import com.cdhdashboard.stats.clv.GoldenClv;
import com.cdhdashboard.stats.clv.PurchaseModel;
import com.cdhdashboard.stats.clv.PurchaseModelKind;
import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import com.cdhdashboard.stats.clv.history.RepeatSpend;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fits to CDNOW against those made with NumPy (BFGS, then Newton to 1e-14) and against the published ones. */
class GoldenFitsTest {
    static Stream<Arguments> fits() {
        Supplier<PurchaseHistories> weeks = GoldenClv::weeks;
        Supplier<PurchaseHistories> exactWeeks = GoldenClv::exactWeeks;
        Supplier<PurchaseHistories> days = GoldenClv::days;
        return Stream.of(
                Arguments.of(PurchaseModelKind.BG_NBD, weeks, "bgnbd", 0, "se_lifetimes_style"),
                Arguments.of(PurchaseModelKind.BG_NBD, exactWeeks, "bgnbd", 4, "se_lifetimes_style"),
                Arguments.of(PurchaseModelKind.BG_NBD, days, "bgnbd", 5, "se_lifetimes_style"),
                Arguments.of(PurchaseModelKind.MBG_NBD, weeks, "mbgnbd", 0, "none"),
                Arguments.of(PurchaseModelKind.PARETO_NBD, weeks, "pareto_nbd", 0, "se"),
                Arguments.of(PurchaseModelKind.PARETO_NBD, exactWeeks, "pareto_nbd", 1, "se"));
    }

    @ParameterizedTest(name = "{2} {3}")
    @MethodSource("fits")
    void purchaseModelsMatch(
            PurchaseModelKind kind, Supplier<PurchaseHistories> histories, String block, int fit, String errors) {
        PurchaseHistories data = histories.get();
        JsonNode expected = golden("fits", block).get(fit);

        FitResult.Fitted<PurchaseModel> fitted = fitted(Fits.purchases(kind, data, FitProgress.NONE));

        assertParameters(fitted, expected, expected.path(errors));
        double logLikelihood = expected.get("log_likelihood_in_data_units").asDouble();
        assertThat(fitted.logLikelihood()).isCloseTo(logLikelihood, within(1e-4));
        assertThat(new PurchaseLikelihood(kind, data)
                        .atParameters(parameters(fitted))
                        .value())
                .isCloseTo(logLikelihood, within(1e-4));
    }

    static Stream<Arguments> spendFits() {
        Supplier<RepeatSpend> rounded = GoldenClv::spend;
        Supplier<RepeatSpend> exact = GoldenClv::exactSpend;
        return Stream.of(Arguments.of(0, rounded), Arguments.of(3, exact));
    }

    @ParameterizedTest
    @MethodSource("spendFits")
    void spendModelMatches(int fit, Supplier<RepeatSpend> spend) {
        RepeatSpend data = spend.get();
        JsonNode expected = golden("fits", "gamma_gamma").get(fit);

        FitResult.Fitted<GammaGamma> fitted = fitted(Fits.spend(data, FitProgress.NONE));

        assertParameters(fitted, expected, expected.path("se_lifetimes_style"));
        double logLikelihood = expected.get("log_likelihood").asDouble();
        assertThat(fitted.logLikelihood()).isCloseTo(logLikelihood, within(1e-4));
        assertThat(new SpendLikelihood(data).atParameters(parameters(fitted)).value())
                .isCloseTo(logLikelihood, within(1e-4));
        assertClose(
                "mean",
                fitted.model().populationMean(),
                expected.get("population_mean").asDouble(),
                1e-5);
    }

    @Test
    void spendHardlyDependsOnFrequency() {
        assertClose("correlation", GoldenClv.spend().correlation(), golden("fits", "gamma_gamma_correlation_x_m"));
    }

    private static double[] parameters(FitResult.Fitted<?> fitted) {
        return fitted.parameters().stream()
                .mapToDouble(ParameterEstimate::value)
                .toArray();
    }

    private static void assertParameters(FitResult.Fitted<?> fitted, JsonNode expected, JsonNode errors) {
        for (ParameterEstimate parameter : fitted.parameters()) {
            double tolerance = parameter.name().equals("beta") ? 5e-3 : 1e-3;
            double value = expected.get(parameter.name()).asDouble();
            assertClose(parameter.name(), parameter.value(), value, tolerance);
            if (errors.isObject()) {
                double error = errors.get(parameter.name()).asDouble();
                assertClose("error of " + parameter.name(), parameter.standardError(), error, tolerance);
            }
            assertThat(parameter.low()).isPositive().isLessThan(value);
            assertThat(parameter.high()).isGreaterThan(value);
        }
    }

    static <M> FitResult.Fitted<M> fitted(FitResult<M> result) {
        assertThat(result).isInstanceOf(FitResult.Fitted.class);
        return (FitResult.Fitted<M>) result;
    }
}
