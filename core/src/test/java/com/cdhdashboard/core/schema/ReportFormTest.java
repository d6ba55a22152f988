package com.cdhdashboard.core.schema;

import static com.cdhdashboard.core.report.TestingReports.metric;
import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.config.schema.Absent;
import com.cdhdashboard.core.config.schema.KeyType;
import com.cdhdashboard.core.config.schema.SchemaKey;
import com.cdhdashboard.core.config.schema.SchemaSection;
import com.cdhdashboard.core.report.configured.ReportKinds;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.Key;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportFormTest {
    private static final List<String> OF_ALL = List.of("metric", "type", "description", "group_by", "filters");
    private static final Configuration DEMO = ConfigurationReader.demo().configuration();

    static Stream<Capability> rows() {
        return ReportKinds.table().rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theFormHasTheKeysOfTheKindAndNoOthers(Capability row) {
        SchemaSection form =
                new ReportForm(DEMO).section(metric(DEMO, row), row.kind().type());
        assertThat(form.names().subList(0, 5)).containsExactlyElementsOf(OF_ALL);
        assertThat(form.names().subList(5, form.names().size()))
                .containsExactlyInAnyOrderElementsOf(
                        row.keys().stream().map(Key::name).toList());
        assertThat(form.keys().stream().filter(SchemaKey::isRequired).map(SchemaKey::name))
                .containsAll(
                        row.keys().stream().filter(Key::required).map(Key::name).toList());
    }

    @Test
    void choicesAreThoseOfTheMetric() {
        SchemaSection form = new ReportForm(DEMO).section("engagement", "heatmap");
        List<String> grain = DEMO.metric("engagement").orElseThrow().common().groupBy();
        assertThat(options(form, "x")).containsAll(grain).contains("ModelControlGroup");
        assertThat(options(form, "color")).contains("CTR", "Lift", "Count").doesNotContain("roc_auc");
        assertThat(options(form, "type")).contains("line", "gauge").doesNotContain("corr");
        assertThat(options(form, "metric"))
                .containsExactlyElementsOf(
                        DEMO.metrics().stream().map(MetricConfig::name).toList());
    }

    @Test
    void aReportOfAnUnknownMetricHasWhatEveryReportHas() {
        assertThat(new ReportForm(DEMO).section("", "line").names()).containsExactlyElementsOf(OF_ALL);
        assertThat(options(new ReportForm(DEMO).section("engagement_gone", "line"), "y"))
                .isEmpty();
    }

    private static List<String> options(SchemaSection form, String key) {
        return ((KeyType.Choice) form.key(key).orElseThrow().type()).allowed();
    }

    @Test
    void whatIsTakenWithoutAKeyIsThatOfTheKind() {
        SchemaSection form = new ReportForm(DEMO).section("clv", "histogram");
        assertThat(form.key("bins").orElseThrow().absent()).isEqualTo(new Absent.Value(40L));
    }
}
