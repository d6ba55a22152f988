package com.cdhdashboard.app.page.configuration;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/**
 * What is shown of a draft: the part of the page that each change sends anew.
 *
 * @param body the form of the step; empty where the text must be mended first
 * @param broken where the text is no TOML; empty where it is
 */
public record Editor(
        Bar bar,
        Step step,
        String item,
        Health health,
        Optional<Content> body,
        Optional<Health.Line> broken,
        Optional<Notice> notice) {
    /**
     * The draft in a line.
     *
     * @param token what changes carry
     * @param changed whether it differs from what is applied
     */
    public record Bar(String draft, long revision, boolean changed, String downloadUrl, String token) {}

    /**
     * What became of a change where that is not plain to see.
     *
     * @param again the same change once more, as JSON; empty where that makes no sense
     */
    public record Notice(String text, String again) {}

    public List<Health.Part> steps() {
        return health.parts();
    }

    public boolean shows(Health.Part part) {
        return part.step().equals(step);
    }
}
