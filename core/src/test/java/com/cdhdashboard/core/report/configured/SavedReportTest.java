package com.cdhdashboard.core.report.configured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.customer.NoCustomers;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.GeneratedCubes;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.TestingReports;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportChoices;
import com.cdhdashboard.core.report.definition.ReportRules;
import com.cdhdashboard.core.report.fit.ModelFits;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedReportTest {
    private static final TomlText DEMO = TomlText.of(ConfigurationReader.demoText());

    @Test
    void everyOptionOfEveryControlIsDrawnFromTheTextAsItWasChosen() {
        Configuration configuration = read(DEMO.text());
        ConfiguredReports reports = reports(configuration);
        Set<String> kinds = new HashSet<>();
        for (ReportEntry entry : reports.entries()) {
            ReportConfig config = configuration.report(entry.key()).orElseThrow();
            Capability row =
                    ReportKinds.table().find(entry.family(), config.type()).orElseThrow();
            if (entry.family() == Family.CLV || !kinds.add(row.kind() + " " + row.keys())) {
                continue;
            }
            ReportView view = reports.view(request(entry.key(), Map.of()));
            for (Control control : view.controls()) {
                for (String option : some(control)) {
                    ReportRequest request = request(entry.key(), Map.of(control.name(), option));
                    assertDrawnAsChosen(reports, configuration, request);
                }
            }
        }
        assertThat(kinds).hasSizeGreaterThan(12);
    }

    /** Two others than what is drawn. */
    private static List<String> some(Control control) {
        List<String> others = control.options().stream()
                .map(Control.Option::value)
                .filter(value -> !value.equals(control.chosen()))
                .toList();
        return others.size() < 3 ? others : List.of(others.get(0), others.get(others.size() - 1));
    }

    /** The demo with no more than a report and its metric. */
    private static TomlText alone(ReportConfig report) {
        String global = DEMO.text()
                .lines()
                .filter(line -> line.startsWith("global_filters"))
                .findFirst()
                .orElseThrow();
        return TomlText.of("[ih]\nfile_type = \"parquet\"\nfile_pattern = \"*\"\n[metrics]\n" + global + "\n"
                + DEMO.textOf(List.of("metrics", report.metric()))
                + DEMO.textOf(List.of("reports", report.key())));
    }

    private static void assertDrawnAsChosen(ConfiguredReports reports, Configuration before, ReportRequest request) {
        ReportView chosen = reports.view(request);
        if (chosen.figure().isEmpty()) {
            return;
        }
        TomlText saved = SavedReport.of(alone(before.report(request.key()).orElseThrow()), before, request);
        Configuration after = read(saved.text());
        ReportView drawn = reports.draft(after.report(request.key()).orElseThrow(), List.of());
        String what = request.toString();
        assertThat(drawn.table().columns()).as(what).isEqualTo(chosen.table().columns());
        assertThat(drawn.table().rows()).as(what).isEqualTo(chosen.table().rows());
        assertThat(TestingReports.json(drawn)).as(what).isEqualTo(TestingReports.json(chosen));
        assertThat(drawn.cards()).as(what).isEqualTo(chosen.cards());
        assertThat(drawn.notes()).as(what).isEqualTo(chosen.notes());
        assertThat(drawn.controls()).as(what).isEqualTo(chosen.controls());
    }

    @Test
    void chartsOverCustomersAreReadFromTheTextAsTheyWereChosen() {
        Configuration configuration = read(DEMO.text());
        MetricConfig metric = configuration.metric("clv").orElseThrow();
        FieldCatalogue fields = FieldCatalogue.of(metric, configuration.globalFilters());
        int asked = 0;
        for (ReportConfig config : configuration.reports()) {
            if (!config.metric().equals("clv")) {
                continue;
            }
            Capability row = ReportKinds.table().find(Family.CLV, config.type()).orElseThrow();
            TomlText text = alone(config);
            for (Key key : row.offered(Set.of()).toList()) {
                for (String value : values(key, fields)) {
                    ReportRequest request = request(config.key(), Map.of(key.name(), value));
                    if (!ReportRules.check(chosen(config, row, request), fields, ReportKinds.table())
                            .isEmpty()) {
                        continue;
                    }
                    TomlText saved = SavedReport.of(text, configuration, request);
                    ReportConfig after = read(saved.text()).report(config.key()).orElseThrow();
                    assertThat(ReportKinds.alike(row, fields, after, chosen(config, row, request)))
                            .as(request + ": " + after)
                            .isTrue();
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(50);
    }

    private static ReportConfig chosen(ReportConfig config, Capability row, ReportRequest request) {
        return ReportChoices.of(config, row, request.choices()).report();
    }

    private static List<String> values(Key key, FieldCatalogue fields) {
        if (key.allowed() instanceof Allowed.OneOf oneOf) {
            return oneOf.options().stream().map(Control.Option::value).toList();
        }
        return switch (key.role()) {
            case DIMENSION -> fields.dimensions();
            case SCORE -> fields.scores();
            case FLAG -> List.of("true", "false");
            case NUMBER -> List.of("1", "3", "0.5", "40");
            default -> List.of("Test");
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                'x = "Day"'                          | x     | Month   | 'x = "Month"'
                'x = "Day"'                          | scale | log     | 'x = "Day" scale = "log"'
                'x = "Day"'                          | scale | linear  | 'x = "Day"'
                'x = "Day" log_y = true'             | scale | linear  | 'x = "Day" log_y = true scale = "linear"'
                'x = "Day" form = "bar"'             | form  | ''      | 'x = "Day"'
                'x = "Day" color = "Channel"'        | cards | Channel | 'x = "Day" color = "Channel"'
                'x = "Day" color = "Channel"'        | cards | ''      | 'x = "Day" color = "Channel" cards = ""'
                """)
    void onlyKeysThatChangeThePictureAreWritten(String keys, String control, String value, String expected) {
        String text = line(keys);
        TomlText saved = SavedReport.of(TomlText.of(text), read(text), request("r", Map.of(control, value)));
        assertThat(saved.text()).isEqualTo(line(expected));
    }

    private static String line(String keys) {
        return configuration("type = \"line\"\ny = \"CTR\" # kept\n" + keys.replaceAll(" (?=\\w+ =)", "\n") + "\n");
    }

    private static String configuration(String report) {
        return """
            [ih]
            file_type = "pega_ds_export"
            file_pattern = "**/*"
            [metrics]
            global_filters = ["Channel"]
            [metrics.engagement]
            group_by = ["Day", "Month", "Channel"]
            scores = ["CTR"]
            positive_model_response = ["Clicked"]
            negative_model_response = ["Impression"]
            # The one report
            [reports.r]
            metric = "engagement"
            description = "A report"
            """ + report;
    }

    @Test
    void groupingFollowsTheAxes() {
        String text = configuration(
                "type = \"heatmap\"\ngroup_by = [\"Day\", \"Channel\"]\nx = \"Day\"\ny = \"Channel\"\ncolor = \"CTR\"\n");
        TomlText saved = SavedReport.of(TomlText.of(text), read(text), request("r", Map.of("x", "Month")));
        assertThat(saved.text())
                .isEqualTo(
                        text.replace("[\"Day\", \"Channel\"]\nx = \"Day\"", "[\"Channel\", \"Month\"]\nx = \"Month\""));
    }

    @Test
    void filtersOfThePageAreAddedToItsOwn() {
        String text = line("x = \"Day\"");
        Filter web = Filter.In.of("Channel", List.of(Optional.of("Web"), Optional.empty()));
        Filter day = new Filter.Range("Day", Optional.of("2024-12-01"), Optional.of("2024-12-31"));
        ReportRequest asked = new ReportRequest("r", Map.of("wide", "yes"), List.of(web, day));
        TomlText saved = SavedReport.of(TomlText.of(text), read(text), asked);
        assertThat(saved.text())
                .isEqualTo(text
                        + "filters = [\"Channel=Web,(missing)\", \"Day.from=2024-12-01\", \"Day.to=2024-12-31\"]\n");
        assertThat(SavedReport.of(saved, read(saved.text()), new ReportRequest("r", Map.of(), List.of(web)))
                        .text())
                .isEqualTo(saved.text());
        Filter fax = Filter.In.of("Channel", List.of(Optional.of("Fax, old")));
        assertThat(SavedReport.of(saved, read(saved.text()), new ReportRequest("r", Map.of(), List.of(fax)))
                        .value(List.of("reports", "r", "filters")))
                .contains(List.of(
                        "Channel=Web,(missing)", "Day.from=2024-12-01", "Day.to=2024-12-31", "Channel=\"Fax, old\""));
    }

    @Test
    void aReportThatIsNotThereCannotBeChanged() {
        String text = line("x = \"Day\"");
        assertThatThrownBy(() -> SavedReport.of(TomlText.of(text), read(text), request("gone", Map.of())))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "the report \"gone\" is not in the configuration that is edited, or has a metric or type that"
                                + " is unknown there; mend or add it there first");
    }

    @Test
    void aDraftThatCannotBeDrawnSaysWhy() {
        Configuration configuration = read(line("x = \"Day\""));
        ReportConfig unknown = read(line("x = \"Dya\"")).report("r").orElseThrow();
        ReportView view = reports(configuration).draft(unknown, List.of());
        assertThat(view.figure()).isEmpty();
        assertThat(view.reason().orElseThrow())
                .startsWith("reports.r.x: \"Dya\" is not a dimension of metric \"engagement\"; did you mean \"Day\"?");
    }

    @Test
    void aDraftOfAMetricThatIsNotImportedSaysWhichThereAre() {
        Configuration configuration = read(line("x = \"Day\""));
        ReportConfig other = read(line("x = \"Day\"").replace("engagement", "engagement_new"))
                .report("r")
                .orElseThrow();
        assertThat(reports(configuration).draft(other, List.of()).reason())
                .contains(
                        "The metric \"engagement_new\" is new in this draft. It is counted when the draft is applied; this"
                                + " chart shows then.");
    }

    private static Configuration read(String text) {
        return ConfigurationCheck.check(ConfigurationReader.read(text, "t.toml"))
                .configuration();
    }

    private static ReportRequest request(String key, Map<String, String> choices) {
        return new ReportRequest(key, choices, List.of());
    }

    private static ConfiguredReports reports(Configuration configuration) {
        List<Metric> metrics = Metrics.of(configuration);
        return new ConfiguredReports(
                configuration, metrics, GeneratedCubes.of(metrics), new NoCustomers(), new ModelFits());
    }
}
