package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers whom models are not made for: each model ends with numbers that can be, or the page says why not. */
class CustomersOfCasesTest {
    private static final List<String> MODELS = List.of("bg_nbd", "mbg_nbd", "pareto_nbd");

    @TempDir
    private Path temporary;

    private InstalledProgram.Server served(Path... files) {
        CaseStore store = CaseStore.in(temporary.resolve("data"));
        List<Object> line = new ArrayList<>(List.of("--holdings"));
        line.addAll(List.of(files));
        InstalledProgram.Outcome outcome = store.importing(line.toArray());
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
        return InstalledProgram.serve(Optional.empty(), store.data(), List.of());
    }

    private static JsonNode model(InstalledProgram.Server server, String model, String view) throws Exception {
        return new HttpApi(server.url()).json("/api/v1/reports/clv_prediction?view=" + view + "&model=" + model);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void dailyBuyersHaveFiniteParametersAndProbabilities() throws Exception {
        try (InstalledProgram.Server server = served(TestData.path("cases", "29-clv-daily-buyers", "daily.csv.gz"))) {
            for (String model : MODELS) {
                JsonNode parameters = model(server, model, "fit").get("rows");
                assertThat(parameters).as(model).hasSize(4);
                parameters.forEach(row -> assertThat(row.get("estimate").doubleValue())
                        .as(model + row)
                        .isPositive()
                        .isFinite());
                JsonNode alive = model(server, model, "alive").get("rows");
                assertThat(alive).as(model).hasSizeGreaterThan(100);
                alive.forEach(row -> assertThat(row.get("p_alive").doubleValue())
                        .as(model + row)
                        .isBetween(0.0, 1.0));
            }
            assertThat(model(server, "bg_nbd", "prediction").get("reason").asText())
                    .isEqualTo("Gamma-Gamma cannot be fitted. The likelihood grows towards parameters of 0 or infinity:"
                            + " the data do not determine them. A model with fewer parameters would describe these"
                            + " customers as well.");
        }
    }

    @Test
    void whoeverBoughtOnceTeachesNothing() throws Exception {
        try (InstalledProgram.Server server = served(TestData.path("cases", "30-clv-refunds", "all_once.ndjson"))) {
            for (String view : List.of("prediction", "fit", "holdout", "alive", "expected")) {
                JsonNode answer = model(server, "bg_nbd", view);
                assertThat(answer.get("figure").isNull()).as(view).isTrue();
                assertThat(answer.get("reason").asText())
                        .as(view)
                        .isEqualTo("BG/NBD cannot be fitted. No customer bought a second time, so there is nothing to"
                                + " learn about repeat purchases.");
            }
        }
    }

    @Test
    void fiveCustomersAreTooFew() throws Exception {
        try (InstalledProgram.Server server = served(TestData.path("cases", "30-clv-refunds", "holdings.ndjson"))) {
            assertThat(model(server, "bg_nbd", "prediction").get("reason").asText())
                    .startsWith("BG/NBD cannot be fitted. Fewer than 10 customers bought again");
        }
    }

    /** The five of the case among others, as there must be ten repeat buyers. */
    @Test
    void valuesThatAreNotPositiveAreLeftOutOfTheFitOfValues() throws Exception {
        Path others = Files.writeString(temporary.resolve("others.ndjson"), others());
        Path refunds = TestData.path("cases", "30-clv-refunds", "holdings.ndjson");
        try (InstalledProgram.Server server = served(others, refunds)) {
            JsonNode fit = model(server, "bg_nbd", "fit");
            assertThat(texts(fit.get("notes")))
                    .contains(
                            "Not in the fit of Gamma-Gamma: 2 of the repeat buyers, whose mean value is not positive.");
            assertThat(texts(model(server, "bg_nbd", "prediction").get("notes")))
                    .contains(
                            "Expected to spend the mean of all on a purchase, as their repeat purchases average zero or"
                                    + " less: 2 of the customers.");
        }
    }

    /** Of 300 customers who buy at a rate of their own, for an amount of about their own, until they stop. */
    private static String others() {
        Random random = new Random(7);
        StringBuilder lines = new StringBuilder();
        int holding = 0;
        for (int customer = 0; customer < 300; customer++) {
            double rate = -Math.log(1 - random.nextDouble()) / 60;
            double stops = 0.5 * random.nextDouble();
            double usual = 100 / -Math.log(random.nextDouble() * random.nextDouble() * random.nextDouble());
            for (double day = 300 * random.nextDouble();
                    day < 364;
                    day += random.nextDouble() < stops ? 364 : 1 - Math.log(1 - random.nextDouble()) / rate) {
                lines.append("{\"HoldingID\":\"X")
                        .append(holding++)
                        .append("\",\"CustomerID\":\"C")
                        .append(customer)
                        .append("\",\"PurchasedDate\":\"")
                        .append(LocalDate.ofYearDay(2023, 1 + (int) day))
                        .append("\",\"OneTimeCost\":")
                        .append(1 + Math.round(-usual * Math.log(1 - random.nextDouble())))
                        .append("}\n");
            }
        }
        return lines.toString();
    }
}
