package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.core.error.UserException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The steps in the order of the page. */
public final class Steps {
    private static final String CHAT_ABSENT =
            "The configuration has neither [chat_with_data] nor [assistant]; what you fill in adds them.";

    private final List<Step> all;

    Steps(List<Step> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Those of the product.
     *
     * @param variants the configurations that the server shows
     */
    static Steps all(Workspace workspace, Supplier<List<Frame.Choice>> variants, StudioStep studio) {
        return new Steps(List.of(
                new FormStep("general", "General", List.of("copyright", "ux"), ""),
                new FormStep("ih", "Interaction history", List.of("ih"), ""),
                new FormStep(
                        "holdings",
                        "Product holdings",
                        List.of("holdings"),
                        "The configuration reads no product holdings. What you fill in adds them; file type and file"
                                + " pattern are needed then."),
                new MetricsStep(workspace),
                new ReportsStep(),
                new VariantsStep(variants),
                new FormStep("chat", "Chat", List.of("chat_with_data", "assistant"), CHAT_ABSENT),
                studio,
                new TomlStep()));
    }

    List<Step> list() {
        return all;
    }

    Step first() {
        return all.get(0);
    }

    /** The step with that key in its address. */
    Step of(String key) {
        return all.stream()
                .filter(step -> step.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND,
                        "There is no step \"" + key + "\" of the configuration. Steps: "
                                + all.stream().map(Step::key).collect(Collectors.joining(", ")) + "."));
    }

    /** The step that edits a key; the text where no other does. */
    Step editing(List<String> path) {
        return all.stream()
                .filter(step -> !path.isEmpty() && step.tables().contains(path.get(0)))
                .findFirst()
                .orElseGet(this::text);
    }

    /** The step that is the text itself. */
    Step text() {
        return all.get(all.size() - 1);
    }
}
