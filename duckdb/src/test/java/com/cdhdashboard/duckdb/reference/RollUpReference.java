package com.cdhdashboard.duckdb.reference;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.metric.DescriptiveMetric;
import com.cdhdashboard.core.metric.ExperimentMetric;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.metric.ModelScoresMetric;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers questions to metrics from the rows of all interactions. */
public final class RollUpReference {
    private static final Comparator<HistoryRow> EARLIEST =
            Comparator.comparing(HistoryRow::answered).thenComparing(HistoryRow::decided);

    private final List<HistoryRow> rows;
    private final Function<String, Predicate<HistoryRow>> metricFilters;

    /** @param metricFilters by the names of metrics */
    public RollUpReference(List<HistoryRow> rows, Function<String, Predicate<HistoryRow>> metricFilters) {
        this.rows =
                groups(rows, List.of("InteractionID", "Issue", "Group", "Name", "Rank", "Outcome")).values().stream()
                        .flatMap(repeats -> repeats.stream().min(EARLIEST).stream())
                        .toList();
        this.metricFilters = metricFilters;
    }

    /** The scores of each group by name; of a score that is not available {@code null}. */
    public Map<List<@Nullable Object>, Map<String, @Nullable Object>> answer(
            Metric metric, List<String> groupBy, List<Filter> filters) {
        List<HistoryRow> counted = counted(metric).stream()
                .filter(row -> filters.stream().allMatch(filter -> passes(row, filter)))
                .toList();
        if (metric instanceof ExperimentMetric experiment) {
            return new ExperimentReference(experiment, counted).answer(groupBy);
        }
        Map<List<@Nullable Object>, Map<String, @Nullable Object>> answer = new LinkedHashMap<>();
        groups(counted, groupBy).forEach((group, members) -> answer.put(group, scores(metric, members)));
        if (groupBy.isEmpty() && counted.isEmpty()) {
            answer.put(List.of(), scores(metric, List.of()));
        }
        return answer;
    }

    private static Map<String, @Nullable Object> scores(Metric metric, List<HistoryRow> rows) {
        return metric instanceof ModelScoresMetric model
                ? new ModelReference(model).scores(rows)
                : new DescriptiveReference((DescriptiveMetric) metric).scores(rows);
    }

    static Map<List<@Nullable Object>, List<HistoryRow>> groups(List<HistoryRow> rows, List<String> columns) {
        Map<List<@Nullable Object>, List<HistoryRow>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.values(columns), group -> new ArrayList<>())
                .add(row));
        return groups;
    }

    /** One row for each interaction where outcomes matter, else all. */
    private List<HistoryRow> counted(Metric metric) {
        List<HistoryRow> passing =
                rows.stream().filter(metricFilters.apply(metric.name())).toList();
        Optional<MetricConfig.Responses> responses = metric.responses();
        if (responses.isEmpty()) {
            return passing;
        }
        Map<List<@Nullable Object>, List<HistoryRow>> interactions = new LinkedHashMap<>();
        passing.forEach(row -> interactions
                .computeIfAbsent(row.key(), key -> new ArrayList<>())
                .add(row));
        return interactions.values().stream()
                .flatMap(interaction -> earliest(interaction, responses.get().positive())
                        .or(() -> earliest(interaction, responses.get().negative()))
                        .stream())
                .toList();
    }

    private static Optional<HistoryRow> earliest(List<HistoryRow> interaction, Collection<String> outcomes) {
        return interaction.stream().filter(row -> isOneOf(row, outcomes)).min(EARLIEST);
    }

    static boolean isOneOf(HistoryRow row, Collection<String> outcomes) {
        return row.value("Outcome") instanceof String outcome && outcomes.contains(outcome);
    }

    private static boolean passes(HistoryRow row, Filter filter) {
        @Nullable Object value = row.value(filter.dimension());
        if (filter instanceof Filter.In in) {
            return in.values().contains(Optional.ofNullable(value).map(Object::toString)) != in.negated();
        }
        if (value == null) {
            return false;
        }
        if (filter instanceof Filter.Contains contains) {
            return value.toString()
                    .toLowerCase(Locale.ROOT)
                    .contains(contains.text().toLowerCase(Locale.ROOT));
        }
        Filter.Range range = (Filter.Range) filter;
        return range.from().map(from -> compare(value, from) >= 0).orElse(true)
                && range.to().map(to -> compare(value, to) <= 0).orElse(true);
    }

    private static int compare(Object value, String end) {
        if (value instanceof LocalDate day) {
            return day.compareTo(LocalDate.parse(end));
        }
        return value instanceof Long number
                ? number.compareTo(Long.valueOf(end))
                : value.toString().compareTo(end);
    }

    /** What is not a finite number is not available. */
    static @Nullable Double available(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
