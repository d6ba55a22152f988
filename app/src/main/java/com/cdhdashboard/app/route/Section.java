package com.cdhdashboard.app.route;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.Reports;
import java.util.List;

/** The pages of reports that share a menu: those over interactions, and those over customers. */
public enum Section {
    REPORTS(Urls.REPORTS),
    CLV(Urls.CLV);

    private final String path;

    Section(String path) {
        this.path = path;
    }

    public static Section of(ReportEntry entry) {
        return entry.family() == Family.CLV ? CLV : REPORTS;
    }

    /** Its reports, in the order of the menu. */
    public List<ReportEntry> entries(Reports reports) {
        return reports.entries().stream().filter(entry -> of(entry) == this).toList();
    }

    public boolean holds(String key, Reports reports) {
        return entries(reports).stream().anyMatch(entry -> entry.key().equals(key));
    }

    /** Where its first report is, and below which all its reports are. */
    String path() {
        return path;
    }
}
