package com.cdhdashboard.stats.clv.fit;

import static com.cdhdashboard.stats.clv.GoldenClv.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.stats.clv.GammaGamma;
import com.cdhdashboard.stats.clv.PurchaseModel;
import com.cdhdashboard.stats.clv.PurchaseModelKind;
import com.cdhdashboard.stats.clv.SimulatedCustomers;
import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import com.cdhdashboard.stats.clv.history.RepeatSpend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a fit keeps, what it refuses, and how it is ended. */
class FitsTest {
    private static final int CUSTOMERS = 3000;

    @Test
    void unitOfTimeChangesTheTimesAndTheLikelihoodOnly() {
        PurchaseHistories days = customers();
        FitResult.Fitted<PurchaseModel> inDays = bgNbd(days);
        FitResult.Fitted<PurchaseModel> inWeeks = bgNbd(days.inUnitsOf(7));

        double[] byDays = values(inDays);
        double[] byWeeks = values(inWeeks);
        assertClose("r", byWeeks[0], byDays[0], 1e-6);
        assertClose("alpha", byWeeks[1] * 7, byDays[1], 1e-6);
        assertClose("a", byWeeks[2], byDays[2], 1e-6);
        assertClose("b", byWeeks[3], byDays[3], 1e-6);
        assertThat(inWeeks.logLikelihood() - days.repeats() * Math.log(7))
                .isCloseTo(inDays.logLikelihood(), within(1e-6));
    }

    private static double[] values(FitResult.Fitted<?> fitted) {
        return fitted.parameters().stream()
                .mapToDouble(ParameterEstimate::value)
                .toArray();
    }

    @Test
    void intervalsHoldTheParametersTheCustomersWereMadeWith() {
        List<ParameterEstimate> parameters = bgNbd(customers()).parameters();

        double[] truth = {0.8, 40, 0.8, 2.5};
        for (int i = 0; i < truth.length; i++) {
            ParameterEstimate parameter = parameters.get(i);
            assertThat(parameter.name())
                    .isEqualTo(PurchaseModelKind.BG_NBD.parameterNames().get(i));
            assertThat(truth[i]).as(parameter.name()).isBetween(parameter.low(), parameter.high());
        }
    }

