package com.cdhdashboard.core.report.configured;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.UnknownValues;
import com.cdhdashboard.core.cube.ValueCount;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.answer.UncountedOutcomes;
import com.cdhdashboard.core.report.DashboardView;
import com.cdhdashboard.core.report.FilterChoice;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.Reports;
import com.cdhdashboard.core.report.RowsBehind;
import com.cdhdashboard.core.report.Suggestion;
import com.cdhdashboard.core.report.dashboard.Dashboard;
import com.cdhdashboard.core.report.data.DataOrReason;
import com.cdhdashboard.core.report.data.FilterChoices;
import com.cdhdashboard.core.report.data.ValueStyles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reports of a configuration over one version of the data. Safe for use by many threads. */
public final class ConfiguredReports implements Reports {
    private final Configuration configuration;
    private final List<Metric> metrics;
    private final CubeReader cubes;
    private final List<ConfiguredReport> reports;
    private final ValueStyles styles;
    private final Dashboard dashboard;

    /**
     * The reports of these metrics.
     *
     * @param metrics those of the configuration that are computed, in its order
     */
    public ConfiguredReports(Configuration configuration, List<Metric> metrics, CubeReader cubes) {
        this.configuration = requireNonNull(configuration, "configuration");
        this.metrics = List.copyOf(metrics);
        this.cubes = requireNonNull(cubes, "cubes");
        this.styles = new ValueStyles(metrics, cubes);
        this.reports = ConfiguredReport.of(configuration, this.metrics);
        this.dashboard = new Dashboard(this.metrics, this::data);
    }

    @Override
    public List<ReportEntry> entries() {
        return reports.stream().map(ConfiguredReport::entry).toList();
    }

    @Override
    public ReportView view(ReportRequest request) {
        ConfiguredReport report = report(request.key());
        ReportView view = report.view(request, metric -> data(metric, request.filters()));
        return report.metric()
                .map(metric -> view.withNotes(unknownValues(List.of(metric), request.filters())))
                .orElse(view);
    }

    @Override
    public Optional<RowsBehind> behind(ReportRequest request, Table row) {
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
    public List<FilterChoice> reportFilters(ReportRequest request) {
        return report(request.key())
                .metric()
                .map(metric -> FilterChoices.all(metric, cubes, request.filters()))
                .orElse(List.of());
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
        return reports.stream()
                .filter(report -> report.entry().key().equals(key))
                .findFirst()
                .orElseThrow(() -> unknown(key));
    }

    private UserException unknown(String key) {
        List<String> keys = reports.stream().map(report -> report.entry().key()).toList();
        return new UserException(
                UserException.Kind.NOT_FOUND,
                "There is no report \"" + key + "\"" + Suggestion.ending(key, keys) + " Reports: "
                        + String.join(", ", keys) + ".");
    }

    private DataOrReason data(Metric metric, List<Filter> filters) {
        return DataOrReason.of(metric, cubes, styles, filters);
    }
}
