package com.cdhdashboard.core.report;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.metric.EngagementMetric;
import com.cdhdashboard.core.metric.Score;
import com.cdhdashboard.core.metric.Scores;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the keys of a report may name: the dimensions and scores of its metric.
 *
 * @param dimensions in the order menus offer them
 * @param scores all that are computed, those the metric lists first
 */
record Vocabulary(String metric, Family family, List<String> dimensions, List<String> scores) {
    Vocabulary {
        dimensions = List.copyOf(dimensions);
        scores = List.copyOf(scores);
    }

    /** Empty for a family that has no reports. */
    static Optional<Vocabulary> of(MetricConfig metric, List<String> globalFilters) {
        if (metric instanceof MetricConfig.Experiment experiment) {
            return Optional.of(ofExperiment(experiment, globalFilters));
        }
        Set<String> dimensions = new LinkedHashSet<>(metric.common().groupBy());
        dimensions.addAll(globalFilters);
        if (metric instanceof MetricConfig.Clv) {
            return Optional.of(ofCustomers(metric));
        }
        if (metric instanceof MetricConfig.Engagement) {
            dimensions.add(EngagementMetric.ARM_COLUMN);
            return Optional.of(of(metric, Family.ENGAGEMENT, dimensions));
        }
        return metric instanceof MetricConfig.Conversion
                ? Optional.of(of(metric, Family.CONVERSION, dimensions))
                : Optional.empty();
    }

    /** Customers know the groups of their metric and their segment, but no page-wide filters. */
    private static Vocabulary ofCustomers(MetricConfig metric) {
        Set<String> dimensions = new LinkedHashSet<>(metric.common().groupBy());
        dimensions.add(CustomerColumn.RFM_SEGMENT.column());
        List<String> measures =
                CustomerColumn.measures().stream().map(CustomerColumn::column).toList();
        Set<String> scores = new LinkedHashSet<>(metric.common().scores());
        scores.retainAll(measures);
        scores.addAll(measures);
        return new Vocabulary(metric.name(), Family.CLV, List.copyOf(dimensions), List.copyOf(scores));
    }

    /** The experiment comes first, as every answer is grouped by it; none is by arm. */
    private static Vocabulary ofExperiment(MetricConfig.Experiment metric, List<String> globalFilters) {
        Set<String> dimensions = new LinkedHashSet<>(List.of(metric.experimentName()));
        dimensions.addAll(metric.common().groupBy());
        dimensions.addAll(globalFilters);
        dimensions.remove(metric.experimentGroup());
        return of(metric, Family.EXPERIMENT, dimensions);
    }

    private static Vocabulary of(MetricConfig metric, Family family, Set<String> dimensions) {
        List<String> computed = Scores.of(family).stream()
                .filter(score -> score.format().isNumber())
                .map(Score::name)
                .toList();
        Set<String> scores = new LinkedHashSet<>(metric.common().scores());
        scores.retainAll(computed);
        scores.addAll(computed);
        return new Vocabulary(metric.name(), family, List.copyOf(dimensions), List.copyOf(scores));
    }

    /** The same with the dimensions that the data hold, too. */
    Vocabulary withDimensions(CubeSchema schema) {
        Set<String> all = new LinkedHashSet<>(dimensions);
        schema.dimensions().forEach(column -> all.add(column.name()));
        return new Vocabulary(metric, family, List.copyOf(all), scores);
    }
}
