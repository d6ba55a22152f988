package com.cdhdashboard.app.page.configuration;

import com.cdhdashboard.app.page.configuration.form.FieldPath;
import com.cdhdashboard.core.error.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the check says, by step, with the way to where each is mended; and how far each step is. */
public record Health(List<Part> parts) {
    private static final int MOST_SHOWN = 20;

    /** One step with what is wrong with it. */
    public record Part(Step step, String url, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }

        /** {@code blocked}, {@code review} or {@code ready}. */
        public String state() {
            return count("error") > 0 ? "blocked" : lines.isEmpty() ? "ready" : "review";
        }

        public String stateText() {
            return switch (state()) {
                case "blocked" -> "Blocked";
                case "review" -> "Needs review";
                default -> "Ready";
            };
        }

        /** As many as anybody reads, the gravest first; the rest is counted. */
        public List<Line> shown() {
            return Stream.of("error", "warning", "info")
                    .flatMap(severity ->
                            lines.stream().filter(line -> line.severity().equals(severity)))
                    .limit(MOST_SHOWN)
                    .toList();
        }

        long count(String severity) {
            return lines.stream()
                    .filter(line -> line.severity().equals(severity))
                    .count();
        }
    }

    /**
     * One problem.
     *
     * @param url where it is mended
     * @param textUrl its line of the text; empty where it has none
     */
    public record Line(String severity, String path, String message, String url, String line, String textUrl) {}

    public Health {
        parts = List.copyOf(parts);
    }

    static Health of(Editing editing, Steps steps) {
        String draft = editing.draft().id();
        Map<Step, List<Line>> lines = new HashMap<>();
        for (Problem problem : editing.problems()) {
            FieldPath path = FieldPath.parse(problem.path());
            Step step = steps.editing(path.names());
            lines.computeIfAbsent(step, none -> new ArrayList<>()).add(line(problem, path, step, steps.text(), draft));
        }
        return new Health(steps.list().stream()
                .map(step -> new Part(step, step.url(draft, ""), lines.getOrDefault(step, List.of())))
                .toList());
    }

    private static Line line(Problem problem, FieldPath path, Step step, Step text, String draft) {
        String line = problem.position().map(at -> String.valueOf(at.line())).orElse("");
        String textUrl = line.isEmpty() ? "" : text.url(draft, "line-" + line);
        String url = step.needsToml() ? step.url(draft, step.itemOf(path.names())) + "#" + path.id() : textUrl;
        return new Line(
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.path(),
                problem.message(),
                url.isEmpty() ? text.url(draft, "") : url,
                line,
                textUrl);
    }

    public long errors() {
        return parts.stream().mapToLong(part -> part.count("error")).sum();
    }

    public long warnings() {
        return parts.stream().mapToLong(part -> part.count("warning")).sum();
    }

    public List<Part> troubled() {
        return parts.stream().filter(part -> !part.lines().isEmpty()).toList();
    }

    /** The first problem that a step has. */
    Optional<Line> first(Step step) {
        return parts.stream()
                .filter(part -> part.step().equals(step))
                .flatMap(part -> part.lines().stream())
                .findFirst();
    }

    /** All in a sentence. */
    public String words() {
        if (errors() + warnings() == 0) {
            return "No problems";
        }
        return counted(errors(), "error") + ", " + counted(warnings(), "warning");
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
