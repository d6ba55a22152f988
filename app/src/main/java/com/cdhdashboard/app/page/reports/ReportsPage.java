package com.cdhdashboard.app.page.reports;

import com.cdhdashboard.app.view.FilterBar;
import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.app.view.ReportCard;
import com.cdhdashboard.app.view.TableView;
import com.cdhdashboard.core.report.Control;
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
        List<MenuGroup> menu,
        FilterBar filters,
        List<ControlView> controls,
        Optional<Body> report,
        Optional<Rotation> rotation) {
    /** Reports with one tag. */
    public record MenuGroup(String tag, List<MenuItem> items) {}

    /** A report in the menu. */
    public record MenuItem(String key, String title, String url, boolean active, Optional<String> reason) {}

    /** A choice; {@code explicit} where the URL says it. */
    public record ControlView(Control control, boolean explicit) {}

    /** The report itself. */
    public record Body(
            String key,
            String actionUrl,
            String resetUrl,
            List<KpiCard> cards,
            ReportCard figure,
            TableView table,
            Downloads downloads) {}

    /** Addresses of the table as a file. */
    public record Downloads(String csv, String xlsx, String json) {}

    /** Where the page moves on to by itself, and after how many milliseconds. */
    public record Rotation(String nextUrl, int interval) {}

    public ReportsPage {
        menu = List.copyOf(menu);
        controls = List.copyOf(controls);
    }
}
