package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.output.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said where a change was made on a revision that is not the newest: nothing of it is lost. */
final class Conflicts {
    private Conflicts() {}

    static Notice notice(Edit.Fields fields) {
        Map<String, List<String>> again = new LinkedHashMap<>(fields.values());
        List.of("csrf", "draft", "revision", "base").forEach(again::remove);
        String what = fields.values().containsKey("text")
                ? "Your text"
                : "Your change of " + fields.path().dotted()
                        + (fields.all("value").isEmpty()
                                ? ""
                                : " to \"" + String.join(", ", fields.all("value")) + "\"");
        return new Notice(
                "This draft was changed in another window meanwhile, and is shown here as it is now. " + what
                        + " was not made.",
                "Make it all the same",
                Json.text(again));
    }
}
