package com.cdhdashboard.core.report;

import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import java.util.List;
import java.util.Optional;

/**
 * All reports of one configuration over one version of the data, whatever data they are over. Safe for use by many
 * threads.
 */
public interface Reports {
    /** Those over cubes, then those over customers, each in the order of the configuration. */
    List<ReportEntry> entries();

    /**
     * Draws a report as far as it can be now; models that it needs are fitted meanwhile. One that cannot be drawn comes
     * back with its reason.
     *
     * @throws com.cdhdashboard.core.error.UserException where there is no report of that key
     */
    ReportView view(ReportRequest request);

    /** Like {@link #view}, but waits for the models. */
    ReportView await(ReportRequest request);

    /**
     * Draws a report that the configuration has not, or has otherwise, as far as it can be drawn now; one that cannot be
     * drawn comes back with its reason.
     */
    ReportView draft(ReportConfig report, List<Filter> filters);

    /** Ends the fitting of that number, if it runs. */
    void cancel(long fitting);

    /** Lets what was cancelled or has failed be fitted again. */
    void startAgain();

    /**
     * What a row of the report's table is made of; empty where the report has no data, or is over customers.
     *
     * @param row a table with that row alone
     */
    Optional<RowsBehind> behind(ReportRequest request, Table row);

    DashboardView dashboard(DashboardRequest request);

    /** The dashboard by the steps that suit the data. */
    default DashboardView dashboard(List<Filter> filters) {
        return dashboard(new DashboardRequest(filters, Optional.empty(), Optional.empty()));
    }

    /** The largest changes against the preceding period that are more than chance; none where there is none. */
    default List<Finding> findings() {
        return List.of();
    }

    /** The headline numbers beside those of the prototype. */
    default List<Difference> differences() {
        return List.of();
    }

    /** The page-wide filters, in the order of {@code global_filters}; filters on a dimension the data lack are left out. */
    List<FilterChoice> globalFilters(List<Filter> filters);

    /** Every dimension of a metric with the values that all other filters leave; none where the data hold nothing of it. */
    List<FilterChoice> filters(String metric, List<Filter> filters);
}
