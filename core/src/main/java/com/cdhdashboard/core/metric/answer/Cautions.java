package com.cdhdashboard.core.metric.answer;

import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.metric.Metric;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reader of a metric must know about the data that it is computed from. */
public final class Cautions {
    private Cautions() {}

    /** The notes for the cells of a metric that pass the filters; none where nothing is to be told. */
    public static List<String> of(CubeReader cubes, Metric metric, List<Filter> filters) {
        Optional<String> uncounted = metric.responses()
                .flatMap(responses -> UncountedOutcomes.note(cubes.uncountedOutcomes(), List.of(metric)));
        return Stream.of(onShown(cubes, metric, filters).stream(), uncounted.stream())
                .flatMap(notes -> notes)
                .toList();
    }

    /** Of these notes the ones about what is shown, without those about rows that are not. */
    public static List<String> onShown(CubeReader cubes, Metric metric, List<Filter> filters) {
        Stream<String> found = Stream.of(
                        DoubtfulDays.of(cubes, metric.name(), filters),
                        OnlySuccesses.of(cubes, metric, filters),
                        SubjectsOfArms.of(cubes, metric, filters))
                .flatMap(Optional::stream);
        return Stream.concat(cubes.notes(metric.name()).stream(), found).toList();
    }
}
