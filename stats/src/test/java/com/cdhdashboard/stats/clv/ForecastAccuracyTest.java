package com.cdhdashboard.stats.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.stats.clv.forecast.PurchaseForecast;
import com.cdhdashboard.stats.clv.forecast.ValueHorizon;
import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import com.cdhdashboard.stats.clv.history.PurchaseHistory;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;

/**
 * Forecasts and probabilities over grids of horizons, histories and parameters against a finer rule: Gauss-Legendre with
 * twelve nodes in each of many panels, over the integrals of the papers.
 */
class ForecastAccuracyTest {
    private static final double ERROR = 1e-8;

    private static final double[] SHAPES = {0.05, 0.5, 5, 100};
    private static final double[] RATES = {0.1, 10, 300};
    private static final double[] STOPPING = {0.05, 0.3, 1, 2.5, 40};
    private static final double[] GOING = {0.05, 0.8, 3, 200};
    private static final int[] REPEATS = {0, 1, 20, 1000};
    private static final double[] OBSERVED = {0.5, 7, 365};
    private static final double[] HORIZONS = {1, 365.25, 8 * 365.25, 40 * 365.25};

    private static final GaussIntegrator PANEL = new GaussIntegratorFactory().legendre(12, 0, 1);

    /** The sum of panels of a width from a place on, until they add nothing any more. */
    private static double panels(DoubleUnaryOperator function, double from, double width) {
        double sum = 0;
        double panel = Double.POSITIVE_INFINITY;
        double at = from;
        while (Math.abs(at - from) < 20 || (panel > 1e-13 * sum && Math.abs(at - from) < 2000)) {
            double start = at;
            panel = Math.abs(width) * PANEL.integrate(share -> function.applyAsDouble(start + share * width));
            sum += panel;
            at += width;
        }
        return sum;
    }

    /** ∫ (1 − (1 + p h)^−k)/p Beta(p; a, c) dp, in the log-odds of p. */
    private static double stoppedMean(double k, double h, double a, double c) {
        DoubleUnaryOperator density = z ->
                Math.exp(-a * Math.log1p(Math.exp(-z)) - (z > 30 ? c * z : c * Math.log1p(Math.exp(z))) - peak(a, c));
        DoubleUnaryOperator purchases = z -> {
            double p = 1 / (1 + Math.exp(-z));
            return density.applyAsDouble(z) * -Math.expm1(-k * Math.log1p(p * h)) / p;
        };
        double centre = Math.log(a / c);
        double width = Math.min(0.5, Math.sqrt((a + c) / a / c));
        return (panels(purchases, centre, width) + panels(purchases, centre, -width))
                / (panels(density, centre, width) + panels(density, centre, -width));
    }

    private static double peak(double a, double c) {
        return a * Math.log(a / (a + c)) + c * Math.log(c / (a + c));
    }

    @Test
    void purchasesOfBgNbdAndMbgNbdAreThoseOfAFinerRule() {
        for (double a : STOPPING) {
            for (double b : GOING) {
                for (int x : REPEATS) {
                    BetaQuadrature stopping = BetaQuadrature.of(a, b + x + x % 2);
                    for (double r : SHAPES) {
                        for (double share : new double[] {1e-4, 0.1, 2, 50, 1e3, 3e4}) {
                            double expected = stoppedMean(r + x, share, a, b + x + x % 2);
                            assertThat(stopping.meanOfStopped(r + x, share) / expected)
                                    .as("a=%s b=%s x=%s r=%s share=%s", a, b, x, r, share)
                                    .isCloseTo(1, within(ERROR));
                        }
                    }
                }
            }
        }
    }

    @Test
    void eightYearsAfterSevenDays() {
        BgNbd model = new BgNbd(0.3, 1, 0.4, 1.2);
        PurchaseHistory history = new PurchaseHistory(2, 6, 7);
        double expected = model.probabilityAlive(history) * stoppedMean(2.3, 8 * 365.25 / 8, 0.4, 3.2);
        assertThat(model.expectedPurchases(history, 8 * 365.25) / expected).isCloseTo(1, within(ERROR));
        PurchaseForecast forecast = PurchaseForecast.of(
                model,
                PurchaseHistories.of(new int[] {2}, new double[] {6}, new double[] {7}, new long[] {1}),
                ValueHorizon.ofYears(8, 0));
        assertThat(forecast.expectedPurchases(0) / expected).isCloseTo(1, within(ERROR));
        assertThat(forecast.discountedPurchases(0) / expected).isCloseTo(1, within(ERROR));
    }

    @Test
    void purchasesOfParetoNbdAreThoseOfAFinerRule() {
        for (double s : new double[] {0.05, 1, 1 + 1e-9, 3, 100}) {
            for (double beta : RATES) {
                for (double observed : OBSERVED) {
                    for (double t : HORIZONS) {
                        ParetoNbd model = new ParetoNbd(0.5, 10, s, beta);
                        double from = Math.log(beta + observed);
                        double to = Math.log(beta + observed + t);
                        int count = 1 + (int) ((to - from) * (1 + s) * 4);
                        double time = 0;
                        for (int i = 0; i < count; i++) {
                            double start = from + (to - from) * i / count;
                            double width = (to - from) / count;
                            time += width
                                    * PANEL.integrate(v -> {
                                        double u = start + v * width;
                                        return Math.exp(u + s * (from - u));
                                    });
                        }
                        assertThat(model.whileAlive(3).purchases(observed, t) / (3.5 / (10 + observed) * time))
                                .as("s=%s beta=%s T=%s t=%s", s, beta, observed, t)
                                .isCloseTo(1, within(ERROR));
                    }
                }
            }
        }
    }

    @Test
    void aliveByParetoNbdIsThatOfAFinerRule() {
        for (double s : new double[] {0.05, 0.6, 3, 100, 10_000}) {
            for (double beta : new double[] {0.01, 1, 40, 3000}) {
                for (double alpha : new double[] {0.01, 3, 200}) {
                    for (int x : REPEATS) {
                        for (double last : x == 0 ? new double[] {0} : new double[] {1, 100, 700}) {
                            for (double silent : new double[] {0.25, 30, 1000}) {
                                assertAlive(
                                        new ParetoNbd(0.5, alpha, s, beta),
                                        new PurchaseHistory(x, last, last + silent));
                            }
                        }
                    }
                }
            }
        }
    }

    /** The time of stopping over that of the last purchase, e^w − 1 times a part of what matters near it. */
    private static void assertAlive(ParetoNbd model, PurchaseHistory history) {
        double k = model.r() + history.repeats();
        double end = history.observed();
        double last = history.lastRepeat();
        double part = Math.min(model.alpha() + last, model.beta() + last) / (100 * (k + model.s() + 1));
        double reach = Math.log1p((end - last) / part);
        double dead = 0;
        for (int i = 0; i < 200; i++) {
            double start = reach * i / 200;
            dead += reach
                    / 200
                    * PANEL.integrate(v -> {
                        double y = last + part * Math.expm1(start + v * reach / 200);
                        double power = k * Math.log((model.alpha() + end) / (model.alpha() + y))
                                + model.s() * Math.log((model.beta() + end) / (model.beta() + y));
                        return model.s() * Math.exp(power + start + v * reach / 200) * part / (model.beta() + y);
                    });
        }
        double alive = 1 / (1 + dead);
        if (alive > 1e-290) {
            assertThat(model.probabilityAlive(history) / alive)
                    .as("%s of %s", history, model)
                    .isCloseTo(1, within(ERROR));
        }
    }
}
