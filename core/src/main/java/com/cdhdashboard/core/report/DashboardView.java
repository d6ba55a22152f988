package com.cdhdashboard.core.report;

import java.util.List;

/**
 * The dashboard: its cards and its charts, each standing alone with its own reason where it cannot be shown.
 *
 * @param notes what has to be said of all of them
 */
public record DashboardView(List<KpiCard> cards, List<ReportView> charts, List<String> notes) {
    public DashboardView {
        cards = List.copyOf(cards);
        charts = List.copyOf(charts);
        notes = List.copyOf(notes);
    }

    public DashboardView(List<KpiCard> cards, List<ReportView> charts) {
        this(cards, charts, List.of());
    }

    public DashboardView withNotes(List<String> all) {
        return new DashboardView(cards, charts, all);
    }
}
