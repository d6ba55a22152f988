package com.cdhdashboard.core.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the problems of one check, in the order found. Not thread safe. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void error(Optional<Position> position, String path, String message) {
        found.add(new Problem(Severity.ERROR, position, path, message));
    }

    public void warning(Optional<Position> position, String path, String message) {
        found.add(new Problem(Severity.WARNING, position, path, message));
    }

    public void add(Problem problem) {
        found.add(problem);
    }

    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    public List<Problem> list() {
        return List.copyOf(found);
    }
}
