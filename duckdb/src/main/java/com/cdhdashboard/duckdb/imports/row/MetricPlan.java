package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.DescriptiveMetric;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.ModelScoresMetric;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.late.DayZone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one metric is computed from the buffer.
 *
 * @param classColumn over the prepared columns
 * @param columns the columns there are of those that the metric needs or can do without, with their types
 * @param days by which outcomes and lists are counted
 */
public record MetricPlan(
        Metric metric, List<GrainColumn> grain, ClassColumn classColumn, List<Column> columns, DayZone days) {
    /**
     * A dimension of the cube.
     *
     * @param part set where the dimension follows from the day of the outcome, and so is not kept in the buffer
     */
    public record GrainColumn(Column column, Optional<TimePart> part) {
        public String name() {
            return Sql.name(column.name());
        }
    }

    /**
     * What rows are to a metric. Metrics for which rows are the same share it.
     *
     * @param name of the buffer column that holds it
     * @param sql 1 where the row is positive, 2 where it is negative, NULL where it does not count
     */
    record ClassColumn(String name, String sql) {}

    public MetricPlan {
        grain = List.copyOf(grain);
        columns = List.copyOf(columns);
    }

    /** The quoted name of the buffer column that holds what rows are to the metric. */
    public String quotedClass() {
        return Sql.name(classColumn.name());
    }

    /** The quoted name of a column of the program's own beside the dimensions, of which none may be called so. */
    public String beside(String name) {
        boolean taken = grain.stream().anyMatch(column -> column.column().name().equalsIgnoreCase(name));
        return taken ? beside(name + ":") : Sql.name(name);
    }

    /** Whether one row stands for each interaction; else all rows count, but for repeats. */
    public boolean resolves() {
        return metric.responses().isPresent();
    }

    /** Whether cells hold nothing but counts of interactions and sums. */
    public boolean hasSumsAlone() {
        return !(metric instanceof DescriptiveMetric) && metric.summaries().isEmpty();
    }

    /** The measures of the cells, without those of columns that the files lack. */
    public List<Column> measures() {
        if (!(metric instanceof DescriptiveMetric)) {
            return metric.measures();
        }
        List<String> counts = described().stream()
                .map(column -> DescriptiveScores.name(column.name(), DescriptiveScores.COUNT))
                .toList();
        return metric.measures().stream()
                .filter(measure -> measure.name().equals(DescriptiveMetric.ROWS) || counts.contains(measure.name()))
                .toList();
    }

    /** The columns of a descriptive metric that the files have. */
    List<Column> described() {
        return metric instanceof DescriptiveMetric descriptive
                ? descriptive.config().columns().stream()
                        .flatMap(name -> column(name).stream())
                        .toList()
                : List.of();
    }

    /** What the cells keep beside measures, of what the files have the columns for. */
    public List<Summary> summaries() {
        return metric.summaries().stream().filter(this::isPossible).toList();
    }

    private boolean isPossible(Summary summary) {
        Optional<Column> column = column(summary.column());
        return switch (summary.kind()) {
            case LISTS -> hasLists() && column.isPresent();
            case MOMENTS, QUANTILES, SCORES ->
                column.map(Column::type)
                        .filter(type -> type == ValueType.INTEGER || type == ValueType.NUMBER)
                        .isPresent();
        };
    }

    /** Whether the lists that customers were shown can be told apart. */
    public boolean hasLists() {
        return metric instanceof ModelScoresMetric
                && column(ModelScoresMetric.SUBJECT_COLUMN).isPresent()
                && column(ModelScoresMetric.DECISION_TIME).isPresent();
    }

    /** The columns whose values the buffer keeps for summaries and counts. */
    public List<String> keptColumns() {
        return Stream.concat(
                        described().stream().map(Column::name),
                        summaries().stream().map(Summary::column))
                .distinct()
                .toList();
    }

    /** The type of one of the columns. */
    public ValueType type(String name) {
        return column(name).orElseThrow().type();
    }

    private Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
