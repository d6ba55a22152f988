package com.cdhdashboard.app.page.dashboard;

import com.cdhdashboard.app.view.CardView;
import com.cdhdashboard.app.view.ControlView;
import com.cdhdashboard.app.view.FilterBar;
import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.app.view.ReportCard;
import java.util.List;

/**
 * What the dashboard shows.
 *
 * @param controls what several charts can choose
 * @param refresh milliseconds after which it asks for new data by itself; 0: never
 */
public record DashboardPage(
        Frame frame,
        FilterBar filters,
        List<CardView> cards,
        List<ControlView> controls,
        List<ReportCard> charts,
        List<String> notes,
        boolean loaded,
        int refresh) {
    public DashboardPage {
        cards = List.copyOf(cards);
        controls = List.copyOf(controls);
        charts = List.copyOf(charts);
        notes = List.copyOf(notes);
    }
}
