package com.cdhdashboard.assistant.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a model did, as lines of text: those that failed with what was wrong, and a table by kind of question. */
public record ScoreTable(List<Grade> grades) {
    public ScoreTable {
        grades = List.copyOf(grades);
    }

    public long passed() {
        return grades.stream().filter(Grade::passed).count();
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        grades.stream()
                .filter(grade -> !grade.passed())
                .forEach(grade -> lines.add("FAILED  " + grade.question().id() + ": "
                        + grade.wrong().orElse("")));
        lines.add(line("Questions", "passed", "of", "seconds", "tokens to", "tokens of"));
        Map<String, List<Grade>> kinds = new LinkedHashMap<>();
        grades.forEach(grade -> kinds.computeIfAbsent(grade.question().kind(), none -> new ArrayList<>())
                .add(grade));
        kinds.forEach((kind, of) -> lines.add(row(kind, of)));
        lines.add(row("all", grades));
        return lines;
    }

    private static String row(String name, List<Grade> of) {
        double seconds = of.stream()
                .mapToDouble(grade -> grade.exchange().effort().time().toMillis() / 1_000.0)
                .sum();
        return line(
                name,
                Long.toString(of.stream().filter(Grade::passed).count()),
                Integer.toString(of.size()),
                String.format(Locale.ROOT, "%.1f", seconds / Math.max(1, of.size())),
                tokens(of.stream()
                        .mapToLong(grade -> grade.exchange().effort().sent())
                        .sum()),
                tokens(of.stream()
                        .mapToLong(grade -> grade.exchange().effort().received())
                        .sum()));
    }

    private static String tokens(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String line(String... cells) {
        return String.format(Locale.ROOT, "%-14s  %6s  %5s  %8s  %9s  %9s", (Object[]) cells);
    }
}
