package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.report.configured.AdHocReport;
import java.util.List;
import java.util.Map;

/**
 * A report that an address says whole, as the configuration has it not.
 *
 * @param state with all of the report, and how its table is looked at
 */
public record AskedReport(AdHocReport report, ViewState state) {
    /**
     * Reads decoded parameters.
     *
     * @throws com.cdhdashboard.core.error.UserException where they are no report
     */
    public static AskedReport of(Configuration configuration, Map<String, List<String>> parameters) {
        ViewState read = ViewState.parse(parameters);
        AdHocReport report = AdHocReport.parse(configuration, ViewState.keys(parameters), read.filters());
        return new AskedReport(report, new ViewState(report.parameters(), read.filters(), read.table()));
    }
}
