package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.duckdb.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values are kept as they come until a cell has collected many of them over its imports. */
class CrowdedCellsTest {
    private static final int DAYS = 20;
    private static final int ROWS = 500;
    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*.json"
            ih_group_pattern = "(.*)"
            late_outcome_days = 1

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
            group_by = ["Month"]
            filter = ""
            use_t_digest = "true"
            columns = ["Propensity"]
            scores = ["Median"]
            """;

    private final List<Double> propensities = new ArrayList<>();

    @TempDir
    private Path temp;

    @BeforeEach
    void writeExport() throws IOException {
        Random random = new Random(5);
        Path export = Files.createDirectories(temp.resolve("export"));
        for (int day = 1; day <= DAYS; day++) {
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < ROWS; i++) {
                double chance = random.nextDouble();
                double propensity = 0.5 + chance / 10_000;
                propensities.add(propensity);
                rows.append(String.format(
                        Locale.ROOT,
                        "{\"pxInteractionID\":\"i%d-%d\",\"pySubjectID\":\"C-%d\",\"pyChannel\":\"Web\","
                                + "\"pyIssue\":\"Sales\",\"pyGroup\":\"Cards\",\"pyName\":\"N\",\"pxRank\":1,"
                                + "\"pyOutcome\":\"%s\",\"pyPropensity\":%.12f,"
                                + "\"pxDecisionTime\":\"202403%02dT100000.000 GMT\","
                                + "\"pxOutcomeTime\":\"202403%02dT110000.000 GMT\"}%n",
                        day,
                        i,
                        i,
                        random.nextDouble() < chance ? "Clicked" : "Impression",
                        propensity,
                        day,
                        day));
            }
            Files.writeString(export.resolve(String.format(Locale.ROOT, "%02d.json", day)), rows);
        }
    }

    @Test
    void dayByDayKeepsThePromiseAndFewRows() {
        try (TestingStore one = new TestingStore(temp.resolve("one"), CONFIGURATION);
                TestingStore many = new TestingStore(temp.resolve("many"), CONFIGURATION)) {
            one.add(temp.resolve("export"));
            for (int day = 1; day <= DAYS; day++) {
                many.add(temp.resolve("export").resolve(String.format(Locale.ROOT, "%02d.json", day)));
            }

            for (TestingStore store : List.of(one, many)) {
                assertThat(rank(number(store, "descriptive", new Quantiles("Propensity", false), "Propensity:p50")))
                        .isCloseTo(0.5, within(0.005));
                assertThat(counted(store)).isEqualTo(DAYS * ROWS);
            }
            assertThat(number(many, "model_ml_scores", new ScoreCounts("Propensity", false), "Propensity:area"))
                    .isCloseTo(
                            number(one, "model_ml_scores", new ScoreCounts("Propensity", false), "Propensity:area"),
                            within(0.001));
        }
        assertThat(plain("descriptive")).isBetween(1L, 2048L);
        assertThat(plain("model_ml_scores")).isBetween(1L, 8192L);
    }

    private double rank(double value) {
        return propensities.stream().filter(each -> each < value).count() / (double) propensities.size();
    }

    private static double number(TestingStore store, String metric, Summary summary, String column) {
        Table table = store.cubes().rollUp(new RollUp(metric, List.of(), List.of(), List.of(summary)));
        int place = table.columns().stream().map(each -> each.name()).toList().indexOf(column);
        return ((Number) table.rows().get(0).get(place)).doubleValue();
    }

    private static long counted(TestingStore store) {
        Table table = store.cubes()
                .histogram(
                        new RollUp("descriptive", List.of(), List.of(), List.of(new Quantiles("Propensity", false))),
                        new double[] {0, 1});
        return Math.round(((Number) table.rows().get(0).get(table.columns().size() - 1)).doubleValue());
    }

    /** The finalised rows of the only cell that are kept as they came. */
    private long plain(String metric) {
        try (Session session =
                Session.open("jdbc:duckdb:" + temp.resolve("many").resolve("gathering.duckdb"), new Properties())) {
            return session.number("SELECT count(*) FROM \"values:" + metric + "\"");
        }
    }
}
