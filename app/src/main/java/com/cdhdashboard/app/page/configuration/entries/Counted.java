package com.cdhdashboard.app.page.configuration.entries;

import com.cdhdashboard.app.page.configuration.form.FieldPath;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import java.util.List;

/** How many problems of each kind an entry has. */
public record Counted(long errors, long warnings) {
    public static Counted of(FieldPath entry, List<Problem> problems) {
        List<Problem> own = problems.stream().filter(entry.holder()).toList();
        return new Counted(count(own, Severity.ERROR), count(own, Severity.WARNING));
    }

    private static long count(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    /** In words; empty where there are none. */
    public String words() {
        String first = errors == 0 ? "" : errors + (errors == 1 ? " error" : " errors");
        String second = warnings == 0 ? "" : warnings + (warnings == 1 ? " warning" : " warnings");
        return first + (first.isEmpty() || second.isEmpty() ? "" : ", ") + second;
    }

    public String severity() {
        return errors > 0 ? "error" : "warning";
    }
}
