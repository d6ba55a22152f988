package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.ingest.ExecutedStatement;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.imports.cube.EarlierCells;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of metrics that have not changed are copied into another version of a store, where that gives the same. */
class CopiedCellsTest {
    private static final String HEAD = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*.json"
            late_outcome_days = 1

            [metrics]
            global_filters = []

            [metrics.engagement]
            group_by = ["Day", "Channel"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.descriptive]
            group_by = ["Day", "Issue"]
            columns = ["Propensity"]
            scores = ["Mean"]

            [metrics.conversion]
            group_by = ["Day"]
            scores = ["ConversionRate"]
            positive_model_response = ["Conversion"]
            negative_model_response = ["Impression"]

            [metrics.model_ml_scores]
            group_by = ["Day"]
            scores = ["roc_auc"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            """;
    private static final String MORE = HEAD + """

            [metrics.engagement_more]
            group_by = ["Day", "Channel", "Issue"]
            scores = ["CTR"]
            positive_model_response = ["Conversion", "Clicked"]
            negative_model_response = ["Impression"]
            """;
    private static final Set<String> KEPT = Set.of("engagement", "descriptive", "conversion", "model_ml_scores");

    @TempDir
    private Path folder;

    /** Keeps the steps of an import. */
    private static final class Steps implements ImportListener {
        private final Set<String> steps = new LinkedHashSet<>();

        @Override
        public void progressed(ImportProgress progress) {}

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public boolean explains() {
            return true;
        }

        @Override
        public void executed(ExecutedStatement statement) {
            steps.add(statement.step());
        }
    }

    private Path export(int from, int to, boolean tied) throws IOException {
        return TestingExport.ofDays(folder.resolve("export-" + from), from, to, tied);
    }

    private static ImportSummary copying(TestingStore earlier, TestingStore into, Steps steps, Path... paths) {
        Configuration configuration = into.configuration();
        return DuckDbImporter.copying(
                        new EarlierCells(earlier.folder(), KEPT),
                        into.folder(),
                        configuration.interactionHistory(),
                        Metrics.of(configuration),
                        EngineLimits.forImporting(512),
                        UnpackLimits.defaults())
                .run(new ImportRequest(List.of(paths), false, false), steps);
    }

    /** All that is published but when and as which version. */
    private static Map<String, List<String>> published(TestingStore store) {
        return store.tables("table_name <> 'info'");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsCopiedIsWhatCountingAgainGives(boolean inTwoImports) throws IOException {
        Path first = export(1, 4, false);
        Path second = export(5, 7, false);
        Steps steps = new Steps();
        try (TestingStore before = new TestingStore(folder.resolve("before"), HEAD);
                TestingStore copied = new TestingStore(folder.resolve("copied"), MORE);
                TestingStore fresh = new TestingStore(folder.resolve("fresh"), MORE)) {
            if (inTwoImports) {
                before.add(first);
                before.add(second);
            } else {
                before.add(first, second);
            }
            ImportSummary summary = copying(before, copied, steps, first, second);
            fresh.add(first, second);
            assertThat(summary.notes())
                    .contains("not counted again, as neither their definition nor the files have changed: engagement,"
                            + " descriptive, conversion, model_ml_scores");
            assertThat(steps.steps)
                    .contains("Count the cells of engagement_more", "Copy the cells of engagement")
                    .doesNotContain("Count the cells of engagement");
            assertThat(published(copied)).isEqualTo(published(fresh));
            // What is kept for later imports is the same, too
            Path third = export(8, 9, false);
            copied.add(third);
            fresh.add(third);
            assertThat(published(copied)).isEqualTo(published(fresh));
        }
    }

    @Test
    void whereContentDecidesBetweenRowsAllIsCounted() throws IOException {
        Path export = export(1, 4, true);
        Steps steps = new Steps();
        try (TestingStore before = new TestingStore(folder.resolve("before"), HEAD);
                TestingStore copied = new TestingStore(folder.resolve("copied"), MORE)) {
            before.add(export);
            copying(before, copied, steps, export);
            assertThat(steps.steps).contains("Count the cells of engagement");
        }
    }

    @Test
    void whereFilesAreOthersAllIsCounted() throws IOException {
        Path first = export(1, 4, false);
        Path second = export(5, 7, false);
        Steps steps = new Steps();
        try (TestingStore before = new TestingStore(folder.resolve("before"), HEAD);
                TestingStore copied = new TestingStore(folder.resolve("copied"), MORE);
                TestingStore fresh = new TestingStore(folder.resolve("fresh"), MORE)) {
            before.add(first);
            copying(before, copied, steps, first, second);
            fresh.add(first, second);
            assertThat(steps.steps).contains("Count the cells of engagement");
            assertThat(published(copied)).isEqualTo(published(fresh));
        }
    }
}
