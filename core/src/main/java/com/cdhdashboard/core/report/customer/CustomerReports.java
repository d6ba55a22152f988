package com.cdhdashboard.core.report.customer;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerQueries;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.FilterChoice;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.Suggestion;
import com.cdhdashboard.core.report.customer.ChartData.Fitting;
import com.cdhdashboard.core.report.customer.CustomerChart.Picture;
import com.cdhdashboard.core.report.definition.Capabilities;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.FieldCatalogue;
import com.cdhdashboard.core.report.definition.ReportChoices;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.ReportRules;
import com.cdhdashboard.core.report.definition.Settings;
import com.cdhdashboard.core.report.fit.ModelFits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The reports over customers of a configuration, and one version of the customers. Safe for use by many threads. */
public final class CustomerReports {
    private final Configuration configuration;
    private final List<CustomerMetric> metrics;
    private final CustomerReader customers;
    private final ModelFits fits;
    private final Capabilities capabilities;

    public CustomerReports(
            Configuration configuration, CustomerReader customers, ModelFits fits, Capabilities capabilities) {
        this.configuration = requireNonNull(configuration, "configuration");
        this.metrics = CustomerMetric.of(configuration);
        this.customers = requireNonNull(customers, "customers");
        this.fits = requireNonNull(fits, "fits");
        this.capabilities = requireNonNull(capabilities, "capabilities");
    }

    /** The menu, in the order of the configuration. */
    public List<ReportEntry> entries() {
        return reports().stream()
                .map(report -> ReportEntry.of(report, reason(report)))
                .toList();
    }

    private List<ReportConfig> reports() {
        return configuration.reports().stream()
                .filter(report -> report.metric().startsWith(Family.CLV.prefix()))
                .toList();
    }

    /** Whether there is a report over customers of that key. */
    public boolean has(String key) {
        return reports().stream().anyMatch(report -> report.key().equals(key));
    }

    /** Draws a report as far as it can be now; models that it needs are fitted meanwhile. */
    public ReportView view(ReportRequest request) {
        return view(request, new Fitting(fits, false));
    }

    /** Ends the computation of that number, if it runs. */
    public void cancel(long number) {
        fits.cancel(number);
    }

    /** Lets what was cancelled or has failed be computed again. */
    public void startAgain() {
        fits.startAgain();
    }

    /** Draws a report and waits for its models. */
    public ReportView await(ReportRequest request) {
        return view(request, new Fitting(fits, true));
    }

    /** Every dimension of the report's metric with the values that all other filters leave. */
    public List<FilterChoice> filters(String metric, List<Filter> filters) {
        Optional<CustomerSchema> schema = customers.schema(metric);
        if (schema.isEmpty()) {
            return List.of();
        }
        List<Filter> known = filters.stream()
                .filter(filter -> schema.get().dimension(filter.dimension()).isPresent())
                .toList();
        return schema.get().dimensions().stream()
                .map(dimension -> new FilterChoice(
                        dimension,
                        customers.values(
                                metric,
                                dimension.name(),
                                known.stream()
                                        .filter(filter -> !filter.dimension().equals(dimension.name()))
                                        .toList())))
                .toList();
    }

    private ReportConfig report(String key) {
        return reports().stream()
                .filter(report -> report.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> reason(ReportConfig report) {
        Optional<CustomerMetric> metric = metric(report);
        if (metric.isPresent()) {
            return faults(report, metric.get());
        }
        List<String> names = metrics.stream().map(CustomerMetric::name).toList();
        return Optional.of(
                names.isEmpty()
                        ? "The configuration reads no product holdings; add a [holdings] section."
                        : "There is no metric \"" + report.metric() + "\""
                                + Suggestion.ending(report.metric(), names) + " Metrics: " + String.join(", ", names)
                                + ".");
    }

    private Optional<CustomerMetric> metric(ReportConfig report) {
        return metrics.stream()
                .filter(each -> each.name().equals(report.metric()))
                .findFirst();
    }

    private FieldCatalogue fields(CustomerMetric metric) {
        return FieldCatalogue.of(metric.config(), configuration.globalFilters());
    }

    private Optional<String> faults(ReportConfig report, CustomerMetric metric) {
        String errors = ReportRules.check(report, fields(metric), capabilities).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(CustomerReports::words)
                .collect(Collectors.joining(" "));
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors);
    }

    private static String words(Problem problem) {
        return problem.path() + ": " + problem.message();
    }

    private ReportView view(ReportRequest request, Fitting fitting) {
        ReportConfig config = report(request.key());
        ReportEntry entry = ReportEntry.of(config, reason(config));
        if (entry.reason().isPresent()) {
            return refused(entry, entry.reason().get());
        }
        Optional<CustomerSchema> schema = customers.schema(config.metric());
        if (schema.isEmpty()) {
            return refused(
                    entry,
                    "The data hold no customers of the metric \"" + config.metric()
                            + "\". Import product holdings; the import tells which columns the metric lacks.");
        }
        for (Filter filter : request.filters()) {
            if (schema.get().dimension(filter.dimension()).isEmpty()) {
                return refused(
                        entry,
                        "The metric \"" + config.metric() + "\" has no dimension \"" + filter.dimension()
                                + "\", so it cannot be filtered by it. Clear the filter: "
                                + filter.sentence() + ".");
            }
        }
        return drawn(config, entry, new ChartData(schema.get(), customers, request.filters(), fitting), request);
    }

    private ReportView drawn(ReportConfig config, ReportEntry entry, ChartData data, ReportRequest request) {
        Capability capability = capabilities.find(Family.CLV, config.type()).orElseThrow();
        ReportChoices choices = ReportChoices.of(config, capability, request.choices());
        Optional<String> refusal = reason(choices.report());
        ReportConfig chosen = refusal.isPresent() ? config : choices.report();
        CustomerChart chart = CustomerKinds.of(capability)
                .reading()
                .apply(new ReportReading(
                        chosen, capability, fields(metric(config).orElseThrow())));
        var controls = new CustomerControls(chart, new Settings(chosen.settings()), data).of(capability);
        Picture picture = refusal.map(Picture::refused).orElseGet(() -> picture(chart, data));
        Drawing drawing = picture.drawing();
        List<String> notes = new ArrayList<>(CustomerQueries.notes(config.metric(), customers, request.filters()));
        notes.addAll(choices.notes());
        notes.addAll(drawing.notes());
        return new ReportView(
                entry.key(),
                entry.title(),
                controls,
                picture.cards(),
                drawing.table(),
                drawing.figure(),
                drawing.reason(),
                notes,
                picture.pending());
    }

    private static Picture picture(CustomerChart chart, ChartData data) {
        try {
            return chart.draw(data);
        } catch (UserException refusal) {
            return Picture.refused(String.valueOf(refusal.getMessage()));
        }
    }

    private static ReportView refused(ReportEntry entry, String reason) {
        return new ReportView(
                entry.key(),
                entry.title(),
                List.of(),
                List.of(),
                Drawing.EMPTY_TABLE,
                Optional.empty(),
                Optional.of(reason),
                List.of(),
                Optional.empty());
    }
}
