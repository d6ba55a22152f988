package com.cdhdashboard.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.AssistantSettings;
import com.cdhdashboard.core.config.Branding;
import com.cdhdashboard.core.config.Chat;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.FileType;
import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.Preparation;
import com.cdhdashboard.core.config.RfmSegments;
import com.cdhdashboard.core.config.UserInterface;
import com.cdhdashboard.core.config.Variant;
import com.cdhdashboard.core.metric.answer.MetricQueries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final MetricConfig.Responses RESPONSES = new MetricConfig.Responses(List.of("A"), List.of("B"));

    private static final MetricConfig CLV = new MetricConfig.Clv(
            TestingMetrics.common("clv"),
            new MetricConfig.ClvColumns("Order", "Customer", "Value", "Date", "Period", "Cost"),
            new MetricConfig.ClvModel(false, 1, Optional.empty(), RfmSegments.BUILT_IN));

    @Test
    void whatStandsForNoExperimentComesFromTheDefaults() {
        Configuration configuration = configuration(List.of(new MetricConfig.Experiment(
                TestingMetrics.common("experiment"), RESPONSES, "Test", "Arm", Optional.empty())));

        assertThat(((ExperimentMetric) Metrics.of(configuration).get(0)).defaults())
                .isEqualTo(Map.of("Test", "N/A"));
    }

    @Test
    void metricsComeInFileOrder() {
        Configuration configuration = configuration(List.of(
                new MetricConfig.Conversion(TestingMetrics.common("conversion"), RESPONSES),
                CLV,
                new MetricConfig.Experiment(
                        TestingMetrics.common("experiment"), RESPONSES, "Test", "Arm", Optional.empty()),
                new MetricConfig.Engagement(TestingMetrics.common("engagement_web"), RESPONSES, "Control")));

        List<Metric> metrics = Metrics.of(configuration);

        assertThat(metrics).extracting(Metric::name).containsExactly("conversion", "experiment", "engagement_web");
        assertThat(metrics)
                .extracting(Metric::family)
                .containsExactly(Family.CONVERSION, Family.EXPERIMENT, Family.ENGAGEMENT);
        assertThat(metrics.get(0).grain()).containsExactly("Channel");
        assertThat(MetricQueries.of(configuration).metrics()).isEqualTo(metrics);
    }

    private static Configuration configuration(List<MetricConfig> metrics) {
        return new Configuration(
                new Branding("Test", "1", Optional.empty()),
                new UserInterface(false, 0, 0, false),
                new InteractionHistory(
                        new FileSelection(FileType.PEGA_DS_EXPORT, "**/*.zip", "", false, false, false),
                        new Preparation(Map.of("Test", "N/A", "Revenue", 0.0), Optional.empty(), Optional.empty()),
                        InteractionHistory.DEFAULT_LATE_OUTCOME_DAYS),
                Optional.empty(),
                List.of("Channel"),
                metrics,
                List.of(),
                new Variant("Test", "", false),
                new Chat("", Map.of()),
                AssistantSettings.DEFAULT);
    }
}
