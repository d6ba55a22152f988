package com.cdhdashboard.app.page.assistant;

import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.assistant.privacy.SentFile;
import java.util.List;

/** What was sent to models, newest first. */
public record SentPage(Frame frame, List<SentFile.Entry> lines, int most) {
    public SentPage {
        lines = List.copyOf(lines);
    }
}
