package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.duckdb.Sql;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a prepared row is to a metric: positive, negative, or nothing. */
public record OutcomeClass(String sql, Set<String> columns) {
    public static final int POSITIVE = 1;
    public static final int NEGATIVE = 2;

    public OutcomeClass {
        columns = new LinkedHashSet<>(columns);
    }

    /** The class under the metric's filter; empty, with a note, where the filter cannot be used. */
    static Optional<OutcomeClass> of(Metric metric, Map<String, ValueType> types, List<String> notes) {
        return metric.config()
                .common()
                .filter()
                .map(filter -> CompiledFilter.ofMetric(metric.name(), filter, types, notes))
                .orElseGet(() -> Optional.of(new CompiledFilter("true", Set.of())))
                .map(filter -> new OutcomeClass(sql(metric, filter.sql()), filter.columns()));
    }

    /** An outcome in both lists is positive; where outcomes do not matter, every row is. */
    private static String sql(Metric metric, String condition) {
        if (metric.responses().isEmpty()) {
            return "CAST(CASE WHEN " + condition + " THEN " + POSITIVE + " END AS UTINYINT)";
        }
        MetricConfig.Responses responses = metric.responses().get();
        return "CAST(CASE WHEN NOT coalesce(" + condition + ", false) THEN NULL WHEN " + isIn(responses.positive())
                + " THEN " + POSITIVE + " WHEN " + isIn(responses.negative()) + " THEN " + NEGATIVE
                + " END AS UTINYINT)";
    }

    private static String isIn(List<String> outcomes) {
        if (outcomes.isEmpty()) {
            return "false";
        }
        String list = outcomes.stream().map(Sql::text).collect(Collectors.joining(", "));
        return "CAST(" + Sql.name(Interaction.OUTCOME) + " AS VARCHAR) IN (" + list + ")";
    }
}
