package com.cdhdashboard.core.metric.answer;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.UnknownValues;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.core.metric.score.ExperimentScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers questions about the metrics of one configuration: a roll-up of the cube, scored. */
public record MetricQueries(List<Metric> metrics) {
    public MetricQueries {
        metrics = List.copyOf(metrics);
    }

    public static MetricQueries of(Configuration configuration) {
        return new MetricQueries(Metrics.of(configuration));
    }

    /** The metric of that name; an unknown one is refused with the names there are. */
    public Metric metric(String name) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND,
                        DidYouMean.refusal(
                                "metric",
                                name,
                                metrics.stream().map(Metric::name).toList())));
    }

    /** The metric of that name with the scores of one of its properties, where one is named. */
    public Metric metric(String name, Optional<String> property) {
        Metric metric = metric(name);
        return property.map(metric::onProperty).orElse(metric);
    }

    /**
     * The scores asked, of each group of the cells that pass the filters; a dimension named twice counts once. Without
     * dimensions there is exactly one row, unless the metric requires a dimension. With all scores asked, those that no
     * group can have are left out; a question that names fewer gets just these.
     *
     * @throws UserException if nothing is imported for the metric, or a dimension or score does not exist
     */
    public Table query(Question question, CubeReader cubes) {
        Metric metric = question.metric();
        CubeSchema schema = cubes.schema(metric.name())
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND,
                        "metric \"" + metric.name() + "\" has no data yet; import files that hold its columns: "
                                + String.join(", ", metric.neededColumns())));
        List<String> dimensions = question.groupBy().stream().distinct().toList();
        Stream.concat(dimensions.stream(), question.filters().stream().map(Filter::dimension))
                .forEach(dimension -> checkDimension(schema, dimension));
        dimensions.forEach(dimension -> checkNotCompared(metric, dimension));
        question.scores().forEach(score -> checkScore(metric, score));
        Table answer = new Question(metric, dimensions, question.filters(), question.scores()).answer(cubes);
        return question.scores().containsAll(metric.scoreNames()) ? answer : only(question, answer);
    }

    /** What has to be said of an answer: groups that were not asked for, values of filters that do not occur, cautions. */
    public List<String> notes(Question question, CubeReader cubes) {
        String metric = question.metric().name();
        Optional<CubeSchema> schema = cubes.schema(metric);
        List<String> notes = new ArrayList<>(question.notes());
        notes.addAll(UnknownValues.of(
                question.filters(),
                dimension -> schema.flatMap(found -> found.dimension(dimension))
                        .map(column -> cubes.values(metric, column.name(), List.of()))));
        notes.addAll(Cautions.of(cubes, question.metric(), question.filters()));
        return notes;
    }

    /** The dimensions and the scores asked, in that order; a score that no group has is not available. */
    private static Table only(Question question, Table answer) {
        List<Column> columns = new ArrayList<>(answer.columns());
        columns.removeIf(column -> column.role() == Column.Role.SCORE);
        question.metric().scores().stream()
                .filter(score -> question.scores().contains(score.name()))
                .forEach(score -> columns.add(score.column()));
        List<List<@Nullable Object>> rows = new ArrayList<>(answer.rows().size());
        for (List<@Nullable Object> row : answer.rows()) {
            List<@Nullable Object> kept = new ArrayList<>(columns.size());
            for (Column column : columns) {
                OptionalInt place = answer.indexOf(column.name());
                kept.add(place.isPresent() ? row.get(place.getAsInt()) : null);
            }
            rows.add(kept);
        }
        return new Table(columns, rows);
    }

    private static void checkNotCompared(Metric metric, String dimension) {
        if (metric.comparedDimension().filter(dimension::equals).isPresent()) {
            throw new UserException(
                    "an answer of metric \"" + metric.name() + "\" compares the values of \"" + dimension
                            + "\" within each row, so it cannot be grouped by it; leave it out. The column "
                            + ExperimentScores.ARMS + " has every arm.");
        }
    }

    private static void checkScore(Metric metric, String name) {
        if (!metric.scoreNames().contains(name)) {
            throw new UserException(
                    DidYouMean.refusal("score of metric \"" + metric.name() + "\"", name, metric.scoreNames()));
        }
    }

    private static void checkDimension(CubeSchema schema, String name) {
        if (schema.dimension(name).isEmpty()) {
            throw new UserException(DidYouMean.refusal(
                    "dimension of metric \"" + schema.metric() + "\"",
                    name,
                    schema.dimensions().stream().map(Column::name).toList()));
        }
    }
}
