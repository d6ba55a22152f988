package com.cdhdashboard.app.page.differences;

import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.core.report.Difference;
import java.util.List;

/** What the page shows. */
public record DifferencesPage(Frame frame, List<Difference> differences) {
    public DifferencesPage {
        differences = List.copyOf(differences);
    }
}
