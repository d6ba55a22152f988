package com.cdhdashboard.app.page.configuration.apply;

import com.cdhdashboard.app.view.Frame;
import java.util.List;

/** What a draft and another configuration that was applied meanwhile both change. */
public record CollisionsPage(Frame frame, ReviewPage.Reviewed of, List<Entry> entries) {
    /** A key that both changed, with its values as texts. */
    public record Entry(String path, String base, String mine, String theirs) {}

    public CollisionsPage {
        entries = List.copyOf(entries);
    }
}
