package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.Reports;
import com.cdhdashboard.core.report.configured.ConfiguredReports;
import com.cdhdashboard.core.report.fit.ModelFits;
import com.cdhdashboard.duckdb.store.NoCubes;
import com.cdhdashboard.testdata.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports over customers of real imports: a few whose numbers are worked out by hand, degenerate ones, CDNOW. */
class CustomerReportsTest {
    private static final String REPORTS = """
            [reports.hist]
            metric = "clv"
            type = "histogram"
            description = "[CLV] Frequency"
            x = "frequency"

            [reports.treemap]
            metric = "clv"
            type = "treemap"
            description = "Segments"
            group_by = ["Arm"]

            [reports.exposure]
            metric = "clv"
            type = "exposure"
            description = "Exposure"

            [reports.corr]
            metric = "clv"
            type = "corr"
            description = "Correlation"
            x = "frequency"
            y = "lifetime_value"

            [reports.model]
            metric = "clv"
            type = "model"
            description = "Models"
            by = "Arm"

            [reports.density]
            metric = "clv"
            type = "rfm_density"
            description = "Density"

            [reports.polar]
            metric = "clv"
            type = "bar_polar"
            description = "Polar"
            r = "lifetime_value"
            theta = "rfm_segment"
            color = "Arm"

            [reports.faulty]
            metric = "clv"
            type = "histogram"
            description = "Faulty"
            x = "frequenzy"
            """;

    private final ModelFits fits = new ModelFits();

    @TempDir
    private Path temp;

    @AfterEach
    void close() {
        fits.close();
    }

    private Reports reports(TestingHoldings store, String more) {
        String toml = TestingHoldings.configuration(more) + REPORTS;
        Configuration configuration =
                ConfigurationReader.read(toml, "test.toml").configuration();
        return new ConfiguredReports(configuration, List.of(), new NoCubes(), store.customers(), fits);
    }

