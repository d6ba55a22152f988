package com.cdhdashboard.core.report.configured;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.CalendarCubes;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.answer.UncountedOutcomes;
import com.cdhdashboard.core.period.Period;
import com.cdhdashboard.core.report.DashboardRequest;
import com.cdhdashboard.core.report.DashboardView;
import com.cdhdashboard.core.report.Difference;
import com.cdhdashboard.core.report.FilterChoice;
import com.cdhdashboard.core.report.Finding;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.Reports;
import com.cdhdashboard.core.report.RowsBehind;
import com.cdhdashboard.core.report.Suggestion;
import com.cdhdashboard.core.report.customer.CustomerSource;
import com.cdhdashboard.core.report.dashboard.Dashboard;
import com.cdhdashboard.core.report.dashboard.Findings;
import com.cdhdashboard.core.report.data.FilterChoices;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ReportSource;
import com.cdhdashboard.core.report.data.ValueStyles;
import com.cdhdashboard.core.report.difference.Differences;
import com.cdhdashboard.core.report.fit.ModelFits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The reports of a configuration over one version of the data. Safe for use by many threads. */
public final class ConfiguredReports implements Reports {
    private final Configuration configuration;
    private final List<Metric> metrics;
    private final CubeReader cubes;
    private final ModelFits fits;
    private final List<CubeSource> ofCubes;
    private final List<CustomerSource> ofCustomers;
    private final List<ConfiguredReport> reports;

    /**
     * The reports of these metrics, and of those over customers.
     *
     * @param metrics those of the configuration that are computed over cubes, in its order
     */
    public ConfiguredReports(
            Configuration configuration,
            List<Metric> metrics,
            CubeReader cubes,
            CustomerReader customers,
            ModelFits fits) {
        this.configuration = requireNonNull(configuration, "configuration");
        this.metrics = List.copyOf(metrics);
        this.cubes = requireNonNull(cubes, "cubes");
        this.fits = requireNonNull(fits, "fits");
        List<String> filters = configuration.globalFilters();
        CalendarCubes calendar = new CalendarCubes(cubes);
        ValueStyles styles = new ValueStyles(metrics, calendar);
        this.ofCubes = metrics.stream()
                .map(metric -> new CubeSource(metric, calendar, styles, filters))
                .toList();
        this.ofCustomers = CustomerMetric.of(configuration).stream()
                .map(metric -> new CustomerSource(metric, customers, fits, filters))
                .toList();
        this.reports = Stream.concat(reports(false), reports(true)).toList();
    }

    private Stream<ConfiguredReport> reports(boolean overCustomers) {
        return configuration.reports().stream()
                .filter(report -> Family.of(report.metric())
                        .filter(family -> (family == Family.CLV) == overCustomers)
                        .isPresent())
                .map(report -> configured(report, overCustomers));
    }

    private ConfiguredReport configured(ReportConfig report, boolean overCustomers) {
        return ConfiguredReport.of(
                report, source(report.metric()), noMetric(report, overCustomers ? ofCustomers : ofCubes));
    }

    private Optional<ReportSource> source(String metric) {
        return sources().stream()
                .filter(source -> source.metric().equals(metric))
                .findFirst();
    }

    private static String noMetric(ReportConfig report, List<? extends ReportSource> sources) {
        List<String> names = sources.stream().map(ReportSource::metric).toList();
        boolean noHoldings = names.isEmpty() && report.metric().startsWith(Family.CLV.prefix());
        return noHoldings
                ? "The configuration reads no product holdings; add a [holdings] section."
                : "There is no metric \"" + report.metric() + "\"" + Suggestion.ending(report.metric(), names)
                        + " Metrics: " + String.join(", ", names) + ".";
    }

    @Override
    public List<ReportEntry> entries() {
        return reports.stream().map(ConfiguredReport::entry).toList();
    }

    @Override
    public ReportView view(ReportRequest request) {
        return report(request).view(request, false);
    }

    @Override
    public ReportView await(ReportRequest request) {
        return report(request).view(request, true);
    }

    @Override
    public ReportView draft(ReportConfig report, List<Filter> filters) {
        // A draft may show a metric of its own, of which nothing is counted before it is applied
        String notYet = "The metric \"" + report.metric()
                + "\" is new in this draft. It is counted when the draft is applied; this chart shows then.";
        return ConfiguredReport.of(report, source(report.metric()), notYet)
                .view(new ReportRequest(report.key(), Map.of(), filters), false);
    }

    private ConfiguredReport report(ReportRequest request) {
        return request.unconfigured()
                .map(report -> ConfiguredReport.of(report, source(report.metric()), noMetric(report, sources())))
                .orElseGet(() -> report(request.key()));
    }

    private List<ReportSource> sources() {
        return Stream.<ReportSource>concat(ofCubes.stream(), ofCustomers.stream())
                .toList();
    }

    /** An unknown one is taken for one over cubes, as those over customers have a menu of their own. */
    private ConfiguredReport report(String key) {
        return reports.stream()
                .filter(report -> report.entry().key().equals(key))
                .findFirst()
                .orElseThrow(() -> ReportEntry.unknown(
                        key,
                        entries().stream()
                                .filter(entry -> entry.family() != Family.CLV)
                                .toList()));
    }

    @Override
    public void cancel(long fitting) {
        fits.cancel(fitting);
    }

    @Override
    public void startAgain() {
        fits.startAgain();
    }

    @Override
    public Optional<RowsBehind> behind(ReportRequest request, Table row) {
        ConfiguredReport report = report(request);
        return report.source(request).flatMap(source -> source.behind(report.filters(request), row));
    }

    @Override
    public List<Finding> findings() {
        return new Findings(metrics, this::data).list();
    }

    @Override
    public List<Difference> differences() {
        return new Differences(metrics, this::data).list();
    }

    private CubeSource source(Metric metric, DashboardRequest request) {
        CubeSource source = ofCubes.get(metrics.indexOf(metric));
        return request.compared().map(source::comparing).orElse(source);
    }

    private ReportData data(Metric metric, List<Filter> under) {
        return ofCubes.get(metrics.indexOf(metric)).data(under);
    }

    @Override
    public DashboardView dashboard(DashboardRequest request) {
        List<Filter> filters = request.filters();
        DashboardView view = new Dashboard(
                        metrics, (metric, under) -> source(metric, request).data(under))
                .view(filters, request.step());
        List<String> notes = new ArrayList<>(ReportSource.unknownValues(ofCubes, filters));
        Period.turned(filters).ifPresent(notes::add);
        ReportSource.partlyInPeriod(ofCubes, filters).ifPresent(notes::add);
        request.compared()
                .flatMap(periods -> ReportSource.partlyInPeriod(
                        ofCubes, List.of(periods.other().filter())))
                .ifPresent(notes::add);
        UncountedOutcomes.note(cubes.uncountedOutcomes(), metrics).ifPresent(notes::add);
        return view.withNotes(notes);
    }

    @Override
    public List<FilterChoice> globalFilters(List<Filter> filters) {
        return new FilterChoices(ofCubes).of(configuration.globalFilters(), Period.ordered(filters));
    }

    @Override
    public List<FilterChoice> filters(String metric, List<Filter> filters) {
        return source(metric)
                .map(source -> FilterChoices.all(source, source.taken(filters)))
                .orElse(List.of());
    }
}
