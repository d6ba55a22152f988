package com.cdhdashboard.core.report;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.report.explanation.ScoreCatalogue;
import java.util.List;
import java.util.Optional;

/** All reports of one configuration over one version of the data. Safe for use by many threads. */
public interface Reports {
    /** The menu, in the order of the configuration. */
    List<ReportEntry> entries();

    /** What the numbers in the table of a report mean. */
    default ScoreCatalogue scores(String report) {
        return entries().stream()
                .filter(entry -> entry.key().equals(report))
                .findFirst()
                .map(ReportEntry::scores)
                .orElse(column -> Optional.empty());
    }

    /**
     * Draws a report. One that cannot be drawn comes back with its reason.
     *
     * @throws com.cdhdashboard.core.error.UserException where there is no report of that key
     */
    ReportView view(ReportRequest request);

    /**
     * What a row of the report's table is made of; empty where the report has no data.
     *
     * @param row a table with that row alone
     */
    Optional<RowsBehind> behind(ReportRequest request, Table row);

    DashboardView dashboard(List<Filter> filters);

    /** The page-wide filters, in the order of {@code global_filters}; filters on a dimension the data lack are left out. */
    List<FilterChoice> globalFilters(List<Filter> filters);

    /** Every dimension of the report's metric with its values, for filters beside the page-wide ones. */
    List<FilterChoice> reportFilters(ReportRequest request);
}
