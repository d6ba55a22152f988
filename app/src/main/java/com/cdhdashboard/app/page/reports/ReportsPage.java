package com.cdhdashboard.app.page.reports;

import com.cdhdashboard.app.view.ControlView;
import com.cdhdashboard.app.view.Downloads;
import com.cdhdashboard.app.view.FilterBar;
import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.app.view.ReportCard;
import com.cdhdashboard.app.view.ReportMenu;
import com.cdhdashboard.app.view.TableView;
import com.cdhdashboard.core.report.KpiCard;
import java.util.List;
import java.util.Optional;

/**
 * What the page of one report shows.
 *
 * @param menu all reports, grouped
 * @param controls with the mark of those the URL sets
 * @param report the figure's frame; absent where there is no report at all
 */
public record ReportsPage(
        Frame frame,
        List<ReportMenu.Group> menu,
        FilterBar filters,
        List<ControlView> controls,
        Optional<Body> report,
        Optional<Rotation> rotation) {
    /** The report itself. */
    public record Body(
            String key,
            String actionUrl,
            String resetUrl,
            List<KpiCard> cards,
            ReportCard figure,
            TableView table,
            Downloads downloads) {}

    /** Where the page moves on to by itself, and after how many milliseconds. */
    public record Rotation(String nextUrl, int interval) {}

    public ReportsPage {
        menu = List.copyOf(menu);
        controls = List.copyOf(controls);
    }
}
