package com.cdhdashboard.core.metric;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import java.util.List;

/**
 * A configured metric that this program computes: the grain of its cube, the measures in it and the scores made from
 * sums of these.
 */
public sealed interface Metric permits EngagementMetric, ConversionMetric {
    /** The measure that every cube has for successes, and the one for the rest of the population. */
    String POSITIVES = "Positives";

    String NEGATIVES = "Negatives";

    MetricConfig.OfOutcomes config();

    Family family();

    default String name() {
        return config().name();
    }

    /** The dimensions of the cube: {@code group_by}, the global filters and what the family adds, each once. */
    List<String> grain();

    /** Columns of the prepared rows the metric reads beside its grain and the columns of its filter. */
    List<String> neededColumns();

    /** The additive measures of a cell. */
    List<Column> measures();

    /** The names of all scores, in the order {@link #score} gives them. */
    default List<String> scoreNames() {
        return Scores.of(family()).stream().map(Score::name).toList();
    }

    /**
     * Replaces the measures of a rolled-up table by the scores; the dimensions stay. A sum that is {@code null}, as
     * engines give it for no cells at all, counts as 0; a score that is not available becomes {@code null}.
     */
    Table score(Table rolledUp);
}
