package com.cdhdashboard.app.page.configuration.entries;

import com.cdhdashboard.app.view.ReportCard;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.ReportView;
import java.util.List;
import java.util.Optional;

/**
 * A report of a draft, drawn over the data that are imported.
 *
 * @param remark what is not as it seems; empty where nothing is
 * @param waits whether its models are being fitted, so that it is worth asking again
 */
public record Preview(ReportCard chart, List<KpiCard> cards, String remark, boolean waits) {
    private static final String ID = "preview-chart";
    private static final int HEIGHT = 420;

    public Preview {
        cards = List.copyOf(cards);
    }

    public static Preview of(ReportView view) {
        return of(view, ID);
    }

    /** With a chart of that name on the page. */
    public static Preview of(ReportView view, String id) {
        return new Preview(
                ReportCard.of(view, id, Optional.empty()),
                view.cards(),
                "",
                view.state().equals("fitting"));
    }

    /** Of a metric that the draft counts in another way: with the numbers there are, or none where it needs others. */
    public static Preview ofChanged(String metric, ReportView view) {
        String changed =
                "The metric \"" + metric + "\" is changed in this draft, which is counted when the draft is applied.";
        Preview preview = of(view);
        return view.reason().isPresent()
                ? refused(changed + " What this report shows of it is not counted yet; this chart shows then.")
                : new Preview(
                        preview.chart(),
                        preview.cards(),
                        changed + " Until then this shows the numbers as they are counted now.",
                        preview.waits());
    }

    /** No picture, and why. */
    public static Preview refused(String reason) {
        ReportCard card =
                new ReportCard(ID, "", Optional.empty(), Optional.empty(), HEIGHT, Optional.of(reason), List.of(), "");
        return new Preview(card, List.of(), "", false);
    }
}
