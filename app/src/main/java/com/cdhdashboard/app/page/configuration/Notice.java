package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.output.Json;
import com.cdhdashboard.app.page.configuration.entries.Undo;
import com.cdhdashboard.app.page.configuration.form.FieldPath;
import com.cdhdashboard.core.config.entry.Removal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a change where that is not plain to see.
 *
 * @param label of the button that makes a change
 * @param again that change, as JSON; empty where there is none
 * @param first the id of the field that one goes on with; empty where that is as before
 */
public record Notice(String text, String label, String again, String first) {
    Notice(String text, String label, String again) {
        this(text, label, again, "");
    }

    static Notice told(String text) {
        return new Notice(text, "", "");
    }

    /** That a report was taken into the draft from its page, where it is to be seen only later. */
    static Notice taken(String report, boolean isNew) {
        String text = isNew
                ? "The new report \"" + report
                        + "\" is saved in this draft. \"Review and apply\" makes it appear among the" + " reports."
                : "The report \"" + report
                        + "\" is changed in this draft. \"Review and apply\" makes its page show it so.";
        return new Notice(text, "", "", new FieldPath(List.of("reports", report, "description")).id());
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
