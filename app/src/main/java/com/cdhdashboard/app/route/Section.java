package com.cdhdashboard.app.route;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.report.ReportEntry;
import com.cdhdashboard.core.report.Reports;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.util.List;

/** The pages of reports that share a menu: those over interactions, and those over customers. */
public enum Section {
    REPORTS(Urls.REPORTS, "Reports"),
    CLV(Urls.CLV, "Customer lifetime value");

    private final String path;
    private final String title;

    Section(String path, String title) {
        this.path = path;
        this.title = title;
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

    /** Whether its reports may wait for models, which are fitted to customers. */
    public boolean waits() {
        return this == CLV;
    }

    /** Whether the data hold anything that its reports are over. */
    public boolean isLoaded(Snapshot now) {
        return data(now).rows() > 0;
    }

    /** What is loaded of the data that its reports are over. */
    public LoadedData data(Snapshot now) {
        return this == CLV ? now.holdings() : now.loaded();
    }

    /** Whether its reports are shown: without data those over interactions say so themselves. */
    public boolean isShown(Snapshot now) {
        return this == REPORTS || isLoaded(now);
    }

    /** The title of its page while it has no report. */
    public String title() {
        return title;
    }

    /** Where its first report is, and below which all its reports are. */
    String path() {
        return path;
    }
}
