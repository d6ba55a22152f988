package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.MetricConfig;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.error.DidYouMean;
import com.cdhdashboard.core.expression.NamedExpression;
import com.cdhdashboard.core.expression.text.SourceText;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.row.CalculatedColumns;
import com.cdhdashboard.duckdb.imports.row.CompiledFilter;
import com.cdhdashboard.duckdb.imports.row.DefaultedColumns;
import com.cdhdashboard.duckdb.imports.row.NoMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the plan for rows of holdings from the configuration and the columns of the files; a metric whose columns are
 * missing is switched off with a note.
 */
final class HoldingPlanner {
    private static final String SECTION = "holdings";

    private final Holdings holdings;
    private final List<CustomerMetric> configured;
    private final List<SourceColumn> sources;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, ColumnSql> defaulted;
    private final CalculatedColumns.Stage calculated;
    private final Map<String, ValueType> types;
    private final HoldingColumns kept = new HoldingColumns();
    private final Set<String> needed = new LinkedHashSet<>();
    private final Set<ColumnSql> times = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, ValueType> read = new LinkedHashMap<>();

    HoldingPlanner(Holdings holdings, List<CustomerMetric> metrics, List<SourceColumn> sources) {
        this.holdings = holdings;
        this.configured = List.copyOf(metrics);
        this.sources = List.copyOf(sources);
        this.defaulted = DefaultedColumns.of(
                sources, holdings.preparation().defaultValues(), SECTION, standardTypes(configured));
        this.calculated =
                CalculatedColumns.over(defaulted, holdings.preparation().columns(), SECTION, notes);
        this.types = CalculatedColumns.types(calculated.columns());
    }

    /** Names of the columns that hold days. */
    static Set<String> days(List<CustomerMetric> metrics) {
        return metrics.stream()
                .map(metric -> metric.config().columns().purchaseDate())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Ids are text and amounts numbers, whatever the files show; days are text unless a file types them. */
    static Map<String, ValueType> standardTypes(List<CustomerMetric> metrics) {
        Map<String, ValueType> types = new LinkedHashMap<>();
        for (CustomerMetric metric : metrics) {
            MetricConfig.ClvColumns columns = metric.config().columns();
            List.of(columns.customerId(), columns.orderId(), columns.purchaseDate())
                    .forEach(name -> types.put(name, ValueType.TEXT));
            List.of(columns.monetaryValue(), columns.recurringCost(), columns.recurringPeriod())
                    .forEach(name -> types.put(name, ValueType.NUMBER));
        }
        return types;
    }

    HoldingPlan plan() {
        Optional<CompiledFilter> filter = holdings.preparation()
                .filter()
                .map(text -> CompiledFilter.require(text, CalculatedColumns.types(defaulted), SECTION));
        List<PurchasePlan> purchases =
                configured.stream().flatMap(metric -> plan(metric).stream()).toList();
        if (purchases.isEmpty()) {
            throw new NoMetric(notes);
        }
        Set<String> inputs = new LinkedHashSet<>();
        for (String name : needed) {
            NamedExpression calculation = calculated.calculations().get(name);
            inputs.addAll(
                    calculation == null ? List.of(name) : calculation.body().columnNames());
            if (calculation != null) {
                calculation.body().columnNames().forEach(this::read);
            }
        }
        filter.ifPresent(found -> {
            inputs.addAll(found.columns());
            found.columns().forEach(this::read);
        });
        return new HoldingPlan(
                SourceColumn.read(sources, defaulted, inputs),
                ColumnSql.pick(defaulted, inputs),
                filter.map(CompiledFilter::sql),
                ColumnSql.pick(calculated.columns(), needed),
                List.copyOf(times),
                kept.all(),
                problems.stream().distinct().collect(Collectors.joining(", ", "coalesce(", ", NULL)")),
                purchases,
                read,
                notes);
    }

    private void read(String name) {
        Optional.ofNullable(defaulted.get(name)).ifPresent(column -> read.put(name, column.type()));
    }

    private Optional<PurchasePlan> plan(CustomerMetric metric) {
        Optional<String> off = off(metric);
        if (off.isPresent()) {
            notes.add("metric " + metric.name() + " is off: " + off.get());
            return Optional.empty();
        }
        Optional<SourceText> text = metric.config().common().filter();
        Optional<CompiledFilter> filter =
                text.flatMap(found -> CompiledFilter.ofMetric(metric.name(), found, types, notes));
        if (text.isPresent() && filter.isEmpty()) {
            return Optional.empty();
        }
        filter.ifPresent(found -> {
            needed.addAll(found.columns());
            found.columns().forEach(this::read);
        });
        return Optional.of(keep(metric, filter.map(CompiledFilter::sql)));
    }

    private Optional<String> off(CustomerMetric metric) {
        Set<String> columns = new LinkedHashSet<>(metric.neededColumns());
        columns.addAll(metric.grain());
        List<String> missing = columns.stream()
                .filter(name -> !types.containsKey(name))
                .map(this::withHint)
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of("the files have no " + String.join(", ", missing)
                    + "; name the right columns in the metric, add a default under"
                    + " [holdings.extensions.default_values], or take it out of group_by");
        }
        List<String> amounts = metric.amounts().stream()
                .filter(name -> type(name) == ValueType.DATE
                        || type(name) == ValueType.TIMESTAMP
                        || type(name) == ValueType.BOOLEAN)
                .toList();
        if (!amounts.isEmpty()) {
            return Optional.of(String.join(", ", amounts) + " holds no numbers; see [holdings.extensions] columns");
        }
        Set<String> own = Arrays.stream(CustomerColumn.values())
                .map(CustomerColumn::column)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        own.add(metric.config().columns().customerId());
        own.addAll(List.of("customer", "day", "value"));
        return metric.grain().stream()
                .filter(name -> own.stream().anyMatch(name::equalsIgnoreCase))
                .findFirst()
                .map(name -> "group_by names " + name + ", which is a column of every customer already; take it out, or"
                        + " give the column another name under [holdings.extensions] columns");
    }

