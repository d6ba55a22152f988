package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.late.DimensionDictionary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dimensions are told apart whatever their type, and whether they are texts of many rows or of one. */
class DimensionDictionaryTest {
    private static final String CONFIGURATION = """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*.json"
            ih_group_pattern = "(.*)"
            late_outcome_days = 1

            [metrics]
            global_filters = ["Group"]

            [metrics.engagement]
            group_by = ["Group", "Loyal", "Rank"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.engagement_days]
            group_by = ["Day"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [metrics.descriptive]
            group_by = ["Rank"]
            columns = ["Group", "Rank"]
            scores = ["Count"]
            """;

    @TempDir
    private Path temp;

    private List<Path> export() throws IOException {
        TestingExport export = new TestingExport();
        for (int day = 1; day <= 5; day++) {
            export.add(day, "Clicked", row("Cards", true, 1));
            export.add(day, "Impression", row("Cards", true, 2));
            export.add(day, "Impression", row("Cards", false, 1));
            export.add(day, "Impression", row(null, null, 1));
            export.add(day, "Impression", row("Day " + day, true, 1));
        }
        return export.writeTo(temp.resolve("export"));
    }

    private static Map<String, @Nullable Object> row(@Nullable String group, @Nullable Boolean loyal, int rank) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("ModelControlGroup", "Test");
        row.put("pyGroup", group);
        row.put("Loyal", loyal);
        row.put("pxRank", rank);
        return row;
    }

    @Test
    void countsDayByDayAsAtOnce() throws IOException {
        List<Path> files = export();
        try (TestingStore one = new TestingStore(temp.resolve("one"), CONFIGURATION);
                TestingStore many = new TestingStore(temp.resolve("many"), CONFIGURATION)) {
            one.add(files.toArray(Path[]::new));
            files.forEach(many::add);

            for (TestingStore store : List.of(one, many)) {
                assertThat(counts(store, "engagement", "Group", "Loyal", "Rank"))
                        .containsExactlyInAnyOrder(
                                Arrays.asList("Cards", true, 1L, 5L, 0L),
                                Arrays.asList("Cards", true, 2L, 0L, 5L),
                                Arrays.asList("Cards", false, 1L, 0L, 5L),
                                Arrays.asList(null, null, 1L, 0L, 5L),
                                Arrays.asList("Day 1", true, 1L, 0L, 1L),
                                Arrays.asList("Day 2", true, 1L, 0L, 1L),
                                Arrays.asList("Day 3", true, 1L, 0L, 1L),
                                Arrays.asList("Day 4", true, 1L, 0L, 1L),
                                Arrays.asList("Day 5", true, 1L, 0L, 1L));
                assertThat(counts(store, "engagement_days")).containsExactly(List.of(5L, 20L));
                assertThat(counts(store, "descriptive", "Rank"))
                        .containsExactlyInAnyOrder(List.of(1L, 20L, 15L), List.of(2L, 5L, 5L));
            }
        }
        // Three combinations that every day has, and one of each of the two days that have not final
        assertThat(labels("one")).isEqualTo(3 + 2);
        assertThat(labels("many")).isEqualTo(labels("one"));
    }

    /** Rows of such a file are not put aside for their texts, as memory could not hold them. */
    @Test
    void countsAFileThatIsLargeAgainstMemory() throws IOException {
        int megabytes = 128;
        String padding = "x".repeat(1 << 15);
        TestingExport export = new TestingExport();
        int rows = 0;
        for (long bytes = 0; bytes <= ((long) megabytes << 20) / 3; bytes += padding.length()) {
            Map<String, @Nullable Object> row = row(rows++ % 2 == 0 ? "Cards" : "Loans", true, 1);
            row.put("Padding", padding);
            export.add(1, "Impression", row);
        }
        Path file = export.writeTo(temp.resolve("export")).get(0);
        try (TestingStore store = new TestingStore(temp.resolve("store"), CONFIGURATION)) {
            store.importer(megabytes).run(new ImportRequest(List.of(file), false, false), TestingStore.SILENT);

            assertThat(counts(store, "engagement", "Group"))
                    .containsExactlyInAnyOrder(
                            List.of("Cards", 0L, (rows + 1) / 2L), List.of("Loans", 0L, (long) rows / 2));
        }
    }

    /** The dimensions and the first two measures. */
    private static List<List<@Nullable Object>> counts(TestingStore store, String metric, String... dimensions) {
        return store.cubes().rollUp(new RollUp(metric, List.of(dimensions), List.of())).rows().stream()
                .map(row -> row.subList(0, dimensions.length + 2))
                .toList();
    }

    private long labels(String store) {
        try (Session session =
                Session.open("jdbc:duckdb:" + temp.resolve(store).resolve("gathering.duckdb"), new Properties())) {
            return session.number("SELECT count(*) FROM " + DimensionDictionary.TABLE);
        }
    }
}
