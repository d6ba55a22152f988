package com.cdhdashboard.app.page.configuration.apply;

import com.cdhdashboard.app.route.Urls;
import com.cdhdashboard.app.view.Frame;
import java.util.List;
import java.util.Optional;

/**
 * What applying a draft would do.
 *
 * @param notice what has just happened to the draft; empty where nothing has
 * @param refusal why it cannot be applied; empty where it can
 */
public record ReviewPage(
        Frame frame, Reviewed of, String notice, String refusal, Optional<Plan> plan, Comparison comparison) {
    /**
     * What is looked at, so that nothing else is applied.
     *
     * @param served hash of the text in whose place it comes
     */
    public record Reviewed(String draft, long revision, String served) {}

    /**
     * What it takes.
     *
     * @param sentences what changes and what that needs
     * @param place where the text is written
     * @param missing what would have to be counted again and cannot be
     */
    public record Plan(List<String> sentences, String need, String place, List<String> missing) {
        public Plan {
            sentences = List.copyOf(sentences);
            missing = List.copyOf(missing);
        }
    }

    public String editUrl() {
        return Urls.configuration("general", of.draft(), "");
    }
}
