package com.cdhdashboard.duckdb.imports.row;

import com.cdhdashboard.core.config.InteractionHistory;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.metric.ConversionMetric;
import com.cdhdashboard.core.metric.ExperimentMetric;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.column.ColumnsSeen;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.late.DayZone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the plan for prepared rows from the configuration and the columns of the files.
 *
 * <p>Columns are resolved forwards, stage by stage, so that types are known; then the needed ones are followed backwards,
 * so that only these are read from the files. A metric whose columns are missing is switched off with a note.
 */
public final class RowPlanner {
    private static final String SECTION = "ih";

    private static final int NAMES_IN_ERROR = 20;

    private final InteractionHistory history;
    private final List<Metric> configured;
    private final List<SourceColumn> sources;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, MetricPlan.ClassColumn> classes = new LinkedHashMap<>();
    private final Map<String, ValueType> inputs = new LinkedHashMap<>();

    private final GivenNames given;
    private final Map<String, ColumnSql> defaulted;
    private final Map<String, ColumnSql> derived;
    private final Map<String, NamedExpression> calculations;
    private final Map<String, ColumnSql> calculated;

    public RowPlanner(InteractionHistory history, List<Metric> metrics, List<SourceColumn> sources) {
        this.history = history;
        this.configured = List.copyOf(metrics);
        this.sources = List.copyOf(sources);
        this.given = GivenNames.of(history.preparation().columns()).in(sources);
        this.defaulted =
                DefaultedColumns.of(sources, given, history.preparation().defaultValues(), SECTION, Interaction.TYPES);
        this.derived = DerivedColumns.of(defaulted, new DayZone(history.zoneOfDays()));
        CalculatedColumns.Stage stage =
                CalculatedColumns.over(derived, given, history.preparation().columns(), SECTION, notes);
        this.calculations = stage.calculations();
        this.calculated = stage.columns();
    }

    public RowPlan plan() {
        requireBasicColumns();
        Optional<CompiledFilter> filter = history.preparation()
                .filter()
                .map(text -> CompiledFilter.require(text, CalculatedColumns.types(defaulted), SECTION));
        List<MetricPlan> metrics = new ArrayList<>();
        Set<String> needed = new LinkedHashSet<>();
        for (Metric metric : configured) {
            planMetric(metric, needed).ifPresent(metrics::add);
        }
        if (metrics.isEmpty()) {
            throw new NoMetric(notes);
        }
        return stages(needed, filter, metrics);
    }

    private void requireBasicColumns() {
        List<String> missing = Interaction.NEEDED.stream()
                .filter(name -> !derived.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new UserException("the files lack " + String.join(", ", missing)
                    + ", which every metric needs; found: "
                    + sources.stream()
                            .map(SourceColumn::name)
                            .map(ColumnsSeen::shown)
                            .limit(NAMES_IN_ERROR)
                            .collect(Collectors.joining(", "))
                    + (sources.size() > NAMES_IN_ERROR ? ", …" : "")
                    + ". Check that this is an interaction-history export, give columns of other names these names under"
                    + " [ih.extensions] columns, or add defaults under [ih.extensions.default_values]");
        }
    }

    private Optional<MetricPlan> planMetric(Metric metric, Set<String> needed) {
        Set<String> columns = new LinkedHashSet<>(metric.grain());
        columns.addAll(metric.neededColumns());
        columns.add(Interaction.OUTCOME);
        List<String> missing =
                columns.stream().filter(name -> !calculated.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            notes.add("metric " + metric.name() + " is off: the files have no " + String.join(", ", missing)
                    + "; add a default under [ih.extensions.default_values], or take it out of group_by");
            return Optional.empty();
        }
        Optional<String> off = whyOff(metric);
        if (off.isPresent()) {
            notes.add("metric " + metric.name() + " is off: " + off.get());
            return Optional.empty();
        }
        Optional<OutcomeClass> role = OutcomeClass.of(metric, CalculatedColumns.types(calculated), notes);
        return role.map(found -> {
            MetricPlan plan = new MetricPlan(
                    metric,
                    grain(metric),
                    classColumn(metric, found.sql()),
                    present(metric),
                    new DayZone(history.zoneOfDays()));
            columns.removeIf(name -> timePart(name).isPresent());
            needed.addAll(columns);
            needed.addAll(plan.columns().stream().map(Column::name).toList());
            needed.addAll(found.columns());
            found.columns()
                    .forEach(name -> inputs.put("role:" + name, column(name).type()));
            return plan;
        });
    }

    /** Why a metric cannot be computed though there are all columns. */
    private Optional<String> whyOff(Metric metric) {
        return metric instanceof ConversionMetric && !isNumber(column(ConversionMetric.REVENUE))
                ? Optional.of(ConversionMetric.REVENUE + " holds no numbers; see [ih.extensions] columns")
                : NamesOfNumbers.problem(metric);
    }

    private static boolean isNumber(ColumnSql column) {
        return column.type() == ValueType.INTEGER || column.type() == ValueType.NUMBER;
    }

