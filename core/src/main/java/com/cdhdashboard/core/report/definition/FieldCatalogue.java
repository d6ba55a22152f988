package com.cdhdashboard.core.report.definition;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.TimeStep;
import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.metric.EngagementMetric;
import com.cdhdashboard.core.metric.ModelScoresMetric;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Scores;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the keys of a report may name: the dimensions, scores and properties of its metric.
 *
 * @param dimensions in the order menus offer them
 * @param scores all that are computed, those the metric lists first; of a descriptive metric those of each column
 */
public record FieldCatalogue(
        String metric, Family family, List<String> dimensions, List<String> scores, Properties propertyNames) {
    /**
     * The prepared columns that a report can choose from.
     *
     * @param numeric those that hold numbers; all of them as long as no data tell
     */
    public record Properties(List<String> all, List<String> numeric) {
        public Properties {
            all = List.copyOf(all);
            numeric = List.copyOf(numeric);
        }
    }

    public FieldCatalogue {
        dimensions = List.copyOf(dimensions);
        scores = List.copyOf(scores);
    }

    public static FieldCatalogue of(MetricConfig metric, List<String> globalFilters) {
        if (metric instanceof MetricConfig.Clv) {
            return ofCustomers(metric);
        }
        if (metric instanceof MetricConfig.Experiment experiment) {
            return ofExperiment(experiment, globalFilters);
        }
        Set<String> dimensions = new LinkedHashSet<>(metric.common().groupBy());
        dimensions.addAll(globalFilters);
        if (metric instanceof MetricConfig.Engagement) {
            dimensions.add(EngagementMetric.ARM_COLUMN);
            return of(metric, Family.ENGAGEMENT, dimensions, List.of());
        }
        if (metric instanceof MetricConfig.ModelScores) {
            return of(metric, Family.MODEL_ML_SCORES, dimensions, ModelScoresMetric.PROPERTIES);
        }
        return metric instanceof MetricConfig.Descriptive descriptive
                ? of(metric, Family.DESCRIPTIVE, dimensions, descriptive.columns())
                : of(metric, Family.CONVERSION, dimensions, List.of());
    }

    /** Customers know the groups of their metric and their segment, but no page-wide filters. */
    private static FieldCatalogue ofCustomers(MetricConfig metric) {
        Set<String> dimensions = new LinkedHashSet<>(metric.common().groupBy());
        dimensions.add(CustomerColumn.RFM_SEGMENT.column());
        List<String> measures = scores(Family.CLV);
        Set<String> scores = new LinkedHashSet<>(metric.common().scores());
        scores.retainAll(measures);
        scores.addAll(measures);
        return new FieldCatalogue(
                metric.name(),
                Family.CLV,
                List.copyOf(dimensions),
                List.copyOf(scores),
                new Properties(List.of(), List.of()));
    }

    /** The experiment comes first, as every answer is grouped by it; none is by arm. */
    private static FieldCatalogue ofExperiment(MetricConfig.Experiment metric, List<String> globalFilters) {
        Set<String> dimensions = new LinkedHashSet<>(List.of(metric.experimentName()));
        dimensions.addAll(metric.common().groupBy());
        dimensions.addAll(globalFilters);
        dimensions.remove(metric.experimentGroup());
        return of(metric, Family.EXPERIMENT, dimensions, List.of());
    }

    private static FieldCatalogue of(
            MetricConfig metric, Family family, Set<String> dimensions, List<String> properties) {
        if (dimensions.contains(TimeStep.DAY.dimension())) {
            Stream.of(TimeStep.values()).map(TimeStep::dimension).forEach(dimensions::add);
        }
        List<String> computed = scores(family);
        Set<String> scores = new LinkedHashSet<>(metric.common().scores());
        scores.retainAll(computed);
        scores.addAll(computed);
        return new FieldCatalogue(
                metric.name(),
                family,
                List.copyOf(dimensions),
                List.copyOf(scores),
                new Properties(properties, properties));
    }

    /** The scores of a family that a chart can show. */
    public static List<String> scores(Family family) {
        return switch (family) {
            case DESCRIPTIVE -> DescriptiveScores.names();
            case CLV ->
                CustomerColumn.measures().stream().map(CustomerColumn::column).toList();
            case ENGAGEMENT, CONVERSION, MODEL_ML_SCORES, EXPERIMENT ->
                Scores.of(family).stream()
                        .filter(score -> score.format().isNumber())
                        .map(Score::name)
                        .toList();
        };
    }

    public List<String> properties() {
        return propertyNames.all();
    }

    /** The scores that a property has: one that holds no numbers has its count only. */
    public List<String> scoresOf(String property) {
        return family != Family.DESCRIPTIVE || propertyNames.numeric().contains(property)
                ? scores
                : List.of(DescriptiveScores.COUNT);
    }

    /** The same with what the data tell: their dimensions, too, and which properties are numbers. */
    public FieldCatalogue withData(CubeSchema schema) {
        Set<String> all = new LinkedHashSet<>(dimensions);
        schema.dimensions().forEach(column -> all.add(column.name()));
        Set<String> summedUp = new LinkedHashSet<>();
        schema.summaries().forEach(summary -> summedUp.add(summary.column()));
        List<String> numeric = properties().stream().filter(summedUp::contains).toList();
        return new FieldCatalogue(metric, family, List.copyOf(all), scores, new Properties(properties(), numeric));
    }
}
