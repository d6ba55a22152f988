package com.cdhdashboard.stats.clv.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.stats.clv.BgNbd;
import com.cdhdashboard.stats.clv.GoldenClv;
import com.cdhdashboard.stats.clv.MbgNbd;
import com.cdhdashboard.stats.clv.PurchaseModel;
import com.cdhdashboard.stats.clv.PurchaseModelKind;
import com.cdhdashboard.stats.clv.forecast.RepeatCountCheck;
import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import com.cdhdashboard.stats.clv.history.PurchaseHistory;
import com.cdhdashboard.stats.clv.history.RepeatSpend;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Relations that hold whatever the numbers are. */
class LikelihoodTest {
    private static final double STEP = 1e-5;

    @ParameterizedTest
    @EnumSource
    void gradientOfPurchasesIsTheSlopeOfTheLikelihood(PurchaseModelKind kind) {
        PurchaseHistories histories = PurchaseHistories.of(
                new int[] {0, 0, 1, 1, 5, 5, 40},
                new double[] {0, 0, 3, 20, 20, 11, 60},
                new double[] {0, 70, 60, 20, 22, 80, 75},
                new long[] {1, 5, 4, 2, 3, 1, 1});
        assertGradient(new PurchaseLikelihood(kind, histories), new double[] {-0.9, 1.7, -0.2, 0.8});
        assertGradient(new PurchaseLikelihood(kind, histories), new double[] {0.9, 3.7, 0.7, 2.8});
    }

    @Test
    void gradientOfSpendIsTheSlopeOfTheLikelihood() {
        RepeatSpend spend = RepeatSpend.of(new int[] {3, 1, 1, 0, 8}, new double[] {12, 5, 70, 0, 31});
        assertGradient(new SpendLikelihood(spend), new double[] {1.2, 0.9, 2.5});
    }

    /** The search goes up to parameters of e^±14, in units of the longest time. */
    @ParameterizedTest
    @EnumSource
    void likelihoodAndSlopeAreNumbersAtTheEdgesOfTheSearch(PurchaseModelKind kind) {
        PurchaseHistories histories = PurchaseHistories.of(
                new int[] {0, 0, 1, 2, 300},
                new double[] {0, 0, 1, 0.1, 0.9},
                new double[] {0, 1, 1, 0.9, 1},
                new long[] {1, 5, 4, 2, 1});
        for (int corner = 0; corner < 16; corner++) {
            double[] point = new double[4];
            for (int i = 0; i < point.length; i++) {
                point[i] = (corner >> i & 1) == 0 ? -14 : 14;
            }
            Objective.Slope slope = new PurchaseLikelihood(kind, histories).at(point);
            assertThat(slope.value()).as(Arrays.toString(point)).isFinite();
            assertThat(slope.gradient()).as(Arrays.toString(point)).doesNotContain(Double.NaN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void likelihoodOfWeightedRowsIsThatOfAllCustomers(PurchaseModelKind kind) {
        double[] parameters = {0.5, 9, 0.7, 3};
        PurchaseModel model = kind.model(parameters);
        PurchaseHistories weighted = PurchaseHistories.of(
                new int[] {0, 1, 4}, new double[] {0, 2, 30}, new double[] {30, 40, 50}, new long[] {3, 2, 1});
        PurchaseHistories exploded = PurchaseHistories.of(
                new int[] {1, 0, 4, 0, 1, 0}, new double[] {2, 0, 30, 0, 2, 0}, new double[] {40, 30, 50, 30, 40, 30});

        double oneByOne = 3 * GoldenClv.logLikelihood(model, new PurchaseHistory(0, 0, 30))
                + 2 * GoldenClv.logLikelihood(model, new PurchaseHistory(1, 2, 40))
                + GoldenClv.logLikelihood(model, new PurchaseHistory(4, 30, 50));
        Objective.Slope together = new PurchaseLikelihood(kind, weighted).atParameters(parameters);
        assertThat(together.value())
                .isEqualTo(new PurchaseLikelihood(kind, exploded)
                        .atParameters(parameters)
                        .value());
        assertThat(together.value()).isCloseTo(oneByOne, within(1e-12));
    }

    private static void assertGradient(Objective objective, double[] point) {
        double[] gradient = objective.at(point).gradient();
        for (int i = 0; i < point.length; i++) {
            double[] above = point.clone();
            double[] below = point.clone();
            above[i] += STEP;
            below[i] -= STEP;
            double slope = (objective.at(above).value() - objective.at(below).value()) / (2 * STEP);
            assertThat(gradient[i]).as("parameter " + i).isCloseTo(slope, within(1e-6 + 1e-7 * Math.abs(slope)));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.4, 5, 6, 9, 3", "2, 10, 8, 5, 30"})
    void probabilitiesOfCountsSumToOneAndToTheExpectedPurchases(double r, double alpha, double a, double b, double t) {
        BgNbd late = new BgNbd(r, alpha, a, b);
        MbgNbd early = new MbgNbd(r, alpha, a, b);
        assertMoments(late::probabilityOf, late.expectedPurchases(t), t);
        assertMoments(early::probabilityOf, early.expectedPurchases(t), t);
    }

    private static void assertMoments(RepeatCountCheck.RepeatProbability probability, double mean, double t) {
        double sum = 0;
        double purchases = 0;
        for (int n = 0; n < 3000; n++) {
            sum += probability.of(n, t);
            purchases += n * probability.of(n, t);
        }
        assertThat(sum).isCloseTo(1, within(1e-10));
        assertThat(purchases).isCloseTo(mean, within(1e-8 * mean));
    }

    @Test
    void oneMoreChanceToStopIsOneMoreInTheBetaDistribution() {
        double more = new BgNbd(0.4, 5, 0.9, 3).whileAlive(4).purchases(20, 30);
        assertThat(new MbgNbd(0.4, 5, 0.9, 2).whileAlive(4).purchases(20, 30)).isEqualTo(more);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsBoughtInNoTimeAndMoreInMore(PurchaseModelKind kind) {
        PurchaseModel model = kind.model(0.5, 9, 0.7, 3);
        PurchaseHistory history = new PurchaseHistory(3, 20, 30);
        assertThat(model.expectedPurchases(history, 0)).isZero();
        assertThat(model.expectedPurchases(history, 20)).isGreaterThan(model.expectedPurchases(history, 10));
        assertThat(model.probabilityAlive(history)).isBetween(0.0, 1.0);
    }

    @Test
    void noTimeHasNoPurchases() {
        BgNbd model = new BgNbd(0.5, 9, 0.7, 3);
        assertThat(model.probabilityOf(0, 0)).isEqualTo(1);
        assertThat(model.probabilityOf(1, 0)).isZero();
    }
}
