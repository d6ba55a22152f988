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
     * @param base hash of the text that a draft would begin with; empty where one is open
     * @param changed whether it differs from what is applied
     * @param readOnly why nothing can be changed; empty where it can
     * @param others drafts that can be gone on with; none where one is open
     * @param token what changes carry
     */
    public record Bar(
            Editing.DraftName name,
            String base,
            boolean changed,
            Ways ways,
            String readOnly,
            List<Other> others,
            String token) {
        public Bar {
            others = List.copyOf(others);
        }

        public String draft() {
            return name.id();
        }

        public long revision() {
            return name.revision();
        }
    }

    /** Where a draft can go. */
    public record Ways(String downloadUrl, String reviewUrl, boolean undo, boolean redo) {}

    /** Another draft, and when it was changed last. */
    public record Other(String url, String changed) {}

    /** The id of the field that one goes on with; empty where that is as before. */
    public String first() {
        return notice.map(Notice::first).orElse("");
    }

    public List<Health.Part> steps() {
        return health.parts();
    }

    public boolean shows(Health.Part part) {
        return part.step().equals(step);
    }
}
