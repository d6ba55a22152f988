package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Data that say little, or nonsense, through a whole import: every page draws or says why it does not. */
class DegenerateCustomersTest {
    private static final String REPORTS = """

            [reports.histogram]
            metric = "clv"
            type = "histogram"
            description = "Histogram"
            x = "lifetime_value"
            color = "rfm_segment"

            [reports.treemap]
            metric = "clv"
            type = "treemap"
            description = "Segments"
            group_by = ["Arm"]

            [reports.exposure]
            metric = "clv"
            type = "exposure"
            description = "Exposure"

            [reports.correlation]
            metric = "clv"
            type = "corr"
            description = "Correlation"
            x = "frequency"
            y = "monetary_value"

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

            [reports.model]
            metric = "clv"
            type = "model"
            description = "Models"
            """;

    private static final String NO_CORRELATION =
            "correlation: A correlation needs at least two customers with different values in both columns.";
    private static final String NO_DENSITY =
            "density: No customer has bought on more than one day, so there is no repeat purchase to value.";
    private static final String NO_REPEATS =
            "model: MODEL cannot be fitted. No customer bought a second time, so there is"
                    + " nothing to learn about repeat purchases.";
    private static final String TOO_FEW =
            " cannot be fitted. Fewer than 10 customers bought again (with a positive mean"
                    + " value where values are modelled): too few for the parameters of the model.";
    private static final String NO_TOP =
            " cannot be fitted. The likelihood grows towards parameters of 0 or infinity: the"
                    + " data do not determine them. A model with fewer parameters would describe these customers as well.";
    private static final String NO_HOLDOUT =
            "model: Customers were observed for too few days to hold some of them out.";

    static final List<Case> CASES = List.of(
            new Case(
                    "one customer with one purchase",
                    List.of("A,X,2024-01-01,10"),
                    NO_CORRELATION,
                    NO_DENSITY,
                    NO_REPEATS,
                    NO_HOLDOUT),
            new Case(
                    "one customer with two purchases",
                    List.of("A,X,2024-01-01,10", "A,X,2024-01-02,30"),
                    NO_CORRELATION,
                    "model: MODEL" + TOO_FEW,
                    NO_HOLDOUT),
            new Case(
                    "nobody bought again",
                    rows(20, i -> "C" + i + ",X,2024-01-" + (10 + i % 9) + "," + i),
                    NO_CORRELATION,
                    NO_DENSITY,
                    NO_REPEATS),
            new Case(
                    "all are equal",
                    rows(40, i -> "C" + i / 2 + ",X,2024-01-0" + (1 + i % 2) + ",5"),
                    NO_CORRELATION,
                    "model: MODEL cannot be fitted. All customers are alike, so differences between customers cannot be"
                            + " estimated.",
                    NO_HOLDOUT),
            new Case("nothing is wrong", purchases(i -> 10 + i % 90, 2024)),
            new Case(
                    "values are negative",
                    purchases(i -> -10 - i % 90, 2024),
                    "model: Gamma-Gamma" + TOO_FEW + leftOut(199)),
            new Case(
                    "values are zero",
                    purchases(i -> 0, 2024),
                    NO_CORRELATION,
                    "model: Gamma-Gamma" + TOO_FEW + leftOut(199)),
            new Case(
                    "goods come back",
                    purchases(i -> i % 5 == 0 ? -200 : 10 + i % 90, 2024),
                    "model: Gamma-Gamma" + NO_TOP + leftOut(80)),
            new Case("values are huge", purchases(i -> (10 + i % 90) + "0000000000000", 2024)),
            new Case(
                    "one value is out of proportion",
                    purchases(i -> i == 7 ? "99999999999999" : 1 + i % 9, 2024),
                    "model: Gamma-Gamma" + NO_TOP),
            new Case("a date is to come", purchases(i -> 10 + i % 90, 2099)));

    private static String leftOut(int buyers) {
        return " Left out: " + buyers + " of the repeat buyers, whose mean value is not positive.";
    }

    private static List<String> rows(int rows, IntFunction<String> row) {
        return IntStream.range(0, rows).mapToObj(row).toList();
    }

    /** Of 400 customers who buy at a rate of their own until they stop; the year is that of the last row. */
    private static List<String> purchases(IntFunction<Object> value, int lastYear) {
        Random random = new Random(11);
        List<String> rows = new ArrayList<>();
        for (int customer = 0; customer < 400; customer++) {
            double rate = -Math.log(1 - random.nextDouble()) / 60;
            double stops = 0.5 * random.nextDouble();
            for (double day = 365 * random.nextDouble();
                    day < 366;
                    day += random.nextDouble() < stops ? 366 : -Math.log(1 - random.nextDouble()) / rate) {
                rows.add("C" + customer + ",X," + LocalDate.ofYearDay(2024, 1 + (int) day) + ","
                        + value.apply(rows.size()));
            }
        }
        rows.add("C0,X," + lastYear + "-12-31," + value.apply(rows.size()));
        return rows;
    }

    record Case(String name, List<String> rows, List<String> refusals) {
        Case(String name, List<String> rows, String... refusals) {
            this(name, rows, List.of(refusals));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void everyPageDrawsOrSaysWhyNot(Case degenerate) throws Exception {
        String csv = degenerate.rows().stream()
                .collect(Collectors.joining("\n", "CustomerID,Arm,PurchasedDate,OneTimeCost\n", "\n"));
        String configuration = HoldingsStore.CONFIGURATION + REPORTS;
        try (InstalledProgram.Server server =
                HoldingsStore.fill(folder, configuration, Optional.of(csv)).serve()) {
            HttpApi http = new HttpApi(server.url());
            List<String> refusals = new ArrayList<>();
            for (String page : pages()) {
                reason(http, page).ifPresent(reason -> refusals.add(page.replaceFirst("\\?.*", "") + ": " + reason));
            }
            assertThat(refusals.stream().distinct()).containsExactlyElementsOf(degenerate.refusals());
        }
    }

    private static List<String> pages() {
        List<String> pages = new ArrayList<>(List.of(
                "histogram",
                "histogram?x=frequency&y=monetary_value&normalization=percent",
                "treemap",
                "exposure",
                "correlation",
                "correlation?view=scatter&facet_col=rfm_segment",
                "density",
                "density?mode=heatmap",
                "density?mode=contour",
                "polar",
                "model?measure=lifetime_value",
                "model?measure=expected_purchases"));
        for (String view : List.of("prediction", "fit", "holdout", "alive", "expected")) {
            pages.add("model?view=" + view);
        }
        pages.add("model?model=mbg_nbd");
        pages.add("model?model=pareto_nbd&measure=expected_purchases");
        return pages;
    }

    /** Why nothing is drawn; absent where something is. */
    private static Optional<String> reason(HttpApi http, String page) throws Exception {
        String twin = page.replaceFirst("(\\?|$)", ".json$1");
        JsonNode answer = http.fitted("/clv/" + twin);
        assertThat(answer.toString()).as(page).doesNotContain("NaN", "Infinity", "null,\"reason\":null");
        boolean drawn = !answer.get("figure").isNull();
        assertThat(http.page("/clv/" + page).select(drawn ? "[data-chart] script" : "[data-reason]"))
                .as(page)
                .isNotEmpty();
        return drawn
                ? Optional.empty()
                : Optional.of(answer.get("reason").textValue().replaceAll("(BG|MBG|Pareto)/NBD", "MODEL"));
    }
}
