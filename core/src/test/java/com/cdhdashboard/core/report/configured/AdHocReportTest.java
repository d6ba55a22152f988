package com.cdhdashboard.core.report.configured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.notation.FilterNotation;
import com.cdhdashboard.core.customer.NoCustomers;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.GeneratedCubes;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.TestingReports;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.fit.ModelFits;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdHocReportTest {
    private static final Configuration DEMO = ConfigurationReader.demo().configuration();

    static Stream<Capability> rows() {
        return ReportKinds.table().rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyKindIsWholeByMetricAndTypeAndTheSameByItsAddress(Capability row) {
        String metric = TestingReports.metric(DEMO, row);
        AdHocReport report = ask("metric=" + metric + "&type=" + row.kind().type() + "&filter.Month.not=2024-01");
        List<Filter> filters = row.family().prefix().equals("clv") ? List.of() : report.filters();
        report = new AdHocReport(DEMO, report.report(), filters, report.notes());
        assertThat(report.problems()).isEmpty();
        assertThat(ask(report.address().substring(report.address().indexOf('?') + 1)))
                .isEqualTo(report);
    }

    @ParameterizedTest
    @CsvSource({
        "metric=engagement&type=gauge&group_by=Channel&reference.Web=0.05&filter.Month.not=2024-01",
        "metric=descriptive&type=histogram&facet_row=&clip=true"
    })
    void itIsTheSameInAConfiguration(String asked) {
        AdHocReport report = ask(asked);
        TomlText text = report.writeTo(TomlText.of(ConfigurationReader.demoText()), "asked");
        ReportConfig saved = ConfigurationCheck.check(ConfigurationReader.read(text.text(), "asked.toml"))
                .configuration()
                .report("asked")
                .orElseThrow();
        assertThat(saved.filters()).isEqualTo(report.filters());
        assertThat(saved.groupBy()).isEqualTo(report.report().groupBy());
        Map<String, Object> settings = new LinkedHashMap<>(report.report().settings());
        settings.values().removeIf(""::equals);
        assertThat(saved.settings()).isEqualTo(settings);
    }

    /** What is not said is chosen by metric and groups. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metric=engagement | type=line&x=Day&y=CTR",
                "metric=engagement&group_by=Channel | type=line&x=Channel&y=CTR",
                "metric=engagement&group_by=Channel&group_by=Month | type=line&x=Month&color=Channel&y=CTR",
                "metric=engagement&group_by=Channel,Issue,Month | type=line&x=Month&color=Channel&facet_row=Issue&y=CTR",
                "metric=engagement&group_by=Channel&x=Month&y=Lift | type=line&x=Month&y=Lift&color=Channel",
                "metric=engagement&scores=Lift | type=line&y=Lift&x=Day",
                "metric=engagement&type=gauge&group_by=Channel&scores=CTR&reference.Web=0.05"
                        + " | type=gauge&group_by=Channel&reference.Web=0.05&value=CTR",
                "metric=engagement&type=treemap&group_by=Channel,Issue&color=CTR | type=treemap&group_by=Channel%2CIssue&color=CTR",
                "metric=engagement&type=heatmap&group_by=Channel,Day | type=heatmap&x=Day&y=Channel&color=CTR",
                "metric=experiment&group_by=Channel | type=line&y=Channel",
                "metric=experiment&scores=z_score | type=generic&y=z_score",
                "metric=clv | type=histogram&x=recency",
                "metric=clv&group_by=ControlGroup | type=treemap&group_by=ControlGroup",
                "metric=engagement&height=600&form=bar | type=line&height=600&form=bar&x=Day&y=CTR"
            })
    void whatIsNotSaidIsFilledIn(String asked, String filled) {
        String metric = asked.substring("metric=".length()).replaceAll("&.*", "");
        assertThat(ask(asked).checked().address()).isEqualTo("/question?metric=" + metric + "&" + filled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type=line | The question names no metric. Metrics: METRICS.",
                "metric=engagment | There is no metric \"engagment\"; did you mean \"engagement\"? Metrics: METRICS.",
                "metric=engagement&type=gauges | type: \"gauges\" is not a report type of engagement metrics; did you mean"
                        + " \"gauge\"? Allowed: line, bar_polar, gauge, treemap, heatmap, scatter, generic.",
                "metric=engagement&type=gauge&size=CTR | \"size\" is not read by a report of type \"gauge\". Allowed: metric,"
                        + " type, group_by, scores, value, reference, and filters such as filter.Channel=Web.",
                "metric=engagement&x=Day&x=Month | x is said 2 times: Day, Month. Say it once.",
                "metric=engagement&group_by=\"Channel | group_by: a quote in it is not closed: \"Channel",
                "metric=engagement&group_by=Day,Month,Channel,Issue,Group | group_by: a report of type \"line\" has no place"
                        + " for \"Group\"; group by fewer dimensions, or choose another type."
            })
    void whatIsNoReportIsRefusedWithWhatIsAllowed(String asked, String message) {
        String metrics = String.join(
                ", ", DEMO.metrics().stream().map(metric -> metric.name()).toList());
        assertThatThrownBy(() -> ask(asked))
                .isInstanceOf(UserException.class)
                .hasMessage(message.replace("METRICS", metrics));
    }

    @Test
    void everythingWrongWithItIsToldAtOnce() {
        AdHocReport report = ask("metric=engagement&x=Chanel&y=CRT&scale=square&filter.Chanel=Web");
        String dimensions =
                " Dimensions: " + String.join(", ", dimensions()) + ". More can be added to group_by of the metric.";
        assertThatThrownBy(report::checked)
                .isInstanceOf(UserException.class)
                .message()
                .startsWith("filters: \"Chanel\" is not a dimension of metric \"engagement\"; did you mean \"Channel\"?"
                        + dimensions + " x: \"Chanel\" is not a dimension of metric \"engagement\"; did you mean"
                        + " \"Channel\"?" + dimensions + " y: \"CRT\" is not a score of engagement metrics")
                .endsWith(
                        "scale: found \"square\"; the key is whether the vertical axis is linear or logarithmic. Write"
                                + " \"linear\" or \"log\".");
    }

    private static List<String> dimensions() {
        return FieldCatalogue.of(DEMO.metric("engagement").orElseThrow(), DEMO.globalFilters())
                .dimensions();
    }

    @Test
    void itIsDrawnAsTheSameReportOfAConfigurationIsAndWhatIsWrongCanBeChosenOtherwise() {
        ConfiguredReports reports = reports();
        AdHocReport sound = ask("metric=engagement&group_by=Channel&scores=CTR,Lift");
        ReportView view = reports.view(sound.request());
        ReportView configured = reports.draft(sound.report(), List.of());
        assertThat(view).isEqualTo(configured);
        assertThat(view.title()).isEqualTo("Click-through rate by Channel");
        assertThat(view.figure()).isPresent();
        assertThat(sound.notes())
                .containsExactly(
                        "A report of type \"line\" has no place for Lift; choose another score by its controls.");

        ReportView wrong = reports.view(ask("metric=engagement&x=Chanel").request());
        assertThat(wrong.figure()).isEmpty();
        assertThat(wrong.reason().orElseThrow()).startsWith("x: \"Chanel\" is not a dimension of metric");
        assertThat(wrong.controls()).extracting(Control::name).contains("x", "y");
        ReportRequest request = sound.request();
        assertThat(reports.behind(
                        request,
                        new Table(view.table().columns(), view.table().rows().subList(0, 1))))
                .isPresent();
    }

    private static ConfiguredReports reports() {
        List<Metric> metrics = Metrics.of(DEMO);
        return new ConfiguredReports(DEMO, metrics, GeneratedCubes.of(metrics), new NoCustomers(), new ModelFits());
    }

    private static AdHocReport ask(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            String name = decoded(part.substring(0, part.indexOf('=')));
            String value = decoded(part.substring(part.indexOf('=') + 1));
            boolean filter = name.startsWith(AdHocReport.FILTER);
            (filter ? filters : parameters)
                    .computeIfAbsent(
                            filter ? name.substring(AdHocReport.FILTER.length()) : name, none -> new ArrayList<>())
                    .add(value);
        }
        return AdHocReport.parse(DEMO, parameters, FilterNotation.ofNamed(filters));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
