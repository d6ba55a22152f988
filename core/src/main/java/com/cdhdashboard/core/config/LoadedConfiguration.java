package com.cdhdashboard.core.config;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.error.Severity;
import java.util.List;

/**
 * What reading a configuration gives: as much of it as could be read, and every problem found. A report or a metric
 * with an error is left out of {@code configuration}; the rest works.
 *
 * @param text what was read
 */
public record LoadedConfiguration(Configuration configuration, List<Problem> problems, String text) {
    public LoadedConfiguration {
        requireNonNull(configuration, "configuration");
        problems = List.copyOf(problems);
        requireNonNull(text, "text");
    }

    /** One that was not read from a text. */
    public LoadedConfiguration(Configuration configuration, List<Problem> problems) {
        this(configuration, problems, "");
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