    @Test
    void currencyChangesTheScaleOfSpendOnly() {
        FitResult.Fitted<GammaGamma> euros = spend(1);
        FitResult.Fitted<GammaGamma> cents = spend(100);

        assertClose("p", cents.model().p(), euros.model().p(), 1e-6);
        assertClose("q", cents.model().q(), euros.model().q(), 1e-6);
        assertClose("v", cents.model().v(), 100 * euros.model().v(), 1e-6);
        assertThat(cents.logLikelihood() + 500 * Math.log(100)).isCloseTo(euros.logLikelihood(), within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void purchasesAreRefusedWithoutRepeatBuyers(PurchaseModelKind kind) {
        assertNotFitted(kind, repeated(50, 0, 0, 30), FitProblem.NO_REPEAT_BUYERS);
        assertNotFitted(kind, repeated(0, 0, 0, 30), FitProblem.NO_REPEAT_BUYERS);
        assertNotFitted(kind, repeated(1, 2, 10, 30), FitProblem.TOO_FEW_REPEAT_BUYERS);
        assertNotFitted(kind, repeated(50, 2, 10, 30), FitProblem.NO_VARIATION);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PARETO_NBD")
    void customersWhoDifferTooLittleAreRefused(PurchaseModelKind kind) {
        int[] repeats = new int[60];
        double[] last = new double[60];
        double[] observed = new double[60];
        for (int i = 0; i < repeats.length; i++) {
            repeats[i] = 10;
            last[i] = 95 + i % 3;
            observed[i] = 100;
        }
        assertNotFitted(kind, PurchaseHistories.of(repeats, last, observed), FitProblem.BOUNDARY);
    }

    @Test
    void spendIsRefusedWithoutEnoughToLearnFrom() {
        assertThat(spend(new double[0])).isEqualTo(FitProblem.NO_REPEAT_BUYERS);
        assertThat(spend(filled(9, 12))).isEqualTo(FitProblem.TOO_FEW_REPEAT_BUYERS);
        assertThat(spend(filled(50, 0))).isEqualTo(FitProblem.TOO_FEW_REPEAT_BUYERS);
        assertThat(spend(filled(50, -3))).isEqualTo(FitProblem.TOO_FEW_REPEAT_BUYERS);
        assertThat(spend(filled(50, 12))).isEqualTo(FitProblem.NO_VARIATION);
    }

    @Test
    void spendWithoutAMeanIsRefused() {
        Random random = new Random(5);
        double[] values = new double[400];
        Arrays.setAll(values, i -> Math.exp(4 * random.nextGaussian()));
        assertThat(spend(values)).isEqualTo(FitProblem.NO_MEAN_VALUE);
    }

    @Test
    void progressIsReportedAndMayEndTheFit() {
        List<FitProgress.Step> steps = new ArrayList<>();
        FitResult.Fitted<PurchaseModel> fitted =
                GoldenFitsTest.fitted(Fits.purchases(PurchaseModelKind.BG_NBD, customers(), steps::add));

        assertThat(steps).hasSize(fitted.passes());
        assertThat(steps.get(0)).isEqualTo(new FitProgress.Step(FitProgress.Phase.SEARCH, 0));
        assertThat(steps.get(steps.size() - 1))
                .isEqualTo(new FitProgress.Step(FitProgress.Phase.CLIMB, fitted.passes() - 1));
        assertThatThrownBy(() -> Fits.purchases(PurchaseModelKind.BG_NBD, customers(), step -> {
                    if (step.passes() == 20) {
                        throw new CancellationException("enough");
                    }
                }))
                .isInstanceOf(CancellationException.class)
                .hasMessage("enough");
    }

    @Test
    void theSameCustomersGiveTheSameFitToTheLastBit() {
        assertThat(bgNbd(customers())).isEqualTo(bgNbd(customers()));
    }

    private static FitResult.Fitted<PurchaseModel> bgNbd(PurchaseHistories histories) {
        return GoldenFitsTest.fitted(Fits.purchases(PurchaseModelKind.BG_NBD, histories, FitProgress.NONE));
    }

    private static void assertNotFitted(PurchaseModelKind kind, PurchaseHistories histories, FitProblem problem) {
        assertThat(Fits.purchases(kind, histories, FitProgress.NONE)).isEqualTo(new FitResult.NotFitted<>(problem));
    }

    private static PurchaseHistories repeated(int customers, int repeats, double last, double observed) {
        return PurchaseHistories.of(
                filledWith(customers, repeats), filled(customers, last), filled(customers, observed));
    }

    private static FitResult.Fitted<GammaGamma> spend(double unit) {
        Random random = new Random(3);
        int[] repeats = new int[500];
        double[] values = new double[500];
        for (int i = 0; i < repeats.length; i++) {
            repeats[i] = 1 + random.nextInt(6);
            values[i] = unit * Math.exp(3 + 0.6 * random.nextGaussian());
        }
        return GoldenFitsTest.fitted(Fits.spend(RepeatSpend.of(repeats, values), FitProgress.NONE));
    }

    private static FitProblem spend(double[] values) {
        FitResult<GammaGamma> result =
                Fits.spend(RepeatSpend.of(filledWith(values.length, 2), values), FitProgress.NONE);
        assertThat(result).isInstanceOf(FitResult.NotFitted.class);
        return ((FitResult.NotFitted<GammaGamma>) result).problem();
    }

    private static double[] filled(int size, double value) {
        double[] filled = new double[size];
        Arrays.fill(filled, value);
        return filled;
    }

    private static int[] filledWith(int size, int value) {
        int[] filled = new int[size];
        Arrays.fill(filled, value);
        return filled;
    }

    private static PurchaseHistories customers() {
        return SimulatedCustomers.bgNbd(new Random(11), CUSTOMERS);
    }
}
