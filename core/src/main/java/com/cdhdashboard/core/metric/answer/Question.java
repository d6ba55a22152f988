package com.cdhdashboard.core.metric.answer;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.metric.Metric;
import java.util.List;

/**
 * What is asked of a metric.
 *
 * @param scores those that are needed; others may be answered, too, where they cost nothing
 */
public record Question(Metric metric, List<String> groupBy, List<Filter> filters, List<String> scores) {
    public Question {
        requireNonNull(metric, "metric");
        groupBy = List.copyOf(groupBy);
        filters = List.copyOf(filters);
        scores = List.copyOf(scores);
    }

    /** The question for all scores. */
    public static Question ofAllScores(Metric metric, List<String> groupBy, List<Filter> filters) {
        return new Question(metric, groupBy, filters, metric.scoreNames());
    }

    /** The scores of each group, ascending by the dimensions. */
    public Table answer(CubeReader cubes) {
        return metric.score(
                cubes.rollUp(new RollUp(metric.name(), metric.rollUpBy(groupBy), filters, metric.summariesOf(scores))));
    }

    /** What the answer holds beyond what was asked. */
    public List<String> notes() {
        return metric
                .requiredDimension()
                .filter(dimension -> !groupBy.contains(dimension))
                .map(dimension -> "Grouped by " + dimension + " too: arms are compared within one experiment.")
                .stream()
                .toList();
    }
}
