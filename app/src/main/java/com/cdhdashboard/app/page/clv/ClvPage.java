package com.cdhdashboard.app.page.clv;

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
 * What the page of one report over customers shows.
 *
 * @param loaded whether there are product holdings at all
 * @param report absent where there is none
 */
public record ClvPage(
        Frame frame,
        boolean loaded,
        List<ReportMenu.Group> menu,
        FilterBar filters,
        List<ControlView> controls,
        Optional<Body> report) {
    /** The report itself; {@code waiting} while its models are fitted, or where that was ended. */
    public record Body(
            String key,
            Addresses addresses,
            List<KpiCard> cards,
            ReportCard figure,
            TableView table,
            Downloads downloads,
            Optional<Waiting> waiting) {}

    /** The report without choices, without choices but with its filters, and as it is. */
    public record Addresses(String action, String reset, String self) {}

    /**
     * A computation that is not at its end, or was ended.
     *
     * @param number what to cancel it by; empty where it does not run
     */
    public record Waiting(Optional<Long> number, String step, String passes, String token) {}

    public ClvPage {
        menu = List.copyOf(menu);
        controls = List.copyOf(controls);
    }
}