    private TestingHoldings store(String more, String... purchases) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String purchase : purchases) {
            String[] values = purchase.split(",", -1);
            lines.append("{\"CustomerID\":\"" + values[0] + "\",\"Arm\":\"" + values[1] + "\",\"PurchasedDate\":\""
                    + values[2] + "\",\"OneTimeCost\":" + values[3] + "}\n");
        }
        Files.writeString(temp.resolve("log.json"), lines);
        TestingHoldings store = new TestingHoldings(temp.resolve("store"), TestingHoldings.configuration(more));
        assertThat(store.add(temp.resolve("log.json")).complete()).isTrue();
        return store;
    }

    /** Frequencies 0, 1, 1, 2; values 10, 60, 12, 9; C and D are of the control arm. */
    private TestingHoldings four() throws IOException {
        return store(
                "",
                "A,Test,2024-01-01,10",
                "B,Test,2024-01-01,20",
                "B,Test,2024-01-11,40",
                "C,Control,2024-01-05,5",
                "C,Control,2024-01-06,7",
                "D,Control,2024-01-01,1",
                "D,Control,2024-01-02,2",
                "D,Control,2024-01-31,6");
    }

    private static ReportRequest request(String key, String... choices) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < choices.length; i += 2) {
            map.put(choices[i], choices[i + 1]);
        }
        return new ReportRequest(key, map, List.of());
    }

    private static Object cell(Table table, int row, String column) {
        return table.rows().get(row).get(table.indexOf(column).orElseThrow());
    }

    private static Map<String, Object> trace(ReportView view, int number) {
        return view.figure()
                .orElseThrow(() -> new AssertionError(view.reason()))
                .data()
                .get(number);
    }

    private static List<Object> list(Map<String, Object> trace, String name) {
        return List.copyOf((List<?>) trace.get(name));
    }

    @Test
    void aHistogramCountsCustomersByValue() throws IOException {
        try (TestingHoldings store = four()) {
            ReportView view = reports(store, "").await(request("hist"));

            assertThat(list(trace(view, 0), "y")).isEqualTo(List.of(1.0, 2.0, 1.0));
            assertThat(list(trace(view, 1), "median")).isEqualTo(List.of(1.0));
            assertThat(view.controls()).extracting(control -> control.name()).doesNotContain("aggregation");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "density, color, monetary_value",
        "density, z, monetary_value",
        "model, against, ''",
    })
    void aControlThatIsNotSetShowsWhatIsDrawn(String report, String control, String shown) throws IOException {
        try (TestingHoldings store = four()) {
            assertThat(reports(store, "").view(request(report)).controls())
                    .filteredOn(each -> each.name().equals(control))
                    .extracting(Control::chosen)
                    .containsExactly(shown);
        }
    }

    @ParameterizedTest
    @CsvSource({"3d, scatter3d", "heatmap, heatmap", "contour, contour"})
    void aDensityIsDrawnAsChosen(String mode, String type) throws IOException {
        try (TestingHoldings store = four()) {
            assertThat(trace(reports(store, "").await(request("density", "mode", mode)), 0))
                    .containsEntry("type", type);
        }
    }

    @Test
    void aHistogramSumsUpAColumnCumulatedAndInPercent() throws IOException {
        try (TestingHoldings store = four()) {
            ReportView view = reports(store, "")
                    .await(request("hist", "y", "lifetime_value", "normalization", "percent", "cumulative", "true"));

            assertThat(list(trace(view, 0), "y")).isEqualTo(List.of(100 * 10 / 91.0, 100 * 82 / 91.0, 100.0));
            assertThat(view.controls()).extracting(control -> control.name()).contains("aggregation");
        }
    }

    @Test
    void exposureEndsTheBlueLineAtTheLastPurchase() throws IOException {
        try (TestingHoldings store = four()) {
            ReportView view = reports(store, "").await(request("exposure"));

            // ordered by recency: A (0 of 30 days), C (1 of 26), B (10 of 30), D (30 of 30)
            assertThat((List<?>) trace(view, 0).get("x"))
                    .isEqualTo(Arrays.asList(0.0, 0.0, null, 0.0, 1.0, null, 0.0, 10.0, null, 0.0, 30.0, null));
            assertThat((List<?>) trace(view, 1).get("x"))
                    .isEqualTo(Arrays.asList(0.0, 30.0, null, 1.0, 26.0, null, 10.0, 30.0, null, 30.0, 30.0, null));
            assertThat(view.figure().orElseThrow().data()).hasSize(2);
        }
    }

    @Test
    void theValueSoFarIsComparedWithTheControlArm() throws IOException {
        try (TestingHoldings store = four()) {
            ReportView view = reports(store, "").await(request("model", "measure", "lifetime_value"));

            assertThat(view.table().rows()).hasSize(2);
            assertThat(cell(view.table(), 0, "Arm")).isEqualTo("Control");
            assertThat(cell(view.table(), 0, "mean_lifetime_value")).isEqualTo(10.5);
            assertThat(cell(view.table(), 0, "difference")).isNull();
            assertThat(cell(view.table(), 1, "mean_lifetime_value")).isEqualTo(35.0);
            assertThat(cell(view.table(), 1, "difference")).isEqualTo(24.5);
            // standard errors 1.5 and 25 of two customers each; t.ppf(0.975, 1.0071999066892092) of SciPy 1.17
            double reach = 12.493562144106804 * Math.hypot(1.5, 25);
            assertThat((Double) cell(view.table(), 1, "difference_low")).isCloseTo(24.5 - reach, within(1e-9));
            assertThat((Double) cell(view.table(), 1, "difference_high")).isCloseTo(24.5 + reach, within(1e-9));
        }
    }

    @Test
    void correlationsSayOfHowMany() throws IOException {
        try (TestingHoldings store = four()) {
            ReportView view = reports(store, "").await(request("corr", "view", "scatter"));

            // x: 0 1 1 2, y: 10 60 12 9; deviations give −1/√(2·1854.75)
            assertThat((Double) cell(view.table(), 0, "pearson")).isCloseTo(-1 / Math.sqrt(2 * 1854.75), within(1e-12));
            assertThat(cell(view.table(), 0, "pairs")).isEqualTo(4L);
        }
    }

    @Test
    void totalsCompareTheSameDaysOfTwoYears() throws IOException {
        try (TestingHoldings store = store(
                "",
                "A,X,2023-03-01,30",
                "B,X,2023-06-30,10",
                "A,X,2023-12-01,500",
                "A,X,2024-02-01,12",
                "B,X,2024-06-30,18")) {
            List<KpiCard> cards = reports(store, "").await(request("treemap")).cards();

            assertThat(cards.get(0).value()).isEqualTo("2");
            assertThat(cards.get(1).value()).isEqualTo("570");
            assertThat(cards.get(2).title()).isEqualTo("2024 value per customer");
            assertThat(cards.get(2).value()).isEqualTo("15");
            // 30 and 10 of two customers by 30 June 2023
            assertThat(cards.get(2).change()).contains("−25.0 %".replace(' ', '\u00a0'));
            assertThat(cards.get(2).changeMeans()).contains("against 1 Jan 2023 to 30 Jun 2023");
            assertThat(cards.get(3).value()).isEqualTo("20");
            assertThat(cards.get(3).change()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prediction", "fit", "alive", "expected"})
    void aModelOfTooFewRepeatBuyersSaysSoAndShowsNothingElse(String view) throws IOException {
        try (TestingHoldings store = four()) {
            ReportView found = reports(store, "").await(request("model", "view", view));

            assertThat(found.figure()).isEmpty();
            assertThat(found.table().rows()).isEmpty();
            assertThat(found.cards()).isEmpty();
            assertThat(found.reason())
                    .contains(
                            "BG/NBD cannot be fitted. Fewer than 10 customers bought again (with a positive mean value"
                                    + " where values are modelled): too few for the parameters of the model.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A,X,2024-01-01,10",
                "A,X,2024-01-01,0;B,X,2024-01-01,0",
                "A,X,2024-01-01,-5;A,X,2024-01-02,-5;B,X,2024-01-01,-5;B,X,2024-01-02,-5"
            })
    void degenerateCustomersAreDrawnOrSayWhyNot(String purchases) throws IOException {
        try (TestingHoldings store = store("", purchases.split(";"))) {
            Reports reports = reports(store, "");
            for (String key : List.of("hist", "treemap", "exposure", "polar")) {
                assertThat(reports.await(request(key)).figure()).as(key).isPresent();
            }
            for (String key : List.of("corr", "model", "density")) {
                ReportView view = reports.await(request(key));
                assertThat(view.figure().isPresent() || view.reason().isPresent())
                        .as(key)
                        .isTrue();
            }
            for (String view : List.of("fit", "holdout", "alive", "expected")) {
                assertThat(reports.await(request("model", "view", view)).reason())
                        .as(view)
                        .isPresent();
            }
        }
    }

    @Test
    void aFaultyReportSaysWhatIsWrong() throws IOException {
        try (TestingHoldings store = four()) {
            Reports reports = reports(store, "");
            String expected =
                    "reports.faulty.x: \"frequenzy\" is not a score of clv metrics; did you mean \"frequency\"?"
                            + " Scores: frequency, recency, monetary_value, tenure, lifetime_value, unique_holdings,"
                            + " days_since_last, rfm_score, r_quartile, f_quartile, m_quartile.";

            assertThat(reports.await(request("faulty")).reason()).contains(expected);
            assertThat(reports.entries().get(0).tag()).contains("CLV");
            Assertions.assertThatThrownBy(() -> reports.view(request("nothing")))
                    .isInstanceOf(UserException.class)
                    .hasMessageStartingWith("There is no report \"nothing\".");
        }
    }

    @Test
    void aChoiceThatMeansNothingIsRefused() throws IOException {
        try (TestingHoldings store = four()) {
            assertThat(reports(store, "")
                            .await(request("model", "discount_rate", "101"))
                            .reason())
                    .contains(
                            "reports.model.discount_rate: found \"101\"; the key is the discount rate in percent a year."
                                    + " Write a number from 0 to 100.");
        }
    }

    /** The sample of a tenth up to 30 September 1997: the parameters printed by Fader, Hardie and Lee (2005). */
    @Test
    void cdnowGivesThePublishedParameters() throws IOException {
        Path log = TestData.path("clv/CDNOW_sample.txt");
        String[] purchases = Files.readAllLines(log).stream()
                .map(line -> line.strip().split("\\s+"))
                .map(values -> values[1] + ",All," + values[2].substring(0, 4) + "-" + values[2].substring(4, 6) + "-"
                        + values[2].substring(6) + "," + Double.parseDouble(values[4]))
                .toArray(String[]::new);
        String end = "observation_end = \"1997-09-30\"\n";
        try (TestingHoldings store = store(end, purchases)) {
            ReportView fit = reports(store, end).await(request("model", "view", "fit"));

            assertThat(fit.cards())
                    .extracting(card -> card.title() + " = " + card.value())
                    .containsExactly(
                            "r, BG/NBD = 0.243",
                            "alpha, BG/NBD = 30.895 days",
                            "a, BG/NBD = 0.793",
                            "b, BG/NBD = 2.426",
                            "Log-likelihood, BG/NBD = −14,363.53",
                            "p, Gamma-Gamma = 6.250",
                            "q, Gamma-Gamma = 3.744",
                            "v, Gamma-Gamma = 15.444",
                            "Log-likelihood, Gamma-Gamma = −4,055.92",
                            "Frequency and value = r = 0.11");
            assertThat(fit.cards().get(1).secondary().orElseThrow()).endsWith("; 4.414 weeks");
        }
    }
}
