package com.cdhdashboard.core.report.configured;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.UnknownValues;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.answer.UncountedOutcomes;
import com.cdhdashboard.core.report.DashboardView;
import com.cdhdashboard.core.report.FilterChoice;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.Reports;
import com.cdhdashboard.core.report.RowsBehind;
import com.cdhdashboard.core.report.customer.CustomerReports;
import com.cdhdashboard.core.report.dashboard.Dashboard;
import com.cdhdashboard.core.report.data.DataOrReason;
import com.cdhdashboard.core.report.data.FilterChoices;
import com.cdhdashboard.core.report.data.ValueStyles;
import com.cdhdashboard.core.report.fit.ModelFits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The reports of a configuration over one version of the data. Safe for use by many threads. */
public final class ConfiguredReports implements Reports {
    private final Configuration configuration;
    private final List<Metric> metrics;
    private final CubeReader cubes;
    private final List<ConfiguredReport> reports;
    private final ValueStyles styles;
    private final Dashboard dashboard;
    private final CustomerReports ofCustomers;

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
        this.styles = new ValueStyles(metrics, cubes);
        this.reports = ConfiguredReport.of(configuration, this.metrics);
        this.dashboard = new Dashboard(this.metrics, this::data);
        this.ofCustomers = new CustomerReports(configuration, customers, fits, ReportKinds.table());
    }

    @Override
    public List<ReportEntry> entries() {
        return Stream.concat(overCubes().stream(), ofCustomers.entries().stream())
                .toList();
    }

    private List<ReportEntry> overCubes() {
        return reports.stream().map(ConfiguredReport::entry).toList();
    }

    @Override
    public ReportView view(ReportRequest request) {
        return ofCustomers.has(request.key()) ? ofCustomers.view(request) : overCubes(request);
    }

    @Override
    public ReportView await(ReportRequest request) {
        return ofCustomers.has(request.key()) ? ofCustomers.await(request) : overCubes(request);
    }

    @Override
    public void cancel(long fitting) {
        ofCustomers.cancel(fitting);
    }

    @Override
    public void startAgain() {
        ofCustomers.startAgain();
    }

    private ReportView overCubes(ReportRequest request) {
        ConfiguredReport report = report(request.key());
        ReportView view = report.view(request, metric -> data(metric, request.filters()));
        return report.metric()
                .map(metric -> view.withNotes(unknownValues(List.of(metric), request.filters())))
                .orElse(view);
    }

    @Override
    public Optional<RowsBehind> behind(ReportRequest request, Table row) {
        if (ofCustomers.has(request.key())) {
            return Optional.empty();
        }
        return report(request.key())
                .metric()
                .flatMap(metric -> data(metric, request.filters()).data())
                .map(data -> data.behind(row));
    }

    @Override
    public DashboardView dashboard(List<Filter> filters) {
        DashboardView view = dashboard.view(filters);
        List<String> notes = new ArrayList<>(unknownValues(metrics, filters));
        notes.addAll(view.notes());
        UncountedOutcomes.note(cubes.uncountedOutcomes(), metrics).ifPresent(notes::add);
        return view.withNotes(notes);
    }

    @Override
    public List<FilterChoice> globalFilters(List<Filter> filters) {
        return new FilterChoices(metrics, cubes).of(configuration.globalFilters(), filters);
    }

    @Override
    public List<FilterChoice> filters(String metric, List<Filter> filters) {
        return metrics.stream()
                .filter(known -> known.name().equals(metric))
                .findFirst()
                .map(known -> FilterChoices.all(known, cubes, filters))
                .orElseGet(() -> ofCustomers.filters(metric, filters));
    }

    /** A value that one of the metrics has is known. */
    private List<String> unknownValues(List<Metric> asked, List<Filter> filters) {
        return UnknownValues.of(filters, dimension -> {
            List<ValueCount> values = asked.stream()
                    .filter(metric -> cubes.schema(metric.name())
                            .flatMap(schema -> schema.dimension(dimension))
                            .isPresent())
                    .flatMap(metric -> cubes.values(metric.name(), dimension, List.of()).stream())
                    .toList();
            return values.isEmpty() ? Optional.empty() : Optional.of(values);
        });
    }

    private ConfiguredReport report(String key) {
        return reports.get(overCubes().indexOf(ReportEntry.of(key, overCubes())));
    }

    private DataOrReason data(Metric metric, List<Filter> filters) {
        return DataOrReason.of(metric, cubes, styles, filters);
    }
}
