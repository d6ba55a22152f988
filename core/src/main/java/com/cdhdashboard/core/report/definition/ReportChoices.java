package com.cdhdashboard.core.report.definition;

import com.cdhdashboard.core.config.ReportConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configured report as its reader set it: what was chosen stands in the place of what is configured.
 *
 * @param notes choices that mean nothing to the report
 */
public record ReportChoices(ReportConfig report, List<String> notes) {
    /** The choices of a request put in the place of what is configured. */
    public static ReportChoices of(ReportConfig config, Capability capability, Map<String, String> choices) {
        Map<String, Object> settings = new LinkedHashMap<>(config.settings());
        List<String> notes = new ArrayList<>();
        choices.forEach((name, value) -> {
            Optional<Key> key = capability.key(name).filter(Key::hasControl);
            if (key.isEmpty()) {
                notes.add("This report has no control \"" + name + "\"; it was ignored.");
            } else if (!value.isEmpty()) {
                settings.put(name, value);
            } else if (!key.get().required()) {
                settings.put(name, "");
            }
        });
        return new ReportChoices(config.with(settings), List.copyOf(notes));
    }
}
