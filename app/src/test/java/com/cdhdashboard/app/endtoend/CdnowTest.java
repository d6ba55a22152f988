package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.cdhdashboard.testdata.TestData;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The log of purchases at CDNOW, read as it is published, gives the parameters that are published. Those are of one
 * customer in ten, 2,357 of 23,570, drawn at random: of the 39 weeks up to 30 September 1997 (Fader, Hardie and Lee 2005:
 * BG/NBD, Pareto/NBD, Gamma-Gamma; Batislam et al. 2007 as other packages fit it: MBG/NBD), or of all 78 weeks (the
 * Pareto/NBD behind the iso-value curves of Fader, Hardie and Lee 2005b). The whole log gives slightly other ones.
 */
class CdnowTest {
    private static final String CONFIGURATION = """
            [holdings]
            file_type = "csv"
            file_pattern = "**/*.txt"
            delimiter = "space"

            [holdings.extensions]
            filter = ""
            columns = ""

            [metrics]
            global_filters = []

            [metrics.clv]
            scores = ["frequency"]
            COLUMNS

            [reports.model]
            metric = "clv"
            type = "model"
            description = "Models"
            view = "fit"
            """;

    private static InstalledProgram.Server server;
    private static HttpApi http;

    /** The log of all customers; a filter of the metric leaves those that the sample names. */
    @BeforeAll
    static void importTheLogOfAllCustomers(@TempDir Path folder) throws Exception {
        Path logs = TestData.path("clv");
        String sampled = Files.readAllLines(logs.resolve("CDNOW_sample.txt")).stream()
                .map(line -> line.strip().split("\\s+")[0])
                .distinct()
                .map(id -> "'" + id + "'")
                .collect(Collectors.joining(", "));
        server = serve(folder, logs.resolve("CDNOW_master.txt"), """
                customer_id_col = "Customer_id"
                purchase_date_col = "Date"
                monetary_value_col = "Dollar_value"
                observation_end = 1997-09-30
                filter = \"""pl.col('Customer_id').is_in([%s])\"""
                """.formatted(sampled));
        http = new HttpApi(server.url());
    }

    private static InstalledProgram.Server serve(Path folder, Path log, String columns) throws Exception {
        String configuration = CONFIGURATION.replace("COLUMNS", columns);
        return HoldingsStore.fill(folder, configuration, List.of(log)).serve();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** The parameters with their intervals, as the page has them on its cards. */
    private static String cards(HttpApi http, String model) throws Exception {
        JsonNode twin = http.fitted("/clv/model.json?model=" + model);
        List<String> cards = new ArrayList<>();
        twin.get("cards")
                .forEach(card -> cards.add(card.get("title").textValue().replaceFirst(",.*", "") + " "
                        + card.get("value").textValue()
                        + card.get("secondary").textValue().replaceFirst(".*?(;|$)", "$1")));
        return String.join(", ", cards);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bg_nbd     | r 0.243, alpha 30.895 days; 4.414 weeks, a 0.793, b 2.426, Log-likelihood −14,363.53",
                "mbg_nbd    | r 0.525, alpha 43.282 days; 6.183 weeks, a 0.891, b 1.614, Log-likelihood −14,363.24",
                "pareto_nbd | r 0.553, alpha 74.044 days; 10.578 weeks, s 0.606, beta 81.681 days; 11.669 weeks, Log-likelihood −14,376.08"
            })
    void aModelOfPurchasesHasItsPublishedParameters(String model, String parameters) throws Exception {
        assertThat(cards(http, model))
                .isEqualTo(parameters + ", p 6.250, q 3.744, v 15.444, Log-likelihood −4,055.92,"
                        + " Frequency and value r = 0.11");
    }

    @Test
    void thePageShowsThem() throws Exception {
        http.fitted("/clv/model.json");
        assertThat(http.page("/clv/model").select(".kpi .kpi-value").eachText())
                .containsExactly(
                        "0.243",
                        "30.895 days",
                        "0.793",
                        "2.426",
                        "−14,363.53",
                        "6.250",
                        "3.744",
                        "15.444",
                        "−4,055.92",
                        "r = 0.11");
    }

    @Test
    void theSampleAsAFileOfItsOwnGivesThoseOfAllWeeks(@TempDir Path folder) throws Exception {
        String columns = """
                customer_id_col = "Column2"
                purchase_date_col = "Column3"
                monetary_value_col = "Column5"
                """;
        try (InstalledProgram.Server all = serve(folder, TestData.path("clv").resolve("CDNOW_sample.txt"), columns)) {
            List<String> parameters =
                    Arrays.asList(cards(new HttpApi(all.url()), "pareto_nbd").split(", "));

            // published to seven digits: 0.5629966, 12.559037, 0.4081095, 10.5148048
            assertThat(parameters.subList(0, 4))
                    .containsExactly(
                            "r 0.563", "alpha 87.914 days; 12.559 weeks", "s 0.408", "beta 73.602 days; 10.515 weeks");
        }
    }
}
