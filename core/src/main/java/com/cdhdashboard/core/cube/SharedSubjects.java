package com.cdhdashboard.core.cube;

import static java.util.Objects.requireNonNull;

/**
 * The subjects of an experiment that are in more than one of its arms, in all data.
 *
 * @param experiment its name, as text
 * @param shared how many there are
 * @param subjects how many subjects the experiment has altogether
 */
public record SharedSubjects(String metric, String experiment, long shared, long subjects) {
    public SharedSubjects {
        requireNonNull(metric, "metric");
        requireNonNull(experiment, "experiment");
    }
}
