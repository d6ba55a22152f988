package com.cdhdashboard.core.metric;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.Moments;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.metric.score.Scoring;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the values of some columns look like: how many there are and, of numbers, where they lie and how they scatter.
 *
 * <p>Every prepared row counts, whatever its outcome.
 *
 * @param properties the columns described
 */
public record DescriptiveMetric(MetricConfig.Descriptive config, List<String> globalFilters, List<String> properties)
        implements Metric {
    /** The number of rows of a cell. */
    public static final String ROWS = "Rows";

    public DescriptiveMetric {
        requireNonNull(config, "config");
        globalFilters = List.copyOf(globalFilters);
        properties = List.copyOf(properties);
    }

    public DescriptiveMetric(MetricConfig.Descriptive config, List<String> globalFilters) {
        this(config, globalFilters, config.columns());
    }

    @Override
    public Family family() {
        return Family.DESCRIPTIVE;
    }

    @Override
    public List<String> grain() {
        return Interactions.grain(config, globalFilters);
    }

    @Override
    public List<String> neededColumns() {
        return Interactions.neededColumns();
    }

    /** A column that the files lack is not described; the others are. */
    @Override
    public List<String> optionalColumns() {
        return config.columns();
    }

    /** The rows, then the values of each column that are not null. */
    @Override
    public List<Column> measures() {
        return Stream.concat(
                        Stream.of(ROWS),
                        config.columns().stream()
                                .map(column -> DescriptiveScores.name(column, DescriptiveScores.COUNT)))
                .map(name -> Column.measure(name, ValueType.INTEGER))
                .toList();
    }

    /** Of every column, as only the data tell which are numeric; a cube holds those of numeric columns. */
    @Override
    public List<Summary> summaries() {
        return config.columns().stream()
                .flatMap(column -> Stream.<Summary>of(moments(column), quantiles(column)))
                .toList();
    }

    @Override
    public List<Summary> summariesOf(Collection<String> scores) {
        List<Summary> needed = new ArrayList<>();
        for (String column : properties) {
            if (DescriptiveScores.OF_MOMENTS.stream()
                    .anyMatch(score -> scores.contains(DescriptiveScores.name(column, score)))) {
                needed.add(moments(column));
            }
            if (DescriptiveScores.OF_QUANTILES.stream()
                    .anyMatch(score -> scores.contains(DescriptiveScores.name(column, score)))) {
                needed.add(quantiles(column));
            }
        }
        return needed;
    }

    public Moments moments(String column) {
        return new Moments(column);
    }

    public Quantiles quantiles(String column) {
        return new Quantiles(column, !config.useTDigest());
    }

    @Override
    public List<Score> scores() {
        return Stream.concat(
                        Stream.of(DescriptiveScores.rows()),
                        properties.stream().flatMap(column -> DescriptiveScores.of(column).stream()))
                .toList();
    }

    @Override
    public Metric onProperty(String property) {
        if (!properties.contains(property)) {
            throw Properties.refuse(this, property);
        }
        return new DescriptiveMetric(config, globalFilters, List.of(property));
    }

    @Override
    public Table score(Table rolledUp) {
        Scoring scoring = new Scoring(rolledUp);
        List<Score> scores = new ArrayList<>(List.of(DescriptiveScores.rows()));
        List<DescribedColumn> described = new ArrayList<>();
        for (String column : properties) {
            DescribedColumn found = new DescribedColumn(scoring, moments(column), quantiles(column));
            if (found.isKnown()) {
                described.add(found);
                scores.addAll(found.scores());
            }
        }
        int rows = scoring.place(ROWS);
        return scoring.score(scores, row -> {
            List<@Nullable Object> values = new ArrayList<>(List.of(Scoring.count(row, rows)));
            described.forEach(column -> values.addAll(column.values(row)));
            return values;
        });
    }
}
