package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns of customers against values computed elsewhere, and where the data are of the simplest kind. */
class RfmSummaryTest {
    @TempDir
    private Path temp;

    private TestingHoldings store(String more) {
        return new TestingHoldings(temp.resolve("store"), TestingHoldings.configuration(more));
    }

    private static String row(String customer, String day, String value) {
        return "{\"CustomerID\":\"" + customer + "\",\"Arm\":\"A\",\"PurchasedDate\":\"" + day + "\",\"OneTimeCost\":"
                + value + "}\n";
    }

    @Test
    void agreesWithTheSmallLogOfOtherPackages() throws IOException {
        JsonNode golden = TestData.json("clv/rfm_golden.json").get("small_log");
        StringBuilder lines = new StringBuilder();
        golden.get("transactions")
                .forEach(purchase -> lines.append(row(
                        purchase.get(0).asText(),
                        purchase.get(1).asText(),
                        purchase.get(2).asText())));
        Files.writeString(temp.resolve("log.json"), lines);
        try (TestingHoldings store =
                store("observation_end = \"" + golden.get("observation_end").asText() + "\"\n")) {
            assertThat(store.add(temp.resolve("log.json")).complete()).isTrue();
            List<List<Object>> expected = new ArrayList<>();
            golden.get("daily")
                    .forEach(customer -> expected.add(List.of(
                            customer.get(0).asText(),
                            customer.get(1).asLong(),
                            customer.get(2).asLong(),
                            customer.get(3).asLong(),
                            customer.get(4).asDouble())));
            assertThat(store.rows("CustomerID", "frequency", "recency", "tenure", "monetary_value"))
                    .isEqualTo(expected);
        }
    }

    @Test
    void agreesWithTheSimulatedLog() throws IOException {
        JsonNode golden = TestData.json("clv/rfm_golden.json").get("example_transactions");
        StringBuilder lines = new StringBuilder();
        for (String line : Files.readAllLines(TestData.path("clv/example_transactions.csv"))
                .subList(1, 15_274)) {
            String[] values = line.split(",", -1);
            lines.append(row(values[1], values[0], "1"));
        }
        Files.writeString(temp.resolve("log.json"), lines);
        try (TestingHoldings store =
                store("observation_end = \"" + golden.get("observation_end").asText() + "\"\n")) {
            assertThat(store.add(temp.resolve("log.json")).complete()).isTrue();
            assertThat(store.all().rows()).hasSize(golden.get("customers").asInt());
            for (String column : List.of("frequency", "recency", "tenure")) {
                String name = "sum_" + (column.equals("tenure") ? "T" : column);
                assertThat(store.rows(column).stream()
                                .mapToLong(row -> (Long) row.get(0))
                                .sum())
                        .as(column)
                        .isEqualTo(golden.get(name).asLong());
            }
        }
    }

    @Test
    void agreesWithTheCompactDiscLog() throws IOException {
        JsonNode golden = TestData.json("clv/rfm_golden.json").get("cdnow");
        StringBuilder lines = new StringBuilder();
        for (String line : Files.readAllLines(TestData.path("clv/CDNOW_sample.txt"))) {
            String[] values = line.strip().split("\\s+");
            lines.append(row(values[1], values[2], values[4]));
        }
        Files.writeString(temp.resolve("log.json"), lines);
        try (TestingHoldings store =
                store("observation_end = \"" + golden.get("calibration_end").asText() + "\"\n")) {
            assertThat(store.add(temp.resolve("log.json")).complete()).isTrue();
            List<List<Object>> rows = store.rows("frequency", "monetary_value");
            assertThat(rows).hasSize(golden.get("customers").asInt());
            assertThat(rows.stream().mapToLong(row -> (Long) row.get(0)).sum())
                    .isEqualTo(golden.get("sum_x").asLong());
            double[] values = rows.stream()
                    .filter(row -> (Long) row.get(0) > 0)
                    .mapToDouble(row -> (Double) row.get(1))
                    .toArray();
            assertThat(values).hasSize(golden.get("repeat_customers").asInt());
            assertThat(Arrays.stream(values).average().orElseThrow())
                    .isCloseTo(golden.get("m_x").get("mean").asDouble(), within(1e-9));
        }
    }

    /** Each customer bought once on a first day, and again so often, each time for so much, the last time on that day. */
    @ParameterizedTest
    @CsvSource({
        "a 1 10 9|b 1 10 9|c 1 10 9, a 411 2.0|b 411 2.0|c 411 2.0",
        "a 4 10 9|b 3 50 8|c 2 30 7|d 1 20 6, a 441 3.0|b 334 3.33|c 223 2.33|d 112 1.33",
        "a 5 10 9|b 1 10 9|c 1 10 9|d 1 10 9|e 1 10 9, a 441 3.0|b 411 2.0|c 411 2.0|d 411 2.0|e 411 2.0"
    })
    void quartilesGoByBreaksAndEqualValuesShareOne(String customers, String expected) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String customer : customers.split("\\|")) {
            String[] parts = customer.split(" ");
            lines.append(row(parts[0], "2024-01-01", parts[2]));
            for (int again = 0; again < Integer.parseInt(parts[1]); again++) {
                lines.append(row(parts[0], "2024-02-%02d".formatted(Integer.parseInt(parts[3]) - again), parts[2]));
            }
        }
        Files.writeString(temp.resolve("log.json"), lines);
        try (TestingHoldings store = store("observation_end = \"2024-03-01\"\n")) {
            assertThat(store.add(temp.resolve("log.json")).complete()).isTrue();
            assertThat(store.rows("CustomerID", "r_quartile", "f_quartile", "m_quartile", "rfm_score").stream()
                            .map(row -> "%s %s%s%s %s".formatted(row.toArray()))
                            .collect(Collectors.joining("|")))
                    .isEqualTo(expected);
        }
    }
}
