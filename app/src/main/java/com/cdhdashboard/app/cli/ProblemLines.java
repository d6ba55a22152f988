package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.output.TableText;
import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Problems of a configuration as lines that editors can jump from: {@code F:41:8: error: path: message}. */
final class ProblemLines {
    private static final String DEMO =
            "Note: numbers are of demo data, which \"cdhdashboard run\" makes, as demo_mode is true"
                    + " under [variants].";

    private ProblemLines() {}

    static String line(Problem problem) {
        String place = problem.position().map(Position::toString).orElse("");
        String path = problem.path().isEmpty() ? "" : problem.path() + ": ";
        return TableText.visible(
                (place.isEmpty() ? "" : place + ": ") + severity(problem) + ": " + path + problem.message());
    }

    /** For other programs; a problem without a place has neither file nor line nor column. */
    static Map<String, Object> json(Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", severity(problem));
        json.put("file", problem.position().map(Position::file));
        json.put("line", problem.position().map(Position::line));
        json.put("column", problem.position().map(Position::column));
        json.put("path", problem.path());
        json.put("message", problem.message());
        return json;
    }

    private static String severity(Problem problem) {
        return problem.severity().name().toLowerCase(Locale.ROOT);
    }

    /** Such as {@code 2 errors, 1 warning}. */
    static String count(List<Problem> problems) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = problems.stream()
                    .filter(problem -> problem.severity() == severity)
                    .count();
            if (count > 0) {
                String name =
                        severity == Severity.INFO ? "note" : severity.name().toLowerCase(Locale.ROOT);
                parts.add(count + " " + name + (count == 1 ? "" : "s"));
            }
        }
        return parts.isEmpty() ? "no problems" : String.join(", ", parts);
    }

    /**
     * On standard error, which configuration is used where that is not the one that was named, and that it has errors where
     * it has; what they concern does not work.
     */
    static void summarise(Workspaces.OpenWorkspace open, Terminal terminal) {
        open.place().note().ifPresent(note -> terminal.err().println(TableText.visible(note)));
        if (open.workspace().configured().demo()) {
            terminal.err().println(DEMO);
        }
        List<Problem> problems = open.workspace().configured().problems();
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            terminal.err()
                    .println(TableText.visible("The configuration"
                            + open.place().given().map(file -> " " + file).orElse("") + " has "
                            + count(problems)
                            + "; what they concern is left out. \"cdhdashboard validate\" lists them."));
        }
    }
}
