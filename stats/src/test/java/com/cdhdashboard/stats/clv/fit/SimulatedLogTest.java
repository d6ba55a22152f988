package com.cdhdashboard.stats.clv.fit;

import static com.cdhdashboard.stats.clv.GoldenClv.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.stats.clv.PurchaseModel;
import com.cdhdashboard.stats.clv.PurchaseModelKind;
import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import com.cdhdashboard.stats.clv.history.PurchaseHistory;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** From a log of purchases to expectations: the simulated log of 5,000 customers that comes with the package lifetimes. */
class SimulatedLogTest {
    @Test
    void fitAndExpectationsOfALogMatch() {
        JsonNode expected = TestData.json("clv/rfm_golden.json").get("example_transactions");
        PurchaseHistories histories = histories();
        assertThat(histories.customers()).isEqualTo(expected.get("customers").asLong());
        assertThat(histories.repeats()).isEqualTo(expected.get("sum_frequency").asLong());
        for (JsonNode row : expected.get("first_5")) {
            assertThat(histories.history(histories.groupOfRow(row.get(0).asInt())))
                    .isEqualTo(new PurchaseHistory(
                            row.get(1).asInt(),
                            row.get(2).asDouble(),
                            row.get(3).asDouble()));
        }

        FitResult.Fitted<PurchaseModel> fitted =
                GoldenFitsTest.fitted(Fits.purchases(PurchaseModelKind.BG_NBD, histories, FitProgress.NONE));

        fitted.parameters()
                .forEach(parameter -> assertClose(
                        parameter.name(),
                        parameter.value(),
                        expected.get("bgnbd_fit").get(parameter.name()).asDouble(),
                        1e-3));
        assertThat(fitted.logLikelihood())
                .isCloseTo(expected.get("bgnbd_log_likelihood_days").asDouble(), within(1e-4));
        for (int row = 0; row < 5; row++) {
            PurchaseHistory history = histories.history(histories.groupOfRow(row));
            assertThat(fitted.model().expectedPurchases(history, 30))
                    .isCloseTo(expected.get("lifetimes_expected").get(row).asDouble(), within(1e-6));
        }
    }

    private static PurchaseHistories histories() {
        SortedMap<Integer, SortedSet<Long>> days = new TreeMap<>();
        for (String[] row : TestData.csv("clv/example_transactions.csv")) {
            long day = LocalDate.parse(row[0].substring(0, 10)).toEpochDay();
            days.computeIfAbsent(Integer.valueOf(row[1]), id -> new TreeSet<>()).add(day);
        }
        long end = LocalDate.of(2014, 12, 31).toEpochDay();
        List<SortedSet<Long>> customers = List.copyOf(days.values());
        return PurchaseHistories.of(
                customers.stream().mapToInt(own -> own.size() - 1).toArray(),
                customers.stream().mapToDouble(own -> own.last() - own.first()).toArray(),
                customers.stream().mapToDouble(own -> end - own.first()).toArray());
    }
}
