package com.cdhdashboard.stats.clv;

import static com.cdhdashboard.stats.clv.GoldenClv.assertClose;
import static com.cdhdashboard.stats.clv.GoldenClv.golden;
import static com.cdhdashboard.stats.clv.GoldenClv.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.stats.clv.forecast.HoldoutCheck;
import com.cdhdashboard.stats.clv.forecast.RepeatBin;
import com.cdhdashboard.stats.clv.forecast.ValueHorizon;
import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import com.cdhdashboard.stats.clv.history.PurchaseHistory;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every formula against values worked out with 50 digits, and against what was published. */
class GoldenModelsTest {
    private static final double STRESS = 1e-9;
    private static final double ONE_PERCENT_A_MONTH = Math.expm1(12 * Math.log1p(0.01));
    private static final PurchaseHistory CUSTOMER_1516 = new PurchaseHistory(26, 216 / 7.0, 31);

    static Stream<Arguments> customers() {
        return GoldenClv.rows("customers", "rows");
    }

    static Stream<Arguments> dailyCustomers() {
        return GoldenClv.rows("customers_daily", "rows");
    }

    static Stream<Arguments> bgNbdStress() {
        return GoldenClv.rows("bgnbd_numerical_stress");
    }

    static Stream<Arguments> paretoNbdStress() {
        return GoldenClv.rows("pnbd_numerical_stress");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("customers")
    void weeklyCustomersMatch(String name, JsonNode row) {
        for (String parameters : new String[] {"published", "mle"}) {
            GammaGamma spend = spend("customers", "gamma_gamma_" + parameters);
            PurchaseModel bgNbd = model(PurchaseModelKind.BG_NBD, "customers", "bgnbd_" + parameters);
            assertCustomer(bgNbd, spend, row, row.get("bgnbd_" + parameters));
            PurchaseModel paretoNbd = model(PurchaseModelKind.PARETO_NBD, "customers", "pnbd_" + parameters);
            assertCustomer(paretoNbd, spend, row, row.get("pnbd_" + parameters));
        }
    }

    private static void assertCustomer(PurchaseModel model, GammaGamma spend, JsonNode row, JsonNode expected) {
        PurchaseHistory history = GoldenClv.history(row, "t_x", "T");
        double meanValue = row.get("zbar").asDouble();
        assertClose("alive", model.probabilityAlive(history), expected.get("p_alive"));
        assertClose("log-likelihood", GoldenClv.logLikelihood(model, history), expected.get("log_likelihood"));
        assertClose("39 weeks", model.expectedPurchases(history, 39), expected.get("expected_t39"));
        ValueHorizon year = new ValueHorizon(12, ONE_PERCENT_A_MONTH, 4.345);
        assertClose(
                "value", year.value(model, spend, history, meanValue), expected.get("clv_12m_rate0_01_weeks_4_345"));
        if (expected.has("expected_spend")) {
            assertClose("spend", spend.expectedMean(history.repeats(), meanValue), expected.get("expected_spend"));
            assertClose("year", model.expectedPurchases(history, 12 * 4.345), expected.get("expected_t52_14"));
            ValueHorizon undiscounted = new ValueHorizon(12, 0, 4.345);
            assertClose(
                    "undiscounted value",
                    undiscounted.value(model, spend, history, meanValue),
                    expected.get("clv_12m_rate0_weeks_4_345"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("customers")
    void customersMayStopAfterTheFirstPurchase(String name, JsonNode row) {
        JsonNode fit = golden("fits", "mbgnbd").get(0);
        MbgNbd model = new MbgNbd(
                fit.get("r").asDouble(),
                fit.get("alpha").asDouble(),
                fit.get("a").asDouble(),
                fit.get("b").asDouble());
        PurchaseHistory history = GoldenClv.history(row, "t_x", "T");

        assertClose(
                "alive", model.probabilityAlive(history), row.get("mbgnbd_mle").get("p_alive"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dailyCustomers")
    void dailyCustomersMatch(String name, JsonNode row) {
        PurchaseModel model = model(PurchaseModelKind.BG_NBD, "customers_daily", "bgnbd");
        GammaGamma spend = spend("customers_daily", "gamma_gamma");
        PurchaseHistory history = GoldenClv.history(row, "t_x_days", "T_days");
        double meanValue = row.get("m_x").asDouble();
        ValueHorizon year = new ValueHorizon(12, ONE_PERCENT_A_MONTH, 30);

        assertClose("alive", model.probabilityAlive(history), row.get("p_alive"));
        assertClose("273 days", model.expectedPurchases(history, 273), row.get("expected_273_days"));
        assertClose("spend", spend.expectedMean(history.repeats(), meanValue), row.get("expected_spend"));
        assertClose("value", year.value(model, spend, history, meanValue), row.get("clv_12m_rate0_01_days_30"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bgNbdStress")
    void bgNbdKeepsItsDigits(String name, JsonNode row) {
        assertStress(PurchaseModelKind.BG_NBD, row);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paretoNbdStress")
    void paretoNbdKeepsItsDigits(String name, JsonNode row) {
        assertStress(PurchaseModelKind.PARETO_NBD, row);
    }

    private static void assertStress(PurchaseModelKind kind, JsonNode row) {
        PurchaseModel model = kind.model(numbers(row.get("params")));
        PurchaseHistory history = GoldenClv.history(row, "t_x", "T");
        double t = row.get("t").asDouble();
        double logLikelihood = row.get("log_likelihood").asDouble();
        assertClose("log-likelihood", GoldenClv.logLikelihood(model, history), logLikelihood, STRESS);
        assertClose("alive", model.probabilityAlive(history), row.get("p_alive").asDouble(), STRESS);
        assertClose(
                "expected",
                model.expectedPurchases(history, t),
                row.get("expected").asDouble(),
                STRESS);
    }

    @ParameterizedTest
    @CsvSource({
        "BG_NBD,     bgnbd_population_expectation",
        "BG_NBD,     bgnbd_published_population_expectation",
        "PARETO_NBD, pnbd_published_population_expectation"
    })
    void purchasesOfNewCustomersMatch(PurchaseModelKind kind, String table) {
        JsonNode expected = golden("aggregates", table);
        PurchaseModel model = kind.model(numbers(expected.get("params")));
        for (int i = 0; i < expected.get("t").size(); i++) {
            double t = expected.get("t").get(i).asDouble();
            assertClose(
                    "t = " + t,
                    model.expectedPurchases(t),
                    expected.get("value").get(i));
        }
    }

    @Test
    void probabilitiesOfCountsMatch() {
        JsonNode expected = golden("aggregates", "bgnbd_published_pmf");
        BgNbd model = (BgNbd) PurchaseModelKind.BG_NBD.model(numbers(expected.get("params")));
        for (JsonNode row : expected.get("cases")) {
            int purchases = row.get("n").asInt();
            double probability = model.probabilityOf(purchases, row.get("t").asDouble());
            assertClose(purchases + " purchases", probability, row.get("p"));
        }
    }

    @Test
    void purchasesOfAllCustomersSinceTheirFirstMatch() {
        JsonNode expected = golden("aggregates", "bgnbd_cumulative_expected_weeks_20_25");
        PurchaseModel model = PurchaseModelKind.BG_NBD.model(numbers(expected.get("params")));
        PurchaseHistories histories = GoldenClv.exactWeeks();
        WhileAlive newCustomers = model.whileAlive(0);
        for (int week = 20; week <= 25; week++) {
            double sum = 0;
            for (int group = 0; group < histories.groups(); group++) {
                double since = week - (272 / 7.0 - histories.observed(group));
                sum += histories.customers(group) * newCustomers.purchases(0, Math.max(0, since));
            }
            assertClose("week " + week, sum, expected.get("value").get(week - 20));
        }
    }

    @ParameterizedTest
    @CsvSource({"BG_NBD, bgnbd_btyd_vignette", "PARETO_NBD, pnbd_btyd_vignette"})
    void valuesOfAVignetteMatch(PurchaseModelKind kind, String table) {
        JsonNode expected = golden("aggregates", table);
        PurchaseModel model = kind.model(numbers(expected.get("params")));

        assertClose("new", model.expectedPurchases(52), expected.get("expectation_52"));
        expected.get("increasing_frequency_paradox").properties().forEach(entry -> {
            PurchaseHistory history = new PurchaseHistory(Integer.parseInt(entry.getKey()), 20, 39);
            assertClose(entry.getKey(), model.expectedPurchases(history, 52), entry.getValue());
        });
        assertClose("1516", model.expectedPurchases(CUSTOMER_1516, 52), expected.get("cet_1516"));
        assertClose("1516 alive", model.probabilityAlive(CUSTOMER_1516), expected.get("palive_1516"));
    }

    @Test
    void holdoutByRepeatsMatches() {
        JsonNode expected = golden("aggregates", "bgnbd_btyd_vignette_bins");
        PurchaseModel model = PurchaseModelKind.BG_NBD.model(numbers(expected.get("params")));
        HoldoutCheck check = HoldoutCheck.of(model, GoldenClv.exactWeeks(), GoldenClv.holdoutPurchases(), 39);

        for (int i = 0; i < check.bins().size(); i++) {
            HoldoutCheck.Bin bin = check.bins().get(i);
            assertThat(bin.repeats()).isEqualTo(new RepeatBin(i, i == 7));
            assertThat(bin.customers()).isEqualTo(expected.get("size").get(i).asLong());
            assertClose("actual", bin.actualMean(), expected.get("actual").get(i));
            assertClose("expected", bin.expectedMean(), expected.get("expected").get(i));
        }
        assertClose("total", check.expected(), expected.get("total_expected"));
        assertThat(check.actual()).isEqualTo(1882);
    }

    private static PurchaseModel model(PurchaseModelKind kind, String block, String parameters) {
        return kind.model(numbers(golden(block, "parameters", parameters)));
    }

    private static GammaGamma spend(String block, String parameters) {
        double[] values = numbers(golden(block, "parameters", parameters));
        return new GammaGamma(values[0], values[1], values[2]);
    }
}
