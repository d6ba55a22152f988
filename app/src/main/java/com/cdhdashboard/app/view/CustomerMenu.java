package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.report.customer.CustomerReports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The menu beside everything about customers: their reports, and the customers of each metric. */
public final class CustomerMenu {
    private CustomerMenu() {}

    /** The menu; {@code active} is the key of a report or the name of a metric. */
    public static List<ReportMenu.Group> of(CustomerReports reports, String active, ViewState state) {
        List<ReportMenu.Group> groups = new ArrayList<>(
                ReportMenu.of(reports.entries(), Optional.of(active), key -> Urls.clvReport(key, state.filtersOnly())));
        List<String> names =
                reports.metrics().stream().map(CustomerMetric::name).toList();
        List<ReportMenu.Item> customers = names.stream()
                .map(name -> new ReportMenu.Item(
                        "customers:" + name,
                        names.size() == 1 ? "All customers" : "All customers of " + name,
                        Urls.customers(name, state.filtersOnly()),
                        active.equals(name) && !reports.has(active),
                        Optional.empty()))
                .toList();
        groups.add(new ReportMenu.Group("CUSTOMERS", customers));
        return List.copyOf(groups);
    }
}
