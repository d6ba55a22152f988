package com.cdhdashboard.core.report;

import java.util.List;

/** The dashboard: its cards and its charts, each standing alone with its own reason where it cannot be shown. */
public record DashboardView(List<KpiCard> cards, List<ReportView> charts) {
    public DashboardView {
        cards = List.copyOf(cards);
        charts = List.copyOf(charts);
    }
}
