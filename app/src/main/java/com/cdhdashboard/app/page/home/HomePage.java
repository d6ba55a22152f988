package com.cdhdashboard.app.page.home;

import com.cdhdashboard.app.view.CardView;
import com.cdhdashboard.app.view.Frame;
import com.cdhdashboard.core.report.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the first page shows.
 *
 * @param cards the headline numbers
 * @param findings what changed more than by chance; {@code periods} says against what, empty where nothing did
 * @param imports what was imported last
 * @param facts about the data loaded
 * @param steps what to do next, most useful first
 */
public record HomePage(
        Frame frame,
        List<CardView> cards,
        List<FindingLine> findings,
        String periods,
        List<Fact> imports,
        List<Fact> facts,
        List<Step> steps,
        List<ProblemLine> problems,
        List<String> notes,
        boolean loaded) {
    private static final int MOST_PROBLEMS = 5;
    private static final String ERROR = "error";

    /** One figure about the data. */
    public record Fact(String label, String value, String detail) {}

    /** A finding with the address of its report. */
    public record FindingLine(Finding finding, String url) {}

    /** One thing to do. */
    public record Step(String title, String text, String url, String icon, boolean primary) {}

    /** A problem of the configuration; {@code severity} is {@code error}, {@code warning} or {@code info}. */
    public record ProblemLine(String severity, Optional<String> place, String path, String message) {}

    public HomePage {
        cards = List.copyOf(cards);
        findings = List.copyOf(findings);
        imports = List.copyOf(imports);
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
