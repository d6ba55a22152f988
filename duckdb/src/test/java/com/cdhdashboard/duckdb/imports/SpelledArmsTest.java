package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.metric.arm.LooseName;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.row.ArmSql;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arms, control groups and outcomes with stray blanks or in another case: one arm each, and outcomes that are told. */
class SpelledArmsTest {
    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*"

            [metrics]
            global_filters = ["Channel"]

            [metrics.engagement]
            group_by = ["Channel"]
            scores = ["Lift"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.experiment]
            group_by = ["Channel"]
            experiment_name = "ExperimentName"
            experiment_group = "ExperimentGroup"
            scores = ["z_score"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            """;

    private static final List<String> CONTROLS =
            List.of("Control", "control", "Control ", " CONTROL", "Control\u00A0", "\tcontrol\u2009");

    private static final List<String> TESTS = List.of("Test", "test ", "\u202FTEST", "Test\u00A0");

    private static final long ROWS = 3L * (CONTROLS.size() + TESTS.size());

    @TempDir
    private Path temp;

    private Path export() throws IOException {
        TestingExport export = new TestingExport();
        Stream.concat(CONTROLS.stream(), TESTS.stream())
                .forEach(arm ->
                        Stream.of("Clicked", "Impression", "Impression").forEach(outcome -> add(export, outcome, arm)));
        add(export, "Clicked\u00A0", "Test");
        add(export, "Clicked", "\u00A0");
        return export.writeTo(temp.resolve("export")).get(0);
    }

    private static void add(TestingExport export, String outcome, String arm) {
        export.add(1, outcome, Map.of("ModelControlGroup", arm, "ExperimentName", "A", "ExperimentGroup", arm));
    }

    @Test
    void areOneArmAndOutcomesAreTold() throws IOException {
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            assertThat(store.add(export()).notes())
                    .contains(
                            "1 row counts in no rate, as no metric lists the outcome: \"Clicked\u00A0\" 1 (Web), close to"
                                    + " \"Clicked\". Outcomes that should count belong into positive_model_response or"
                                    + " negative_model_response");
            List<Metric> metrics = Metrics.of(store.configuration());
            TestingAnswer.Group engagement =
                    TestingAnswer.of(store, metrics.get(0), List.of()).group();
            assertThat(engagement.value("Lift")).isEqualTo(0.0);
            engagement.assertCount("Count", ROWS + 1);
            TestingAnswer.Group experiment = TestingAnswer.of(store, metrics.get(1), List.of("ExperimentName"))
                    .groups()
                    .get(0);
            assertThat(experiment.value("control")).isEqualTo("control");
            experiment.assertCount("Count", ROWS);
            assertThat(String.valueOf(experiment.value("note")))
                    .contains("Taken as one arm: \"\tcontrol\u2009\", \" CONTROL\", \"Control\", \"Control \","
                            + " \"Control\u00A0\", \"control\".");
        }
    }

    @Test
    void sqlAndMemoryHaveOneRule() {
        try (Session session = Session.open("jdbc:duckdb:", new Properties())) {
            for (String name : List.of("A", LooseName.BLANKS + "Ab c" + LooseName.BLANKS, LooseName.BLANKS)) {
                assertThat(session.first("SELECT " + ArmSql.key(Sql.text(name)), row -> row.getString(1)))
                        .hasValue(LooseName.key(name));
            }
        }
    }
}
