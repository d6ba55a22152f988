package com.cdhdashboard.core.metric.answer;

import static java.util.Comparator.comparingLong;

import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.SharedSubjects;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.metric.ExperimentMetric;
import com.cdhdashboard.core.metric.Metric;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of which experiments subjects are in more than one arm, whose responses then count for several. */
public final class SubjectsOfArms {
    private static final int NAMED = 5;

    private SubjectsOfArms() {}

    /** The note on the experiments that the filters name, or on all; empty where no subject is shared. */
    public static Optional<String> of(CubeReader cubes, Metric metric, List<Filter> filters) {
        if (!(metric instanceof ExperimentMetric experiment)) {
            return Optional.empty();
        }
        List<SharedSubjects> shared = cubes.sharedSubjects().stream()
                .filter(one -> one.metric().equals(metric.name()))
                .filter(one -> filters.stream()
                        .allMatch(filter -> leaves(filter, experiment.config().experimentName(), one.experiment())))
                .sorted(comparingLong(SharedSubjects::shared).reversed().thenComparing(SharedSubjects::experiment))
                .toList();
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        String named = shared.stream().limit(NAMED).map(SubjectsOfArms::words).collect(Collectors.joining("; "));
        String more = shared.size() > NAMED ? "; and of " + (shared.size() - NAMED) + " more experiments" : "";
        return Optional.of(named + more + ". This is counted over all data, whatever the filters; such subjects saw"
                + " several treatments, so the arms do not differ by theirs alone.");
    }

    private static boolean leaves(Filter filter, String dimension, String experiment) {
        return !(filter instanceof Filter.In in)
                || !in.dimension().equals(dimension)
                || in.values().contains(Optional.of(experiment)) != in.negated();
    }

    private static String words(SharedSubjects one) {
        return NumberText.count(one.shared()) + " of " + NumberText.count(one.subjects())
                + (one.subjects() == 1 ? " subject" : " subjects") + " of experiment \"" + one.experiment() + "\" "
                + (one.shared() == 1 ? "is" : "are") + " in more than one arm";
    }
}
