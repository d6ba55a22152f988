package com.cdhdashboard.app.view;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.report.DashboardView;
import com.cdhdashboard.core.report.FilterChoice;
import com.cdhdashboard.core.report.ReportRequest;
import com.cdhdashboard.core.report.ReportView;
import com.cdhdashboard.core.report.customer.CustomerReports;
import com.cdhdashboard.core.report.customer.CustomerView;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import java.util.List;

/** The workspace's answers to pages, each made once for a version of the data. */
public final class Answers {
    /**
     * Table cells held, at some 50 bytes each: about 60 MB. Whole answers are held elsewhere; these are for other pages,
     * orders and forms of the same.
     */
    private static final long CAPACITY = 1_200_000;

    private static final long FIGURE_WEIGHT = 2_000;

    private final Workspace workspace;
    private final ResultCache<ReportView> views = new ResultCache<>(CAPACITY, Answers::weight);
    private final ResultCache<CustomerView> customerViews =
            new ResultCache<>(CAPACITY / 2, view -> weight(view.report()));
    private final ResultCache<DashboardView> dashboards = new ResultCache<>(
            CAPACITY / 8,
            view -> view.charts().stream().mapToLong(Answers::weight).sum() + FIGURE_WEIGHT);
    private final ResultCache<List<FilterChoice>> choices = new ResultCache<>(
            CAPACITY / 8,
            list -> 1
                    + list.stream().mapToLong(choice -> choice.values().size()).sum());

    public Answers(Workspace workspace) {
        this.workspace = workspace;
    }

    private static long weight(ReportView view) {
        return FIGURE_WEIGHT
                + 2L * view.table().rows().size() * view.table().columns().size();
    }

    public ReportView view(ReportRequest request) {
        return views.answer(
                workspace.dataVersion(), request, () -> workspace.reports().view(request));
    }

    /** What the numbers in the table of a report mean. */
    public ScoreCatalogue scores(String report) {
        return workspace.reports().scores(report);
    }

    /** A report over customers; one that waits for models is not remembered here, its models are. */
    public CustomerView customerView(ReportRequest request) {
        CustomerReports reports = workspace.customerReports();
        return reports.needsModels(request.key())
                ? reports.view(request)
                : customerViews.answer(workspace.dataVersion(), request, () -> reports.view(request));
    }

    /** Every dimension of a metric over customers. */
    public List<FilterChoice> customerFilters(String metric, List<Filter> filters) {
        return choices.answer(
                workspace.dataVersion(),
                List.of(metric, filters),
                () -> workspace.customerReports().filters(metric, filters));
    }

    public DashboardView dashboard(List<Filter> filters) {
        return dashboards.answer(
                workspace.dataVersion(), filters, () -> workspace.reports().dashboard(filters));
    }

    public List<FilterChoice> globalFilters(List<Filter> filters) {
        return choices.answer(
                workspace.dataVersion(), filters, () -> workspace.reports().globalFilters(filters));
    }

    /** The dimensions of a report that are not page-wide filters. */
    public List<FilterChoice> reportFilters(ReportRequest request) {
        List<String> global = workspace.configuration().globalFilters();
        return choices
                .answer(
                        workspace.dataVersion(),
                        request,
                        () -> workspace.reports().reportFilters(request))
                .stream()
                .filter(choice -> !global.contains(choice.dimension().name()))
                .toList();
    }
}
