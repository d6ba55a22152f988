package com.cdhdashboard.app.view;

import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.route.ViewState;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.ReportTag;
import com.cdhdashboard.core.report.Reports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the menu of a section: its reports, grouped by their tags, and beside those over customers the customers. */
public record ReportMenu(Section section, List<ReportEntry> entries, List<CustomerMetric> customers) {
    private static final String UNTAGGED = "Other reports";

    public ReportMenu {
        entries = List.copyOf(entries);
        customers = List.copyOf(customers);
    }

    public static ReportMenu of(Section section, Reports reports, List<CustomerMetric> customers) {
        return new ReportMenu(section, section.entries(reports), section == Section.CLV ? customers : List.of());
    }

    /** The page of the first report that can be shown, else of the first, else of the customers. */
    public Optional<String> first(ViewState state) {
        return entries.stream()
                .filter(entry -> entry.reason().isEmpty())
                .findFirst()
                .or(() -> entries.stream().findFirst())
                .map(entry -> Urls.report(section, entry.key(), state))
                .or(() -> customers.stream().findFirst().map(metric -> Urls.customers(metric.name(), state)));
    }

    /**
     * Reports with one tag.
     *
     * @param tag as the configuration writes it; empty for reports without one
     */
    public record Group(String tag, String title, List<Item> items) {
        static Group of(String tag, List<Item> items) {
            return new Group(tag, tag.isEmpty() ? UNTAGGED : new ReportTag(tag).title(), items);
        }

        public Group {
            items = List.copyOf(items);
        }
    }

    /** A report in the menu. */
    public record Item(String key, String title, String url, boolean active, Optional<String> reason) {}

    /**
     * Groups in the order of their first report.
     *
     * @param active the key of the report shown, or the metric whose customers are
     * @param state of the page, whose filters the others keep
     */
    public List<Group> groups(String active, ViewState state) {
        Map<String, List<Item>> groups = new LinkedHashMap<>();
        for (ReportEntry entry : entries) {
            groups.computeIfAbsent(entry.tag().orElse(""), tag -> new ArrayList<>())
                    .add(new Item(
                            entry.key(),
                            entry.title(),
                            Urls.report(section, entry.key(), state.filtersOnly()),
                            entry.key().equals(active),
                            entry.reason()));
        }
        List<Group> all = new ArrayList<>();
        groups.forEach((tag, items) -> all.add(Group.of(tag, items)));
        if (section == Section.CLV) {
            all.add(new Group("customers", "Customers", customers(active, state)));
        }
        return all;
    }

    private List<Item> customers(String active, ViewState state) {
        boolean ofReport = entries.stream().anyMatch(entry -> entry.key().equals(active));
        return customers.stream()
                .map(CustomerMetric::name)
                .map(name -> new Item(
                        "customers:" + name,
                        customers.size() == 1 ? "All customers" : "All customers of " + name,
                        Urls.customers(name, state.filtersOnly()),
                        active.equals(name) && !ofReport,
                        Optional.empty()))
                .toList();
    }
}
