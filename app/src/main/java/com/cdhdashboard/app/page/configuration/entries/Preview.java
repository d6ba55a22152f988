package com.cdhdashboard.app.page.configuration.entries;

import com.cdhdashboard.app.view.ReportCard;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.ReportView;
import java.util.List;
import java.util.Optional;

/**
 * A report of a draft, drawn over the data that are imported.
 *
 * @param waits whether its models are being fitted, so that it is worth asking again
 */
public record Preview(ReportCard chart, List<KpiCard> cards, boolean waits) {
    private static final String ID = "preview-chart";
    private static final int HEIGHT = 420;

    public Preview {
        cards = List.copyOf(cards);
    }

    public static Preview of(ReportView view) {
        return new Preview(
                ReportCard.of(view, ID, Optional.empty()),
                view.cards(),
                view.state().equals("fitting"));
    }

    /** No picture, and why. */
    public static Preview refused(String reason) {
        ReportCard card =
                new ReportCard(ID, "", Optional.empty(), Optional.empty(), HEIGHT, Optional.of(reason), List.of());
        return new Preview(card, List.of(), false);
    }
}
