package com.cdhdashboard.app.page.reports;

import com.cdhdashboard.app.route.Parameter;
import com.cdhdashboard.app.route.Section;
import com.cdhdashboard.app.view.CardView;
import com.cdhdashboard.app.view.ControlBar;
import com.cdhdashboard.app.view.Downloads;
import com.cdhdashboard.app.view.FilterBar;
import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.app.view.ReportCard;
import com.cdhdashboard.app.view.ReportMenu;
import com.cdhdashboard.app.view.TableView;
import java.util.List;
import java.util.Optional;

/**
 * What the page of one report shows.
 *
 * @param menu all reports of the section, grouped; empty beside a report that only the address says
 * @param controls with the mark of those the URL sets
 * @param kept what a change of the controls or filters says again beside these
 * @param report absent where there is nothing to show: no report at all, or no customers
 */
public record ReportsPage(
        Frame frame,
        Section section,
        List<ReportMenu.Group> menu,
        FilterBar filters,
        ControlBar controls,
        List<Parameter> kept,
        Optional<Body> report,
        Optional<Rotation> rotation) {
    /**
     * The report itself.
     *
     * @param taking absent where nothing can be changed
     * @param waiting while its models are fitted, or where that was ended
     */
    public record Body(
            String key,
            Addresses addresses,
            List<CardView> cards,
            ReportCard figure,
            TableView table,
            Downloads downloads,
            Optional<Taking> taking,
            Optional<Waiting> waiting) {}

    /**
     * How the report as it stands gets into a draft of the configuration.
     *
     * @param configured whether it is there already
     */
    public record Taking(String url, String token, boolean configured) {}

    /**
     * The report without choices, without choices but with its filters, and as it is.
     *
     * @param reset empty where all of it is chosen
     */
    public record Addresses(String action, String reset, String self) {}

    /**
     * A fitting of models that is not at its end, or was ended.
     *
     * @param number what to cancel it by; empty where it does not run
     * @param query the state of the page to come back to
     */
    public record Waiting(Optional<Long> number, String step, String passes, String token, String query) {}

    /** Where the page moves on to by itself, and after how many milliseconds. */
    public record Rotation(String nextUrl, int interval) {}

    public ReportsPage {
        menu = List.copyOf(menu);
        kept = List.copyOf(kept);
    }

    /** Whether its reports may wait for models, so that the page asks again for the answer alone. */
    public boolean waits() {
        return section.waits();
    }
}
