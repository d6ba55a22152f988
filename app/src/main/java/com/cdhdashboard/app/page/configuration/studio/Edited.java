package com.cdhdashboard.app.page.configuration.studio;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.app.assistant.Visitor;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.edit.TomlText;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text that is edited, and what the check says of it.
 *
 * @param draft its name; empty as long as nothing was changed
 * @param visitor the browser that edits; empty where it is not known
 */
public record Edited(String draft, TomlText text, LoadedConfiguration checked, Optional<Visitor> visitor) {
    public Edited {
        requireNonNull(draft, "draft");
        requireNonNull(text, "text");
        requireNonNull(checked, "checked");
        requireNonNull(visitor, "visitor");
    }

    /** Errors that other metrics, reports and variants mend. */
    List<Problem> repairable() {
        return checked.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .filter(problem -> Stream.of("metrics", "reports", "variants")
                        .anyMatch(section -> problem.path().startsWith(section)))
                .toList();
    }
}
