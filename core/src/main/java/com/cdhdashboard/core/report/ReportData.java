package com.cdhdashboard.core.report;

import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.Question;
import com.cdhdashboard.core.metric.Score;
import com.cdhdashboard.core.metric.Score.Format;
import com.cdhdashboard.core.metric.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The data of one metric under the filters of one request: what a chart asks for its rows, names and colours. */
final class ReportData {
    /** The score that says how many interactions a group has; every family has it. */
    static final String COUNT = "Count";

    private final Metric metric;
    private final CubeSchema schema;
    private final CubeReader cubes;
    private final ValueStyles styles;
    private final List<Filter> filters;

    private ReportData(Metric metric, CubeSchema schema, CubeReader cubes, ValueStyles styles, List<Filter> filters) {
        this.metric = metric;
        this.schema = schema;
        this.cubes = cubes;
        this.styles = styles;
        this.filters = List.copyOf(filters);
    }

    /** Empty where the data hold no cube of the metric. */
    static Optional<ReportData> of(Metric metric, CubeReader cubes, ValueStyles styles, List<Filter> filters) {
        return cubes.schema(metric.name()).map(schema -> new ReportData(metric, schema, cubes, styles, filters));
    }

    Metric metric() {
        return metric;
    }

    CubeSchema schema() {
        return schema;
    }

    /** The scored groups that pass the filters, ascending by the dimensions. */
    ScoredRows rows(List<String> groupBy) {
        return rows(groupBy, List.of());
    }

    /** Like {@link #rows(List)}, under further conditions. */
    ScoredRows rows(List<String> groupBy, List<Filter> further) {
        List<Filter> all = new ArrayList<>(filters);
        all.addAll(further);
        return new ScoredRows(Question.ofAllScores(metric, groupBy, all).answer(cubes));
    }

    SeriesStyle style(String dimension, @Nullable Object value) {
        return styles.of(dimension, value);
    }

    Score score(String name) {
        return Scores.find(metric.family(), name)
                .orElseThrow(() -> new IllegalArgumentException(metric.name() + " has no score " + name));
    }

    /** Whether the score is the rate of its family: a share of the count, with an interval. */
    boolean isRate(String name) {
        return score(name).format() == Format.PERCENT
                && score(name).display().centre().isEmpty()
                && bound(name, "_Low").isPresent();
    }

    /** The neutral value of a diverging score. */
    Optional<Double> centre(Score score) {
        OptionalDouble centre = score.display().centre();
        return centre.isPresent() ? Optional.of(centre.getAsDouble()) : Optional.empty();
    }

    /** The name of the score at an end of this score's interval, if it has one. */
    Optional<String> bound(String score, String end) {
        String name = score + end;
        return metric.scoreNames().contains(name) ? Optional.of(name) : Optional.empty();
    }

    /** The condition that the dimension has none of these values. */
    static Filter noneOf(String dimension, List<@Nullable Object> values) {
        List<Optional<String>> texts = new ArrayList<>(values.size());
        values.forEach(value -> texts.add(Values.text(value)));
        return new Filter.In(dimension, texts, true);
    }

    /** Why no rows are left. */
    String noRows() {
        return filters.isEmpty()
                ? "The data hold no rows of the metric \"" + metric.name() + "\"."
                : "No rows match: " + FilterSentence.of(filters) + ". Clear or widen a filter.";
    }

    /** Why a score is missing in every group. */
    String notAvailable(String score, int groups) {
        String when = score(score).meaning().notAvailable();
        String groupWords = groups == 1 ? "the only group" : "any of the " + groups + " groups";
        return score(score).title() + " is not available in " + groupWords
                + (when.isEmpty() ? "." : ": there is none " + when + ".");
    }
}
