package com.cdhdashboard.app.page.assistant;

import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.assistant.provider.Offer;
import java.util.List;
import java.util.Optional;

/**
 * What the page shows on which people agree to what may be sent.
 *
 * @param instructions that a model is told first, to the letter
 */
public record ConsentPage(
        Frame frame,
        Offer offer,
        List<String> metrics,
        List<Choice> dimensions,
        String instructions,
        List<Offered> tools,
        Agreement agreement,
        String token) {
    /**
     * A dimension and what is told of it.
     *
     * @param treatment {@code told}, {@code masked} or {@code withheld}
     * @param least what the configuration says at least
     * @param examples of what is told
     */
    public record Choice(String name, String treatment, String least, String values, List<String> examples) {
        public Choice {
            examples = List.copyOf(examples);
        }
    }

    /** A tool that a model may ask. */
    public record Offered(String name, String description) {}

    /**
     * What was agreed.
     *
     * @param fingerprint of what is shown, which is what is agreed to
     * @param at when it was; empty where it was not
     * @param otherwise whether something else was agreed before
     */
    public record Agreement(String fingerprint, Optional<String> at, boolean otherwise) {}

    public ConsentPage {
        metrics = List.copyOf(metrics);
        dimensions = List.copyOf(dimensions);
        tools = List.copyOf(tools);
    }
}
