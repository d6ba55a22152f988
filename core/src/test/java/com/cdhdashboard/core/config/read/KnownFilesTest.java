package com.cdhdashboard.core.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.testdata.TestData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole files: the packaged ones, and those of other programs and data sets where they are at hand. */
class KnownFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"default", "demo"})
    void thePackagedConfigurationsAreFaultless(String name) {
        LoadedConfiguration loaded = name.equals("demo") ? ConfigurationReader.demo() : ConfigurationReader.defaults();

        assertThat(loaded.problems()).isEmpty();
        Configuration configuration = loaded.configuration();
        assertThat(configuration.variant().name()).isEqualTo(name);
        assertThat(configuration.reports()).hasSizeGreaterThanOrEqualTo(15);
        for (ReportConfig report : configuration.reports()) {
            MetricConfig.Common metric =
                    configuration.metric(report.metric()).orElseThrow().common();
            assertThat(report.description()).as(report.key()).matches("\\[[A-Z]+] .+");
            assertThat(metric.groupBy()).as(report.key()).containsAll(report.groupBy());
            List<String> dimensions = new ArrayList<>(metric.groupBy());
            Family.of(report.metric()).filter(Family.CLV::equals).ifPresent(clv -> dimensions.add("rfm_segment"));
            assertThat(dimensions)
                    .as(report.key())
                    .containsAll(named(report, "facet_row", "facet_column", "theta", "animation_frame"));
            assertThat(metric.scores()).as(report.key()).containsAll(named(report, "value", "r", "size"));
        }
    }

    private static List<String> named(ReportConfig report, String... keys) {
        return List.of(keys).stream()
                .filter(report.settings()::containsKey)
                .map(key -> (String) report.settings().get(key))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"configs/reference_demo.toml,6,42", "configs/reference_template.toml,6,34", "ih/oracle/oracle.toml,6,1"
    })
    void olderConfigurationsLoadWhole(String name, int metrics, int reports) {
        LoadedConfiguration loaded = ConfigurationReader.read(TestData.path(name));

        assertThat(loaded.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .map(Problem::path))
                .isSubsetOf("holdings.extensions.columns");
        assertThat(loaded.configuration().metrics()).hasSize(metrics);
        assertThat(loaded.configuration().reports()).hasSize(reports);
    }

    @Test
    void columnsCutAtACommaAreToldAndStopNothingElse() {
        Path file = TestData.path("configs/reference_template.toml");

        LoadedConfiguration loaded = ConfigurationReader.read(file);

        assertThat(loaded.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .map(Problem::toString))
                .containsExactly(file
                        + ":48:1 holdings.extensions.columns: the elements of the list are pieces of one expression cut"
                        + " at a comma, and no calculated column is made; write it as one text: columns = "
                        + "'''[pl.col('PurchasedDate').str.strptime(pl.Datetime, \"%Y%m%dT%H%M%S%.3f %Z\").dt.date()"
                        + ".alias('PurchasedDateTime')]'''");
        Holdings holdings = loaded.configuration().holdings().orElseThrow();
        assertThat(holdings.preparation().columns()).isEmpty();
        assertThat(holdings.preparation().defaultValues()).containsEntry("Channel", "N/A");
        assertThat(loaded.configuration().interactionHistory().preparation().columns())
                .hasValueSatisfying(columns -> assertThat(columns.verbatim()).isTrue());
    }
}
