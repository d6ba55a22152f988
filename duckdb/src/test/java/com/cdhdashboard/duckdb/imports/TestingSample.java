package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.expression.text.Parsed;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.sample.SampleReader;
import com.cdhdashboard.core.sample.SampleSummary;
import com.cdhdashboard.duckdb.sample.DuckDbSample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A store with a sample, and questions to it. */
final class TestingSample {
    static final String TOML = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*"

            [ih.extensions]
            default_values = { Age = 30, ModelControlGroup = "Test" }
            filter = "pl.col('Channel') != 'Mail'"
            columns = "[(pl.col('Age') + 1).alias('Next')]"

            [metrics]
            global_filters = ["Channel"]

            [metrics.engagement]
            group_by = ["Day"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            """;

    private TestingSample() {}

    /** Channels take turns: Web, Mobile, none, Mail. */
    static List<Path> export(Path folder, int rows) throws IOException {
        TestingExport export = new TestingExport();
        String[] channels = {"Web", "Mobile", "", "Mail"};
        for (int i = 0; i < rows; i++) {
            Map<String, Object> columns = new LinkedHashMap<>();
            columns.put("pyChannel", channels[i % 4]);
            columns.put("pySubjectID", "customer " + i);
            columns.put("WorkMail", "someone" + i + "@example.org");
            columns.put("Code", i % 10 == 9 ? "x" : Integer.toString(i % 10));
            if (i % 2 == 0) {
                columns.put("Age", i % 50);
            }
            export.add(1 + i % 3, i % 5 == 0 ? "Clicked" : "Impression", columns);
        }
        return export.writeTo(folder);
    }

    static SourceText text(String text) {
        return new SourceText(text, new Position("c.toml", 1, 1), true);
    }

    static SampleReader sample(TestingStore store) {
        return DuckDbSample.ofInteractions(store.published()::ask);
    }

    static void imported(TestingStore store, Path... files) {
        imported(store, new ImportRequest(List.of(files), false, false));
    }

    static void imported(TestingStore store, ImportRequest request) {
        assertThat(store.add(request).files())
                .allSatisfy(file -> assertThat(file.status()).isEqualTo(FileSummary.Status.IMPORTED));
    }

    static <T> T value(Parsed<T> parsed) {
        assertThat(parsed.problems()).isEmpty();
        return parsed.value().orElseThrow();
    }

    static List<String> messages(Parsed<?> parsed) {
        return parsed.problems().stream().map(Problem::message).toList();
    }

    static SampleSummary.Column column(SampleSummary summary, String name) {
        return summary.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
