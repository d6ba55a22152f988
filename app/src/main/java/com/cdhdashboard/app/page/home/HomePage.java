package com.cdhdashboard.app.page.home;

import com.cdhdashboard.app.view.Frame;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the first page shows.
 *
 * @param facts about the data loaded
 * @param steps what to do next, most useful first
 */
public record HomePage(
        Frame frame,
        List<Fact> facts,
        List<Step> steps,
        List<ProblemLine> problems,
        List<String> notes,
        boolean loaded) {
    private static final int MOST_PROBLEMS = 5;
    private static final String ERROR = "error";

    /** One figure about the data. */
    public record Fact(String label, String value, String detail) {}

    /** One thing to do. */
    public record Step(String title, String text, String url, String icon, boolean primary) {}

    /** A problem of the configuration; {@code severity} is {@code error}, {@code warning} or {@code info}. */
    public record ProblemLine(String severity, Optional<String> place, String path, String message) {}

    public HomePage {
        facts = List.copyOf(facts);
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** As many as show what kind of problems there are, errors before others. */
    public List<ProblemLine> firstProblems() {
        return problems.stream()
                .sorted(Comparator.comparing(problem -> !problem.severity().equals(ERROR)))
                .limit(MOST_PROBLEMS)
                .toList();
    }

    public int moreProblems() {
        return Math.max(0, problems.size() - MOST_PROBLEMS);
    }
}
