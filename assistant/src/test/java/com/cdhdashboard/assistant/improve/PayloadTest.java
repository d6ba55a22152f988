package com.cdhdashboard.assistant.improve;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.AssistantSettings;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PayloadTest {
    @ParameterizedTest
    @EnumSource
    void whatWasNotApprovedIsNowhere(Task task) {
        List<Problem> problems = List.of(
                new Problem(
                        Severity.ERROR,
                        Optional.empty(),
                        "reports.by_canary.color",
                        "\"Canary\" is no dimension; there are Canary, Channel, Bird and Tweety"),
                new Problem(Severity.ERROR, Optional.empty(), "metrics.engagement.filter", "'Tweety' and canary"));
        Payload payload = TestingRequest.of(task, Set.of("Outcome", "Canary"), AssistantSettings.DEFAULT, problems)
                .payload();
        assertThat(payload.text().toLowerCase(Locale.ROOT)).doesNotContain("canary", "tweety", "bird", "sales", "gold");
        assertThat(payload.fields()).containsExactlyInAnyOrderElementsOf(TestingRequest.USED);
        assertThat(payload.values()).containsExactly("Outcome");
        assertThat(payload.left())
                .contains("metrics.global_filters", "metrics.engagement.filter", "metrics.engagement.control_group")
                .contains("reports.daily.description", "reports.daily.color", "reports.daily.filters")
                .contains("metrics whose names tell of fields that were not approved")
                .contains("reports whose names tell of fields that were not approved");
    }

    @Test
    void valuesAreToldOfTickedFieldsAlone() {
        assertThat(TestingRequest.of(Task.DRAFT, Set.of()).payload().told())
                .contains("(successes)", "(others)")
                .doesNotContain("Clicked", "Impression", "Web");
        assertThat(TestingRequest.of(Task.DRAFT, Set.of("Outcome", "Channel", "InteractionID"))
                        .payload()
                        .told())
                .contains("\"Clicked\"", "\"Mobile\"")
                .doesNotContain("\"[\"(successes)\"]\"", "First");
    }

    @Test
    void theConfigurationWithholdsAndMasks() {
        Payload payload = TestingRequest.of(
                        Task.DRAFT,
                        Set.of("Channel", "Tier"),
                        new AssistantSettings(List.of("Channel"), List.of("Tier"), false, List.of()),
                        List.of())
                .payload();
        assertThat(payload.told()).contains("Channel").doesNotContain("Mobile", "Tier", "First");
        assertThat(payload.values()).isEmpty();
    }

    @Test
    void thePayloadIsTheSameUntilSomethingElseIsApproved() {
        Payload first = TestingRequest.of(Task.DRAFT, Set.of()).payload();
        assertThat(TestingRequest.of(Task.DRAFT, Set.of()).payload().hash()).isEqualTo(first.hash());
        assertThat(TestingRequest.of(Task.DRAFT, Set.of("Tier")).payload().hash())
                .isNotEqualTo(first.hash());
        assertThat(first.tokens()).isGreaterThan(first.told().length() / 4L);
    }

    @Test
    void realProblemsAreToldWithTheirPlaces() {
        List<Problem> problems = ConfigurationCheck.check(ConfigurationReader.read(
                        TestingRequest.TEXT.set(List.of("reports", "daily", "type"), "lines"), "c.toml"))
                .problems();
        assertThat(TestingRequest.of(Task.REPAIR, Set.of(), AssistantSettings.DEFAULT, problems)
                        .payload()
                        .told())
                .contains("reports.daily.type: \\\"lines\\\" is not a report type");
    }
}
