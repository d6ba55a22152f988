package com.cdhdashboard.core.report.configured;

import static com.cdhdashboard.core.report.TestingReports.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.Key;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportDefaultsTest {
    private static final Configuration DEMO = ConfigurationReader.demo().configuration();

    static Stream<Capability> rows() {
        return ReportKinds.table().rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyKindIsWholeWithWhatIsFilledIn(Capability row) {
        Map<String, Object> keys =
                new ReportDefaults(DEMO, metric(DEMO, row)).missing(row.kind().type(), Map.of());
        assertThat(errors(row, keys)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatFitsIsKeptAndWhatDoesNotIsReplaced(Capability row) {
        Map<String, Object> given = new LinkedHashMap<>(Map.of("group_by", List.of("gone", "Month")));
        row.keys().stream().filter(Key::required).forEach(key -> given.put(key.name(), "gone"));
        Map<String, Object> keys = new LinkedHashMap<>(given);
        keys.putAll(
                new ReportDefaults(DEMO, metric(DEMO, row)).missing(row.kind().type(), given));
        keys.remove("stages", "gone");
        if (row.key("stages").isEmpty()) {
            assertThat(errors(row, keys)).isEmpty();
        }
        assertThat(new ReportDefaults(DEMO, metric(DEMO, row))
                        .missing(row.kind().type(), keys))
                .doesNotContainKey("x");
    }

    private static List<String> errors(Capability row, Map<String, Object> keys) {
        Map<String, Object> settings = new LinkedHashMap<>(keys);
        Object groups = settings.remove("group_by");
        List<String> groupBy = groups instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        ReportConfig report = new ReportConfig(
                "r", metric(DEMO, row), row.kind().type(), "A report", groupBy, List.of(), settings, Map.of());
        MetricConfig metric = DEMO.metric(metric(DEMO, row)).orElseThrow();
        return ReportKinds.check(report, metric, DEMO.globalFilters()).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> problem.path() + ": " + problem.message())
                .toList();
    }

    @Test
    void aTypeOfAnotherFamilyGivesWayToOneOfThis() {
        assertThat(new ReportDefaults(DEMO, "engagement").typeLike("gauge")).isEqualTo("gauge");
        assertThat(new ReportDefaults(DEMO, "clv").typeLike("gauge")).isEqualTo("histogram");
        assertThatThrownBy(() -> new ReportDefaults(DEMO, "engagement").missing("corr", Map.of()))
                .isInstanceOf(UserException.class)
                .hasMessage("\"corr\" is not a report type of engagement metrics");
    }
}
