package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.metric.answer.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Summaries are the same whether their rows become final in many imports or stay open in one. */
class SummaryFinalisationTest {
    private static final int DAYS = 14;
    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*.json"
            ih_group_pattern = "(.*)"
            late_outcome_days = 3

            [ih.extensions]
            filter = ""
            columns = ""

            [metrics]
            global_filters = ["Channel"]

            [metrics.model_ml_scores]
            group_by = ["Month"]
            filter = ""
            use_t_digest = "true"
            scores = ["roc_auc"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.descriptive]
            group_by = ["Month", "Outcome"]
            filter = ""
            use_t_digest = "true"
            columns = ["Outcome", "Propensity", "Balance", "Absent"]
            scores = ["Mean"]
            """;

    @TempDir
    private Path temp;

    private static String row(String id, String customer, String outcome, int decided, int answered, Random random) {
        String propensity = random.nextInt(5) == 0
                ? ""
                : "\"pyPropensity\":" + (random.nextBoolean() ? 0.05 : random.nextDouble()) + ",";
        return String.format(
                Locale.ROOT,
                "{\"pxInteractionID\":\"%s\",\"pySubjectID\":\"%s\",\"pyChannel\":\"%s\",\"pyIssue\":\"Sales\","
                        + "\"pyGroup\":\"Cards\",\"pyName\":\"N%d\",\"pxRank\":1,\"pyOutcome\":\"%s\",%s\"Balance\":%f,"
                        + "\"pxDecisionTime\":\"202403%02dT100000.000 GMT\","
                        + "\"pxOutcomeTime\":\"202403%02dT100000.000 GMT\"}%n",
                id,
                customer,
                id.hashCode() % 2 == 0 ? "Web" : "Mobile",
                Math.floorMod(id.hashCode(), 7),
                outcome,
                propensity,
                1e9 + random.nextInt(20),
                decided,
                answered);
    }

    /** A day has impressions, clicks on earlier ones, repeats, and interactions whose rows differ in day of decision. */
    private void writeExport() throws IOException {
        Random random = new Random(11);
        for (int day = 1; day <= DAYS; day++) {
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                String customer = "C-" + random.nextInt(12);
                rows.append(row("i" + day + "-" + i, customer, "Impression", day, day, random));
                int before = Math.max(1, day - random.nextInt(4));
                String earlier = "i" + before + "-" + random.nextInt(40);
                if (i % 4 == 0) {
                    rows.append(row(earlier, customer, "Clicked", before, day, random));
                }
                if (i % 9 == 0) {
                    rows.append(row(earlier, customer, "Impression", day, day, random));
                }
            }
            Files.writeString(
                    Files.createDirectories(temp.resolve("export"))
                            .resolve(String.format(Locale.ROOT, "%02d.json", day)),
                    rows);
        }
    }

    @Test
    void dayByDayEqualsOneRun() throws IOException {
        writeExport();
        try (TestingStore one = new TestingStore(temp.resolve("one"), CONFIGURATION.replace("days = 3", "days = 60"));
                TestingStore many = new TestingStore(temp.resolve("many"), CONFIGURATION)) {
            one.add(temp.resolve("export"));
            for (int day = 1; day <= DAYS; day++) {
                many.add(temp.resolve("export").resolve(String.format(Locale.ROOT, "%02d.json", day)));
            }
            for (Metric metric : Metrics.of(one.configuration())) {
                for (List<String> groupBy :
                        List.of(List.<String>of(), List.of("Channel"), List.of("Month", "Channel"))) {
                    assertSame(answer(many.cubes(), metric, groupBy), answer(one.cubes(), metric, groupBy));
                }
            }
            assertSame(curve(many.cubes()), curve(one.cubes()));
            assertSame(histogram(many.cubes()), histogram(one.cubes()));
            assertThat(one.published().loaded().notes())
                    .containsExactly(
                            "metric model_ml_scores leaves out what it computes from FinalPropensity: the files have no such"
                                    + " column",
                            "metric descriptive leaves out what it computes from Absent: the files have no such column");
        }
    }

    private static Table answer(CubeReader cubes, Metric metric, List<String> groupBy) {
        List<Filter> filters = List.of(Filter.In.of("Month", List.of(Optional.of("2024-03"))));
        return new Question(metric, groupBy, filters, metric.scoreNames()).answer(cubes);
    }

    private static Table curve(CubeReader cubes) {
        return cubes.scoreCounts(new RollUp(
                "model_ml_scores", List.of("Channel"), List.of(), List.of(new ScoreCounts("Propensity", false))));
    }

    private static Table histogram(CubeReader cubes) {
        return cubes.histogram(
                new RollUp("descriptive", List.of("Outcome"), List.of(), List.of(new Quantiles("Balance", false))),
                new double[] {1e9, 1e9 + 5, 1e9 + 10, 1e9 + 19});
    }

    private static void assertSame(Table actual, Table expected) {
        assertThat(actual.columns()).isEqualTo(expected.columns());
        assertThat(actual.rows()).isNotEmpty().hasSameSizeAs(expected.rows());
        for (int i = 0; i < actual.rows().size(); i++) {
            for (int j = 0; j < actual.columns().size(); j++) {
                @Nullable Object value = expected.rows().get(i).get(j);
                String what =
                        actual.columns().get(j).name() + " of " + actual.rows().get(i);
                if (value instanceof Double number) {
                    assertThat((Double) actual.rows().get(i).get(j))
                            .as(what)
                            .isCloseTo(number, within(1e-9 * Math.abs(number)));
                } else {
                    assertThat(actual.rows().get(i).get(j)).as(what).isEqualTo(value);
                }
            }
        }
    }
}
