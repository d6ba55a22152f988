package com.cdhdashboard.assistant.question;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.answer.MetricQueries;
import com.cdhdashboard.core.metric.answer.Question;
import com.cdhdashboard.core.snapshot.Snapshot;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A question about a metric over interactions, as arguments put it.
 *
 * @param metric on the property that is asked about
 * @param property as it was named
 * @param filters without the period
 * @param scores those asked about, without what has to be read with them
 * @param chosen what was chosen for the asker, to be told
 */
public record MetricQuestion(
        Metric metric,
        Optional<String> property,
        CubeSchema schema,
        List<String> groupBy,
        List<Filter> filters,
        Optional<Period> period,
        List<String> scores,
        List<String> chosen) {
    public static final String METRIC = "metric";
    public static final String SCORES = "scores";
    public static final String SCORE = "score";
    public static final String GROUP_BY = "group_by";
    public static final String PROPERTY = "property";

    public MetricQuestion {
        requireNonNull(metric, "metric");
        requireNonNull(property, "property");
        requireNonNull(schema, "schema");
        groupBy = List.copyOf(groupBy);
        filters = List.copyOf(filters);
        requireNonNull(period, "period");
        scores = List.copyOf(scores);
        chosen = List.copyOf(chosen);
    }

    /** A question for one number: a metric, one score of it, and which rows. */
    public static Parameters one() {
        return new Parameters()
                .required(METRIC, Parameters.text("name of a metric, as list_metrics tells"))
                .required(SCORE, Parameters.text("one of its scores, as describe_metric tells"))
                .optional(Filters.NAME, Filters.parameter())
                .optional(Period.NAME, Period.parameter("days that count; all of the data where it is left out"))
                .optional(PROPERTY, propertyParameter());
    }

    public static ObjectNode propertyParameter() {
        return Parameters.text("column that is looked at, of model scores and descriptive metrics");
    }

    public static MetricQuestion of(Snapshot now, Arguments arguments) {
        List<String> chosen = new ArrayList<>();
        Metric metric = onProperty(metric(now, arguments.required(METRIC)), arguments, chosen);
        CubeSchema schema = schema(now, metric);
        List<Filter> filters = Filters.of(arguments);
        List<String> groupBy = arguments.texts(GROUP_BY).stream().distinct().toList();
        Withheld.of(now)
                .check(
                        metric.name(),
                        Stream.concat(groupBy.stream(), filters.stream().map(Filter::dimension)),
                        schema.dimensions());
        Optional<Period> period = Period.of(arguments.object(Period.NAME), now.loaded());
        List<String> asked = arguments.text(SCORE).map(List::of).orElseGet(() -> arguments.texts(SCORES));
        MetricQuestion question = new MetricQuestion(
                metric,
                arguments.text(PROPERTY),
                schema,
                groupBy,
                filters,
                period,
                ScoreNames.of(metric, asked),
                chosen);
        period.ifPresent(within -> within.filter(schema, Withheld.of(now).dimensions(schema)));
        return question;
    }

    /** The metric over interactions of that name, as far as it may be told. */
    public static Metric metric(Snapshot now, String name) {
        Withheld withheld = Withheld.of(now);
        List<Metric> told = now.metrics().stream()
                .filter(metric -> !withheld.isWithheld(metric))
                .toList();
        return told.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(now, name, told));
    }

    private static UserException unknown(Snapshot now, String name, List<Metric> told) {
        if (now.customerMetrics().stream().anyMatch(metric -> metric.name().equals(name))) {
            return new UserException(
                    UserException.Kind.NOT_FOUND,
                    "metric \"" + name + "\" is over customers; query_customers asks about them");
        }
        List<String> names = told.stream().map(Metric::name).toList();
        return new UserException(UserException.Kind.NOT_FOUND, DidYouMean.refusal("metric", name, names));
    }

    private static CubeSchema schema(Snapshot now, Metric metric) {
        return now.cubes()
                .schema(metric.name())
                .orElseThrow(() -> new UserException(
                        UserException.Kind.NOT_FOUND,
                        "metric \"" + metric.name() + "\" has no data yet; import files that hold its columns"));
    }

    /** A metric that describes columns is asked about one of them. */
    private static Metric onProperty(Metric metric, Arguments arguments, List<String> chosen) {
        Optional<String> named = arguments.text(PROPERTY);
        if (named.isEmpty()
                && metric.family() == Family.DESCRIPTIVE
                && metric.properties().size() > 1) {
            List<String> asked = new ArrayList<>(arguments.texts(SCORES));
            arguments.text(SCORE).ifPresent(asked::add);
            if (!asked.isEmpty() && metric.scoreNames().containsAll(asked)) {
                return metric;
            }
            String first = metric.properties().get(0);
            chosen.add("Of the column " + first + "; the argument property chooses another: "
                    + String.join(", ", metric.properties()) + ".");
            return metric.onProperty(first);
        }
        return named.map(metric::onProperty).orElse(metric);
    }

    /** The same of other days. */
    public MetricQuestion of(Period other) {
        return new MetricQuestion(metric, property, schema, groupBy, filters, Optional.of(other), scores, chosen);
    }

    /** All conditions, the period among them. */
    public List<Filter> conditions() {
        List<Filter> all = new ArrayList<>(filters);
        period.ifPresent(within -> all.add(within.filter(schema, schema.dimensions())));
        return all;
    }

    private Question question() {
        return new Question(metric, groupBy, conditions(), ScoreNames.withCompanions(metric, scores));
    }

    /** The scores with what has to be read with them. */
    public Table answer(Snapshot now) {
        return new MetricQueries(now.metrics()).query(question(), now.cubes());
    }

    /** What has to be said of the answer. */
    public List<String> notes(Snapshot now) {
        List<String> notes = new ArrayList<>(chosen);
        period.flatMap(within -> within.note(now.loaded())).ifPresent(notes::add);
        notes.addAll(new MetricQueries(now.metrics()).notes(question(), now.cubes()));
        return Withheld.of(now).told(notes);
    }

    /** In words. */
    public String sentence() {
        String under = Filter.sentence(conditions());
        return String.join(", ", scores) + " of " + metric.name()
                + (groupBy.isEmpty() ? "" : " by " + String.join(", ", groupBy))
                + (under.isEmpty() ? "" : " where " + under);
    }
}
