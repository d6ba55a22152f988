package com.cdhdashboard.app.view;

import com.cdhdashboard.app.output.FileName;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.ReportView;
import java.util.List;
import java.util.Optional;

/**
 * A report's figure in its own frame: drawn, or with the reason why not.
 *
 * @param id of the element on the page
 * @param url the report's own page; empty on that page itself
 * @param height in pixels
 * @param picture what a picture of it is called where it is saved, without the ending
 */
public record ReportCard(
        String id,
        String title,
        Optional<String> url,
        Optional<JsonBlock> figure,
        int height,
        Optional<String> reason,
        List<String> notes,
        String picture) {
    private static final int DEFAULT_HEIGHT = 420;
    private static final int MIN_HEIGHT = 160;
    private static final int MAX_HEIGHT = 6000;

    public ReportCard {
        notes = List.copyOf(notes);
    }

    public static ReportCard of(ReportView view, String id, Optional<String> url) {
        return new ReportCard(
                id,
                view.title(),
                url,
                view.figure().map(JsonBlock::new),
                view.figure().map(ReportCard::height).orElse(DEFAULT_HEIGHT),
                view.reason(),
                view.notes(),
                FileName.picture(view.title(), LoadedData.NOTHING, List.of()).stem());
    }

    /** Whose picture is named as the files of the same report are. */
    public ReportCard saved(LoadedData data, List<Filter> filters) {
        String name = FileName.picture(title, data, filters).stem();
        return new ReportCard(id, title, url, figure, height, reason, notes, name);
    }

    private static int height(Figure figure) {
        return figure.layout().get("height") instanceof Number height
                ? (int) Math.max(MIN_HEIGHT, Math.min(MAX_HEIGHT, height.doubleValue()))
                : DEFAULT_HEIGHT;
    }

    /** The drawing beside a card's number. */
    public static Optional<Sparkline> sparkline(KpiCard card) {
        return card.sparkline().flatMap(Sparkline::of);
    }
}
