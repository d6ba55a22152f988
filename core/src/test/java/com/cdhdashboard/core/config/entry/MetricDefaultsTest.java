package com.cdhdashboard.core.config.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricDefaultsTest {
    private static final TomlText PACKAGED = TomlText.of(ConfigurationReader.defaultText());
    private static final String EMPTY = """
            [copyright]
            name = "Test"
            version = "1"
            [ux]
            [variants]
            name = "test"
            description = "test"
            [ih]
            file_type = "parquet"
            file_pattern = "*"
            [holdings]
            file_type = "parquet"
            file_pattern = "*"
            [metrics]
            global_filters = []
            [reports]
            """;

    @ParameterizedTest
    @EnumSource
    void aNewMetricOfEveryFamilyIsSound(Family family) {
        Map<String, Object> keys = new MetricDefaults(PACKAGED, Set.of(), Set.of()).of(family);
        TomlText text = MetricEdits.add(TomlText.of(EMPTY), family.prefix() + "_new", keys);
        assertThat(ConfigurationCheck.check(ConfigurationReader.read(text.text(), "t.toml"))
                        .problems())
                .isEmpty();
        assertThat(text.keys(List.of("metrics"))).containsExactly("global_filters", family.prefix() + "_new");
    }

    @Test
    void namesAreThoseThatTheDataHave() {
        MetricDefaults defaults = new MetricDefaults(
                PACKAGED, Set.of("Channel", "Group", "Propensity"), Set.of("Impression", "Clicked", "Conversion"));
        assertThat(defaults.of(Family.ENGAGEMENT))
                .containsEntry("group_by", List.of("Day", "Month", "Quarter", "Year", "Channel", "Group"))
                .containsEntry("positive_model_response", List.of("Clicked"))
                .containsEntry("negative_model_response", List.of("Impression"));
        assertThat(defaults.of(Family.DESCRIPTIVE)).containsEntry("columns", List.of("Propensity"));
        assertThat(defaults.of(Family.CONVERSION)).containsEntry("positive_model_response", List.of("Conversion"));
    }

    @ParameterizedTest
    @EnumSource
    void scoresAreNotTakenForFields(Family family) {
        Object scores =
                new MetricDefaults(PACKAGED, Set.of(), Set.of()).of(family).get("scores");
        Set<String> fields = Set.of("Revenue", "Count", "CTR", "frequency", "Mean", "z_score", "roc_auc");
        assertThat(new MetricDefaults(PACKAGED, fields, Set.of("Impression"))
                        .of(family)
                        .get("scores"))
                .isNotNull()
                .isEqualTo(scores);
    }

    @Test
    void whereNothingFitsAllIsOffered() {
        MetricDefaults defaults = new MetricDefaults(PACKAGED, Set.of("Own"), Set.of("Own"));
        assertThat(defaults.of(Family.ENGAGEMENT).get("positive_model_response"))
                .isEqualTo(List.of("Clicked", "Click", "Accepted", "Accept"));
    }

    @Test
    void standardOutcomesAreThoseThatTheDefaultConfigurationCounts() {
        List<String> positive = outcomes("positive_model_response");
        List<String> negative = outcomes("negative_model_response");
        for (StandardOutcomes.OfChannel channel : StandardOutcomes.channels()) {
            assertThat(positive).as(channel.channel()).containsAll(channel.positive());
            assertThat(negative).as(channel.channel()).containsAll(channel.negative());
        }
        assertThat(StandardOutcomes.channelsOf("Accepted")).containsExactly("Call Center", "Branch");
    }

    private static List<String> outcomes(String key) {
        Object list = PACKAGED.value(List.of("metrics", "engagement", key)).orElseThrow();
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }
}
