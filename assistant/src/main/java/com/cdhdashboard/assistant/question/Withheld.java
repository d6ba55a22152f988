package com.cdhdashboard.assistant.question;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.config.ReportConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.sample.PersonalColumns;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What no tool tells: dimensions that the configuration withholds, and columns that identify people. They are answered as if
 * there were none of that name.
 */
public final class Withheld {
    /** A shorter value is a part of words that have nothing to do with it. */
    private static final int SHORTEST_TOLD = 2;

    private final Snapshot now;
    private final Set<String> withheld;
    private final PersonalColumns personal;

    private Withheld(Snapshot now, Set<String> withheld, PersonalColumns personal) {
        this.now = now;
        this.withheld = withheld;
        this.personal = personal;
    }

    public static Withheld of(Snapshot now) {
        Configuration configuration = now.configuration();
        Set<String> customers = configuration.metrics().stream()
                .filter(MetricConfig.Clv.class::isInstance)
                .map(metric -> ((MetricConfig.Clv) metric).columns().customerId())
                .collect(Collectors.toSet());
        return new Withheld(
                now, new LinkedHashSet<>(configuration.assistant().withhold()), new PersonalColumns(customers));
    }

    public boolean holds(String dimension) {
        return withheld.contains(dimension) || personal.identifies(dimension);
    }

    /** Those that may be told. */
    public List<String> told(Collection<String> dimensions) {
        return dimensions.stream().filter(name -> !holds(name)).toList();
    }

    public List<Column> toldColumns(List<Column> dimensions) {
        return dimensions.stream().filter(column -> !holds(column.name())).toList();
    }

    /** @throws UserException if one of these is no dimension that may be told */
    public void check(String metric, Stream<String> named, List<Column> dimensions) {
        List<String> known = toldColumns(dimensions).stream().map(Column::name).toList();
        named.filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new UserException(DidYouMean.refusal("dimension of metric \"" + metric + "\"", name, known));
        });
    }

    /** Whether every answer of a metric is by a dimension that is not told. */
    public boolean isWithheld(Metric metric) {
        return metric.requiredDimension().filter(this::holds).isPresent()
                || (metric.config() instanceof MetricConfig.Experiment experiment
                        && holds(experiment.experimentGroup()));
    }

    /** Whether a report shows, or is narrowed by, what is not told. */
    public boolean isWithheld(ReportConfig report) {
        return now.metrics().stream().anyMatch(metric -> metric.name().equals(report.metric()) && isWithheld(metric))
                || report.groupBy().stream().anyMatch(this::holds)
                || report.filters().stream().map(Filter::dimension).anyMatch(this::holds)
                || report.settings().values().stream().anyMatch(this::names);
    }

    private boolean names(Object setting) {
        return setting instanceof Collection<?> several
                ? several.stream().anyMatch(each -> holds(String.valueOf(each)))
                : holds(String.valueOf(setting));
    }

    /** The notes that name neither a dimension that is not told nor one of its values. */
    public List<String> told(List<String> notes) {
        if (withheld.isEmpty() || notes.isEmpty()) {
            return List.copyOf(notes);
        }
        Predicate<String> secret = note -> withheld.stream().anyMatch(note::contains)
                || values().anyMatch(value -> value.length() >= SHORTEST_TOLD && note.contains(value));
        return notes.stream().filter(secret.negate()).toList();
    }

    private Stream<String> values() {
        return withheld.stream()
                .flatMap(dimension -> now.metrics().stream()
                        .map(Metric::name)
                        .filter(metric -> now.cubes()
                                .schema(metric)
                                .flatMap(schema -> schema.dimension(dimension))
                                .isPresent())
                        .flatMap(metric -> now.cubes().values(metric, dimension, List.of()).stream()))
                .map(value -> Values.label(value.value()));
    }

    /** An answer, or its refusal without the names of dimensions that are not told. */
    public <T> T silent(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (UserException e) {
            String message = String.valueOf(e.getMessage());
            for (String name : withheld) {
                message = message.replace(name, "…");
            }
            throw message.equals(e.getMessage()) ? e : new UserException(e.kind(), message, e);
        }
    }

    /** The dimensions of a cube that may be told. */
    public List<Column> dimensions(CubeSchema schema) {
        return toldColumns(schema.dimensions());
    }
}
