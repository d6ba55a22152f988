package com.cdhdashboard.assistant.improve;

import com.cdhdashboard.assistant.draft.DataField;
import com.cdhdashboard.assistant.draft.DataSample;
import com.cdhdashboard.assistant.draft.Proposal;
import com.cdhdashboard.assistant.draft.RuleDraft;
import com.cdhdashboard.core.config.AssistantSettings;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.sample.SampleSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A sample of which some fields were approved, and a configuration that tells of the others wherever it can. */
final class TestingRequest {
    static final Set<String> USED =
            Set.of("InteractionID", "Outcome", "OutcomeTime", "Issue", "Group", "Name", "Rank", "Channel", "Tier");

    /** Each place in which the hidden field, or a value of it, could hide. */
    static final TomlText TEXT = TomlText.of("""
            [copyright]
            name = "Canary and sons"
            version = "1.0"

            [ux]

            [variants]
            name = "canary"
            description = "of Canary"

            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/canary-*.zip"

            [ih.extensions]
            filter = "pl.col('Canary') == 'Tweety'"
            columns = "[pl.col('Canary').str.slice(0, 1).alias('Bird')]"
            default_values = { Canary = "Tweety", Channel = "Tweety" }

            [metrics]
            global_filters = ["Channel", "Canary"]

            [metrics.engagement]
            group_by = ["Day", "Month", "Channel", "Canary", "Bird"]
            filter = "pl.col('Canary') != 'Tweety'"
            scores = ["CTR", "Count"]
            positive_model_response = ["Clicked", "Tweety"]
            negative_model_response = ["Impression"]
            control_group = "Tweety"

            [metrics.engagement_canary]
            group_by = ["Day"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]

            [reports.daily]
            metric = "engagement"
            type = "line"
            description = "[ENG] Canary, that is Tweety"
            group_by = ["Day", "Canary"]
            x = "Day"
            y = "CTR"
            color = "Canary"
            filters = ["Canary=Tweety"]

            [reports.by_canary]
            metric = "engagement_canary"
            type = "gauge"
            description = "Tweety"
            group_by = ["Channel"]
            value = "CTR"
            reference = { Tweety = 0.1 }
            """);

    private TestingRequest() {}

    static DataSample sample() {
        return new DataSample(
                Optional.of(new SampleSummary(
                        100,
                        List.of(
                                column("InteractionID", 100),
                                column("Outcome", 2, "Clicked", "Impression"),
                                column("OutcomeTime", 90),
                                column("Issue", 2, "Sales", "Service"),
                                column("Group", 2, "Cards", "Loans"),
                                column("Name", 3, "Gold", "Silver", "Bronze"),
                                column("Rank", 1, "1"),
                                column("Channel", 2, "Web", "Mobile"),
                                column("Tier", 2, "First", "Second"),
                                column("Canary", 2, "Tweety", "Pip")),
                        List.of(
                                new SampleSummary.Outcome("Impression", "Web", 70),
                                new SampleSummary.Outcome("Clicked", "Web", 30)))),
                Optional.empty());
    }

    private static SampleSummary.Column column(String name, long different, String... values) {
        return new SampleSummary.Column(
                name,
                Optional.of(ValueType.TEXT),
                Optional.of(new SampleSummary.Seen(
                        100,
                        different,
                        Stream.of(values)
                                .map(value -> new SampleSummary.Frequent(value, 100 / different))
                                .toList())));
    }

    static Request of(Task task, Set<String> values) {
        return of(task, values, AssistantSettings.DEFAULT, List.of());
    }

    static Request of(Task task, Set<String> values, AssistantSettings settings, List<Problem> problems) {
        List<DataField> all = sample().fields();
        DataSample approved = sample().only(USED);
        Proposal rules = RuleDraft.of(approved, TEXT);
        return new Request(task, Told.of(approved.fields(), values, settings), all, rules, TEXT, problems);
    }
}
