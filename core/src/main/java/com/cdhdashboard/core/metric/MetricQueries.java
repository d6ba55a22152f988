package com.cdhdashboard.core.metric;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.UserException;
import java.util.List;
import java.util.stream.Stream;

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
                        refusal(
                                "metric",
                                name,
                                metrics.stream().map(Metric::name).toList())));
    }

    /**
     * The scores of each group of the cells that pass the filters; a dimension named twice counts once. Without
     * dimensions there is exactly one row.
     *
     * @throws UserException if nothing is imported for the metric, or a dimension is not one of the cube
     */
    public Table query(Metric metric, CubeReader cubes, List<String> groupBy, List<Filter> filters) {
        CubeSchema schema = cubes.schema(metric.name())
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND,
                        "metric \"" + metric.name() + "\" has no data yet; import files that hold its columns: "
                                + String.join(", ", metric.neededColumns())));
        List<String> dimensions = groupBy.stream().distinct().toList();
        Stream.concat(dimensions.stream(), filters.stream().map(Filter::dimension))
                .forEach(dimension -> checkDimension(schema, dimension));
        return new Question(metric, dimensions, filters, metric.scoreNames()).answer(cubes);
    }

    private static void checkDimension(CubeSchema schema, String name) {
        if (schema.dimension(name).isEmpty()) {
            throw new UserException(refusal(
                    "dimension of metric \"" + schema.metric() + "\"",
                    name,
                    schema.dimensions().stream().map(Column::name).toList()));
        }
    }

    private static String refusal(String kind, String name, List<String> allowed) {
        String hint = DidYouMean.hint(name, allowed);
        String choices = allowed.isEmpty() ? "There is none." : "There are: " + String.join(", ", allowed) + ".";
        return "\"" + name + "\" is not a " + kind + (hint.isEmpty() ? "." : hint) + " " + choices;
    }
}
