package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.output.Json;
import com.cdhdashboard.app.page.configuration.entries.Undo;
import com.cdhdashboard.core.config.entry.Removal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a change where that is not plain to see.
 *
 * @param label of the button that makes a change
 * @param again that change, as JSON; empty where there is none
 */
public record Notice(String text, String label, String again) {
    static Notice told(String text) {
        return new Notice(text, "", "");
    }

    /** That something was removed, with the way to have it back. */
    static Notice undo(String text, String step, Removal removal) {
        Map<String, List<String>> again = new LinkedHashMap<>();
        again.put("action", List.of("undo"));
        again.put("step", List.of(step));
        again.put("removed", List.of(Undo.text(removal.removed())));
        return new Notice(text, "Undo", Json.text(again));
    }
}
