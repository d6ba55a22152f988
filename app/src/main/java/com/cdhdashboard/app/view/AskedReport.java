package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.report.configured.AdHocReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report that an address says whole, as the configuration has it not.
 *
 * @param state with all of the report, and how its table is looked at
 */
public record AskedReport(AdHocReport report, ViewState state) {
    /**
     * Reads decoded parameters.
     *
     * @param last the last day of the data
     * @throws com.cdhdashboard.core.error.UserException where they are no report
     */
    public static AskedReport of(
            Configuration configuration, Map<String, List<String>> parameters, Optional<LocalDate> last) {
        ViewState read = ViewState.parse(parameters).upTo(last);
        AdHocReport report = AdHocReport.parse(configuration, ViewState.keys(parameters), read.filters());
        return new AskedReport(report, read.withChoices(report.parameters()));
    }
}
