package com.cdhdashboard.core.report.configured;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.customer.NoCustomers;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.figure.ThemeColor;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.DashboardView;
import com.cdhdashboard.core.report.FigureTexts;
import com.cdhdashboard.core.report.GeneratedCubes;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.TestingReports;
import com.cdhdashboard.core.report.fit.ModelFits;
import com.cdhdashboard.testdata.TestData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every report of whole configurations is checked and drawn, with each of its controls at every third of its options. */
class WholeConfigurationsTest {
    private static final Pattern COLOR = Pattern.compile("var\\((--[a-z0-9-]+)\\)");

    @ParameterizedTest
    @CsvSource({"configs/reference_demo.toml, 36", "configs/reference_template.toml, 28", "ih/oracle/oracle.toml, 1"})
    void olderConfigurationsKeepTheirReports(String name, int reports) {
        assertThat(drawAll(ConfigurationReader.read(TestData.path(name)).configuration()))
                .isEqualTo(reports);
    }

    @Test
    void thePackagedConfigurationsCanBeDrawn() {
        assertThat(drawAll(ConfigurationReader.defaults().configuration())).isPositive();
        assertThat(drawAll(ConfigurationReader.demo().configuration())).isPositive();
    }

    @Test
    void filtersThatLeaveNothingAreTheReasonOfEveryChartOfTheDashboard() {
        DashboardView view = reports(ConfigurationReader.demo().configuration())
                .dashboard(List.of(TestingReports.in("Channel", "Fax")));

        assertThat(view.charts())
                .hasSizeGreaterThan(3)
                .allSatisfy(chart -> assertThat(chart.reason().orElse(""))
                        .startsWith("No rows match: Channel = Fax. Clear or widen a filter."));
    }

    @Test
    void optionsOfEveryControlGiveAPictureOrAReason() {
        Configuration configuration = ConfigurationReader.demo().configuration();
        ConfiguredReports reports = reports(configuration);
        Set<String> kinds = new HashSet<>();
        for (ReportEntry entry : overCubes(reports)) {
            ReportConfig config = configuration.report(entry.key()).orElseThrow();
            if (!kinds.add(config.metric() + config.type())) {
                continue;
            }
            ReportView view = reports.view(new ReportRequest(entry.key(), Map.of(), List.of()));
            for (Control control : view.controls()) {
                assertThat(control.options()).extracting(Control.Option::value).contains(control.chosen());
                for (Control.Option option : everyThird(control.options())) {
                    ReportView chosen = reports.view(
                            new ReportRequest(entry.key(), Map.of(control.name(), option.value()), List.of()));
                    assertThat(chosen.figure().isPresent())
                            .as("%s, %s = %s: %s", entry.key(), control.name(), option.value(), chosen.reason())
                            .isNotEqualTo(chosen.reason().isPresent());
                }
            }
        }
    }

    /** The options of a control are much alike, and there are thousands. */
    private static List<Control.Option> everyThird(List<Control.Option> options) {
        return IntStream.range(0, options.size())
                .filter(place -> place % 3 == 0 || place == options.size() - 1)
                .mapToObj(options::get)
                .toList();
    }

    private static int drawAll(Configuration configuration) {
        ConfiguredReports reports = reports(configuration);
        for (ReportEntry entry : overCubes(reports)) {
            assertThat(errors(configuration, entry.key())).as(entry.key()).isEmpty();
            ReportView view = reports.view(new ReportRequest(entry.key(), Map.of(), List.of()));
            assertThat(view.reason()).as(entry.key()).isEmpty();
            assertThat(view.table().rows()).as(entry.key()).isNotEmpty();
            assertIsDrawable(TestingReports.json(view).toString());
            assertThat(FigureTexts.unreadable(TestingReports.json(view)))
                    .as(entry.key())
                    .isEmpty();
            assertAreReadable(view.cards(), view.notes());
        }
        DashboardView dashboard = reports.dashboard(List.of());
        assertThat(dashboard.cards()).extracting(KpiCard::reason).allMatch(reason -> reason.isEmpty());
        assertAreReadable(dashboard.cards(), dashboard.notes());
        dashboard.charts().forEach(chart -> {
            assertIsDrawable(TestingReports.json(chart).toString());
            assertThat(FigureTexts.unreadable(TestingReports.json(chart))).isEmpty();
        });
        return overCubes(reports).size();
    }

    private static void assertAreReadable(List<KpiCard> cards, List<String> notes) {
        List<String> texts = new ArrayList<>(notes);
        for (KpiCard card : cards) {
            texts.add(card.value());
            texts.add(card.definition());
            Stream.of(card.secondary(), card.change(), card.changeMeans()).forEach(text -> text.ifPresent(texts::add));
        }
        assertThat(texts).flatMap(FigureTexts::unreadable).isEmpty();
    }

    private static List<ReportEntry> overCubes(ConfiguredReports reports) {
        return reports.entries().stream()
                .filter(entry -> entry.family() != Family.CLV)
                .toList();
    }

    private static void assertIsDrawable(String json) {
        assertThat(json).doesNotContain("NaN").doesNotContain("Infinity");
        List<String> names = Theme.colors().stream().map(ThemeColor::name).toList();
        assertThat(COLOR.matcher(json).results().map(found -> found.group(1))).isSubsetOf(names);
    }

    private static List<Problem> errors(Configuration configuration, String key) {
        ReportConfig report = configuration.report(key).orElseThrow();
        MetricConfig metric = configuration.metric(report.metric()).orElseThrow();
        return ReportKinds.check(report, metric, configuration.globalFilters()).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    private static ConfiguredReports reports(Configuration configuration) {
        List<Metric> metrics = Metrics.of(configuration);
        return new ConfiguredReports(
                configuration, metrics, GeneratedCubes.of(metrics), new NoCustomers(), new ModelFits());
    }
}
