package com.cdhdashboard.core.metric;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.arm.ArmNames;
import com.cdhdashboard.core.metric.arm.ArmPivot;
import com.cdhdashboard.core.metric.score.Responses;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the arms of experiments differ in how often customers respond.
 *
 * <p>A row of an answer compares the arms of one experiment, so every answer is grouped by experiment, and none by arm.
 * Rows without an experiment or without an arm are left out; the configured default value counts as none.
 *
 * @param defaults the values that stand for none, by column, as text; those of other columns are left out
 */
public record ExperimentMetric(MetricConfig.Experiment config, List<String> globalFilters, Map<String, String> defaults)
        implements Metric {
    private static final List<Column> MEASURES = List.of(
            Column.measure(Responses.POSITIVES, ValueType.INTEGER),
            Column.measure(Responses.NEGATIVES, ValueType.INTEGER));

    public ExperimentMetric {
        requireNonNull(config, "config");
        globalFilters = List.copyOf(globalFilters);
        Map<String, String> ofExperiment = new LinkedHashMap<>(defaults);
        ofExperiment.keySet().retainAll(List.of(config.experimentName(), config.experimentGroup()));
        defaults = Collections.unmodifiableMap(ofExperiment);
    }

    @Override
    public Family family() {
        return Family.EXPERIMENT;
    }

    @Override
    public List<String> grain() {
        return Interactions.grain(config, globalFilters, config.experimentName(), config.experimentGroup());
    }

    @Override
    public List<String> neededColumns() {
        return Interactions.neededColumns(config.experimentName(), config.experimentGroup());
    }

    @Override
    public List<Column> measures() {
        return MEASURES;
    }

    @Override
    public Optional<String> comparedDimension() {
        return Optional.of(config.experimentGroup());
    }

    @Override
    public Optional<String> requiredDimension() {
        return Optional.of(config.experimentName());
    }

    @Override
    public List<String> rollUpBy(List<String> groupBy) {
        Set<String> dimensions = new LinkedHashSet<>(groupBy);
        dimensions.add(config.experimentName());
        dimensions.remove(config.experimentGroup());
        dimensions.add(config.experimentGroup());
        return List.copyOf(dimensions);
    }

    @Override
    public Table score(Table rolledUp) {
        return new ArmPivot(new ArmNames(config, defaults), rolledUp).scored();
    }
}