    /** Metrics with equal classes share the one of the first. */
    private MetricPlan.ClassColumn classColumn(Metric metric, String sql) {
        return classes.computeIfAbsent(sql, first -> new MetricPlan.ClassColumn("role:" + metric.name(), first));
    }

    /** The columns the metric reads beside its grain; a note says which it does without. */
    private List<Column> present(Metric metric) {
        List<String> absent = metric.optionalColumns().stream()
                .filter(name -> !calculated.containsKey(name))
                .toList();
        if (!absent.isEmpty()) {
            notes.add("metric " + metric.name() + " leaves out what it computes from " + String.join(", ", absent)
                    + ": the files have no such column");
        }
        return Stream.concat(metric.neededColumns().stream(), metric.optionalColumns().stream())
                .distinct()
                .filter(calculated::containsKey)
                .map(name -> Column.dimension(name, column(name).type()))
                .toList();
    }

    private List<MetricPlan.GrainColumn> grain(Metric metric) {
        return metric.grain().stream()
                .map(name -> new MetricPlan.GrainColumn(
                        Column.dimension(name, column(name).type()), timePart(name)))
                .toList();
    }

    private ColumnSql column(String name) {
        ColumnSql column = calculated.get(name);
        if (column == null) {
            throw new IllegalStateException("not planned: " + name);
        }
        return column;
    }

    /** A calculated column may bear the name of a derived one; it is then kept like any other. */
    private Optional<TimePart> timePart(String name) {
        return calculations.containsKey(name) ? Optional.empty() : TimePart.named(name);
    }

    private RowPlan stages(Set<String> needed, Optional<CompiledFilter> filter, List<MetricPlan> metrics) {
        List<ColumnSql> uncounted =
                UncountedColumns.of(metrics.stream().map(MetricPlan::metric).toList(), calculated);
        if (!uncounted.isEmpty() && calculated.containsKey(UncountedColumns.CHANNEL_SOURCE)) {
            needed.add(UncountedColumns.CHANNEL_SOURCE);
        }
        boolean arms = calculated.containsKey(Interaction.SUBJECT_ID)
                && metrics.stream().anyMatch(plan -> plan.metric() instanceof ExperimentMetric);
        if (arms) {
            needed.add(Interaction.SUBJECT_ID);
        }
        Set<String> derivedNeeded = new LinkedHashSet<>(Interaction.NEEDED);
        if (derived.containsKey(Interaction.DECISION_TIME)) {
            derivedNeeded.add(Interaction.DECISION_TIME);
        }
        for (String name : needed) {
            NamedExpression calculation = calculations.get(name);
            if (calculation == null) {
                derivedNeeded.add(name);
            } else {
                derivedNeeded.addAll(calculation.body().columnNames());
                calculation.body().columnNames().forEach(input -> input(derived, input));
            }
        }
        Set<String> defaultedNeeded = new LinkedHashSet<>(DerivedColumns.inputs(derivedNeeded, defaulted));
        filter.ifPresent(found -> {
            defaultedNeeded.addAll(found.columns());
            found.columns().forEach(name -> input(defaulted, name));
        });
        return new RowPlan(
                SourceColumn.read(sources, defaulted, given.withSources(defaultedNeeded)),
                ColumnSql.pick(defaulted, defaultedNeeded),
                filter.map(CompiledFilter::sql),
                ColumnSql.pick(derived, derivedNeeded),
                Stream.concat(ColumnSql.pick(calculated, needed).stream(), uncounted.stream())
                        .toList(),
                Stream.concat(kept(needed, metrics).stream(), uncounted.stream().map(RowPlanner::asCalculated))
                        .toList(),
                metrics.stream().anyMatch(plan -> plan.metric().neededColumns().contains("ConversionEventID")),
                arms || metrics.stream().anyMatch(MetricPlan::hasLists),
                metrics,
                inputs,
                notes);
    }

    private void input(Map<String, ColumnSql> columns, String name) {
        Optional.ofNullable(columns.get(name)).ifPresent(column -> inputs.put(name, column.type()));
    }

    /** The column once it is calculated. */
    private static ColumnSql asCalculated(ColumnSql column) {
        return new ColumnSql(column.name(), column.type(), Sql.name(column.name()));
    }

    /** Dimensions that do not follow from the day, and the values that are summed. */
    private List<ColumnSql> kept(Set<String> needed, List<MetricPlan> metrics) {
        Set<String> names = new LinkedHashSet<>();
        for (MetricPlan plan : metrics) {
            plan.grain().stream()
                    .filter(grain -> grain.part().isEmpty())
                    .forEach(grain -> names.add(grain.column().name()));
            plan.metric().measures().stream()
                    .map(Column::name)
                    .filter(needed::contains)
                    .forEach(names::add);
            names.addAll(plan.keptColumns());
        }
        return names.stream().map(this::column).map(RowPlanner::asCalculated).toList();
    }
}
