package com.cdhdashboard.stats.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import com.cdhdashboard.stats.clv.history.PurchaseHistory;
import com.cdhdashboard.stats.clv.history.RepeatSpend;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The CDNOW customers and what was worked out for them with 50 digits (mpmath 1.3.0). */
public final class GoldenClv {
    static final double RELATIVE = 1e-10;

    private static final String WEEKS = "clv/cdnow_customers_summary.csv";
    private static final String SPEND = "clv/cdnow_customers_summary_with_transactions.csv";
    private static final String DAYS = "clv/cdnow_cbs_exact.csv";

    private GoldenClv() {}

    public static JsonNode golden(String... path) {
        JsonNode node = TestData.json("clv/golden.json");
        for (String name : path) {
            node = node.get(name);
        }
        return node;
    }

    static Stream<Arguments> rows(String... path) {
        List<Arguments> rows = new ArrayList<>();
        golden(path).forEach(row -> rows.add(Arguments.of(rows.size() + " " + row.path("id"), row)));
        return rows.stream();
    }

    static double[] numbers(JsonNode node) {
        double[] numbers = new double[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = node.get(i).asDouble();
        }
        return numbers;
    }

    public static void assertClose(String name, double actual, double expected, double relative) {
        assertThat(actual).as(name).isCloseTo(expected, within(Math.max(1e-290, relative * Math.abs(expected))));
    }

    public static void assertClose(String name, double actual, JsonNode expected) {
        assertClose(name, actual, expected.asDouble(), RELATIVE);
    }

    public static double logLikelihood(PurchaseModel model, PurchaseHistory history) {
        return model.level(history.repeats()).add(history.lastRepeat(), history.observed(), 0, new double[4]);
    }

    static PurchaseHistory history(JsonNode row, String last, String observed) {
        return new PurchaseHistory(
                row.get("x").asInt(),
                row.get(last).asDouble(),
                row.get(observed).asDouble());
    }

    /** Weeks with two decimals. */
    public static PurchaseHistories weeks() {
        return PurchaseHistories.of(repeats(WEEKS, 1), column(WEEKS, 2), column(WEEKS, 3));
    }

    public static PurchaseHistories days() {
        return PurchaseHistories.of(repeats(DAYS, 3), column(DAYS, 4), column(DAYS, 5));
    }

    /** Whole days, divided by 7. */
    public static PurchaseHistories exactWeeks() {
        return days().inUnitsOf(7);
    }

    static long[] holdoutPurchases() {
        return TestData.csv(DAYS).stream()
                .mapToLong(row -> Long.parseLong(row[7]))
                .toArray();
    }

    /** Mean values with two decimals. */
    public static RepeatSpend spend() {
        return RepeatSpend.of(repeats(SPEND, 1), column(SPEND, 4));
    }

    public static RepeatSpend exactSpend() {
        return RepeatSpend.of(repeats(DAYS, 3), column(DAYS, 6));
    }

    private static int[] repeats(String file, int column) {
        return TestData.csv(file).stream()
                .mapToInt(row -> Integer.parseInt(row[column].strip()))
                .toArray();
    }

    private static double[] column(String file, int column) {
        return TestData.csv(file).stream()
                .mapToDouble(row -> Double.parseDouble(row[column].strip()))
                .toArray();
    }
}
