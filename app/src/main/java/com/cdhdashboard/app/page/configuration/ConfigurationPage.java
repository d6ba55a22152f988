package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.view.Frame;

/** The page of the configuration. */
public record ConfigurationPage(Frame frame, Editor editor) {
    /** Whether the step is the text itself, which has an editor of its own. */
    public boolean showsText() {
        return !editor.step().needsToml();
    }
}
