package com.cdhdashboard.core.metric;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Scores;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A configured metric that this program computes: the grain of its cube, the measures and summaries in it and the scores
 * made from these.
 */
public interface Metric {
    MetricConfig config();

    Family family();

    default String name() {
        return config().name();
    }

    /** The outcomes counted; empty for a metric that counts every prepared row. */
    default Optional<MetricConfig.Responses> responses() {
        return config() instanceof MetricConfig.OfOutcomes outcomes
                ? Optional.of(outcomes.responses())
                : Optional.empty();
    }

    /** The dimensions of the cube: {@code group_by}, the global filters and what the family adds, each once. */
    List<String> grain();

    /** The dimension whose values are compared within each row of an answer, so that none can be grouped by it. */
    default Optional<String> comparedDimension() {
        return Optional.empty();
    }

    /** The dimension that every answer is grouped by, asked for or not. */
    default Optional<String> requiredDimension() {
        return Optional.empty();
    }

    /** The dimensions a roll-up needs for {@link #score} to answer by these. */
    default List<String> rollUpBy(List<String> groupBy) {
        return groupBy;
    }

    /** Columns of the prepared rows the metric reads beside its grain and the columns of its filter. */
    List<String> neededColumns();

    /** Columns without which the metric still answers, though less. */
    default List<String> optionalColumns() {
        return List.of();
    }

    /** The additive measures of a cell. */
    List<Column> measures();

    /** What a cell keeps beside its measures. */
    default List<Summary> summaries() {
        return List.of();
    }

    /** The summaries that these scores need; a roll-up of others costs time for nothing. */
    default List<Summary> summariesOf(Collection<String> scores) {
        return summaries();
    }

    /** All scores, in the order of answers. */
    default List<Score> scores() {
        return Scores.of(family());
    }

    /** The names of all scores, in the order {@link #score} gives them. */
    default List<String> scoreNames() {
        return scores().stream().map(Score::name).toList();
    }

    /** The prepared columns that a question can be put to one by one; empty for most families. */
    default List<String> properties() {
        return List.of();
    }

    /**
     * The metric with its scores of one property only.
     *
     * @throws UserException where the metric has no such property
     */
    default Metric onProperty(String property) {
        throw Properties.refuse(this, property);
    }

    /**
     * Replaces the measures of a table rolled up by {@link #rollUpBy} by the scores; the dimensions stay, but for the
     * compared one. A sum that is {@code null}, as
     * engines give it for no cells at all, counts as 0; a score that is not available becomes {@code null}. Scores whose
     * summaries were not rolled up are left out.
     */
    Table score(Table rolledUp);
}
