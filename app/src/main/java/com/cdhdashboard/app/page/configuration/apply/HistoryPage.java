package com.cdhdashboard.app.page.configuration.apply;

import com.cdhdashboard.app.view.Frame;
import java.util.List;
import java.util.Optional;

/** The configurations that were applied, and the chosen one beside the one before. */
public record HistoryPage(Frame frame, List<Entry> entries, Optional<Chosen> chosen, boolean readOnly) {
    /** A version that was applied. */
    public record Entry(long number, String time, String who, String what, String url, boolean shown) {}

    /**
     * A version in detail.
     *
     * @param before what it took the place of
     */
    public record Chosen(long number, String before, Comparison comparison) {}

    public HistoryPage {
        entries = List.copyOf(entries);
    }
}