    private String withHint(String missing) {
        return DidYouMean.closest(missing, types.keySet()).stream()
                .findFirst()
                .map(near -> missing + " (did you mean " + near + "?)")
                .orElse(missing);
    }

    private PurchasePlan keep(CustomerMetric metric, Optional<String> filter) {
        needed.addAll(metric.neededColumns());
        needed.addAll(metric.grain());
        if (types.containsKey(metric.config().columns().orderId())) {
            needed.add(metric.config().columns().orderId());
        } else {
            notes.add("metric " + metric.name() + ": the files have no "
                    + metric.config().columns().orderId() + ", so every row is a holding of its own");
        }
        PurchaseSql sql = new PurchaseSql(metric.config(), types);
        times.add(sql.time());
        problems.add(sql.problem());
        List<PurchasePlan.Group> groups = new ArrayList<>();
        for (String name : metric.grain()) {
            Column column = Column.dimension(name, type(name));
            String buffered = kept.keep("column:" + name, SqlTypes.name(column.type()), Sql.name(name));
            groups.add(new PurchasePlan.Group(column, buffered));
        }
        return new PurchasePlan(
                metric,
                kept.keep("customer", "VARCHAR", sql.customer()),
                kept.keep("at", "TIMESTAMP", sql.at()),
                kept.keep("key", "UHUGEINT", sql.key()),
                kept.keep("value", "DOUBLE", sql.value()),
                groups,
                filter.map(condition ->
                        kept.keep("counted:" + metric.name(), "BOOLEAN", "coalesce(" + condition + ", false)")));
    }

    private ValueType type(String name) {
        return Optional.ofNullable(types.get(name)).orElseThrow();
    }
}
