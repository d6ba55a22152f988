package com.cdhdashboard.core.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * The dashboard: its cards and its charts, each standing alone with its own reason where it cannot be shown.
 *
 * @param subjects what the charts are about, one for each; or none
 * @param notes what has to be said of all of them
 */
public record DashboardView(
        List<KpiCard> cards, List<ReportView> charts, List<String> notes, List<KpiCard.Subject> subjects) {
    public DashboardView {
        cards = List.copyOf(cards);
        charts = List.copyOf(charts);
        notes = List.copyOf(notes);
        subjects = List.copyOf(subjects);
    }

    public DashboardView(List<KpiCard> cards, List<ReportView> charts, List<String> notes) {
        this(cards, charts, notes, List.of());
    }

    public DashboardView(List<KpiCard> cards, List<ReportView> charts) {
        this(cards, charts, List.of());
    }

    /** With these notes before its own. */
    public DashboardView withNotes(List<String> others) {
        List<String> all = Stream.concat(others.stream(), notes.stream()).toList();
        return new DashboardView(cards, charts, all, subjects);
    }
}
