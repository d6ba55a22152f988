package com.cdhdashboard.assistant.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.configured.ConfiguredReports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleDraftTest {
    private static final TomlText BASE = EmptyConfiguration.of("pega_ds_export", "**/*");

    private final Map<TestingRows, DataSample> samples = new EnumMap<>(TestingRows.class);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLAIN            | engagement, engagement_opens, conversion, model_ml_scores, descriptive, experiment | Channel, Direction, Issue, Group, CustomerTier, Month",
                "RENAMED          | engagement, descriptive                                                            | Issue, Group, TouchPoint, Month",
                "ONLY_CONVERSIONS | conversion, descriptive                                                            | Channel, Issue, Group, Month",
                "ONLY_HOLDINGS    | clv                                                                                |",
                "ALL_TEXT         | engagement, model_ml_scores, descriptive                                           | Channel, Issue, Group, Month",
                "ONE_ROW          | engagement, descriptive                                                            | Month",
                "OTHER_TIME       | engagement, descriptive                                                            | Channel, Issue, Group, Month",
                "NO_OUTCOME       | descriptive                                                                        | Channel, Issue, Group, Month"
            })
    void aDraftHasNoErrorsAndGivesNumbers(TestingRows rows, String metrics, String filters) throws IOException {
        Path file = rows.file(folder);
        Proposal proposal = proposal(rows, file);
        assertThat(proposal.obstacles()).isEmpty();
        assertThat(names(proposal, Entry.Kind.METRIC)).isEqualTo(metrics.strip());
        assertThat(proposal.entry("metrics.global_filters")
                        .map(Entry::value)
                        .map(String::valueOf)
                        .orElse("[]"))
                .isEqualTo("[" + (filters == null ? "" : filters) + "]");
        String text = proposal.on(BASE).text();
        assertThat(ConfigurationCheck.check(ConfigurationReader.read(text, "draft"))
                        .problems())
                .isEmpty();
        try (TestingData data = TestingData.of(text, folder.resolve("drafted"), file, rows.ofHoldings())) {
            ConfiguredReports reports = data.reports();
            assertThat(data.reportKeys()).hasSizeGreaterThan(2);
            for (String key : data.reportKeys()) {
                ReportView view = reports.await(new ReportRequest(key, Map.of(), List.of()));
                // Purchases at random have no model
                if (!key.equals("clv_prediction")) {
                    assertThat(view.reason()).as(key).isEmpty();
                }
            }
        }
    }

    private Proposal proposal(TestingRows rows, Path file) {
        return RuleDraft.of(sample(rows, file), BASE);
    }

    private DataSample sample(TestingRows rows, Path file) {
        return samples.computeIfAbsent(rows, each -> {
            try (TestingData data =
                    TestingData.of(SampleConfiguration.TEXT, folder.resolve("sampled"), file, rows.ofHoldings())) {
                return data.sample();
            }
        });
    }

    private static String names(Proposal proposal, Entry.Kind kind) {
        return String.join(", ", proposal.of(kind).stream().map(Entry::name).toList());
    }

    @Test
    void dataWithSeveralTimesSayWhichColumnsHoldThem() throws IOException {
        Proposal proposal = proposal(TestingRows.TWO_TIMES, TestingRows.TWO_TIMES.file(folder));
        assertThat(proposal.entries()).isEmpty();
        assertThat(proposal.obstacles())
                .containsExactly(
                        "The data have no column OutcomeTime, which says when something happened, so nothing can be"
                                + " counted by day; of its columns, these hold times: EventTime, BookedTime. Give the right one the name,"
                                + " as a calculated column: pl.col(\"EventTime\").alias(\"OutcomeTime\").");
    }

    @Test
    void outcomesThatNobodyKnowsAreSaid() throws IOException {
        Proposal proposal = proposal(TestingRows.RENAMED, TestingRows.RENAMED.file(folder));
        assertThat(proposal.remarks())
                .containsExactly("What these outcomes mean cannot be told from their names, so they are in no list:"
                        + " \"Puzzling\". Choose what each counts as in the metric.");
        Map<List<String>, Object> engagement =
                proposal.entry("metrics.engagement").orElseThrow().values();
        assertThat(engagement.get(List.of("metrics", "engagement", "positive_model_response")))
                .isEqualTo(List.of("Click-Through"));
        assertThat((List<?>) engagement.get(List.of("metrics", "engagement", "negative_model_response")))
                .map(String::valueOf)
                .containsExactlyInAnyOrder("Shown", "Not interested");
        assertThat(String.valueOf(proposal.entries())).doesNotContain("Channel");
    }

    @Test
    void whatAConfigurationSaysAlreadyStays() throws IOException {
        Path file = TestingRows.PLAIN.file(folder);
        TomlText own = TomlText.of(BASE.text() + """

                [metrics]
                global_filters = ["Issue"]

                # Ours
                [metrics.engagement]
                group_by = ["Day", "Region"]
                scores = ["CTR"]
                positive_model_response = ["Clicked", "Called"]
                negative_model_response = ["Impression"]
                filter = "pl.col('Channel') != 'Mail'"

                [reports.daily_ctr]
                metric = "engagement"
                type = "line"
                description = "Ours"
                group_by = ["Day"]
                x = "Day"
                y = "CTR"
                """);
        Proposal proposal = RuleDraft.of(sample(TestingRows.PLAIN, file), own);
        TomlText text = proposal.on(own);
        assertThat(proposal.entry("reports.daily_ctr").orElseThrow().changes(own))
                .isEmpty();
        assertThat(text.text()).contains("# Ours").contains("pl.col('Channel') != 'Mail'");
        assertThat(text.value(List.of("metrics", "engagement", "positive_model_response")))
                .contains(List.of("Clicked", "Called"));
        assertThat((List<?>)
                        text.value(List.of("metrics", "engagement", "group_by")).orElseThrow())
                .map(String::valueOf)
                .startsWith("Day", "Region")
                .contains("CustomerTier");
        assertThat((List<?>) text.value(List.of("metrics", "global_filters")).orElseThrow())
                .map(String::valueOf)
                .startsWith("Issue", "Channel");
    }
}
