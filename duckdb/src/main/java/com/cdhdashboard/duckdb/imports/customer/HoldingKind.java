package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.config.change.Definitions;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.duckdb.imports.column.ColumnsSeen;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.late.DayZone;
import com.cdhdashboard.duckdb.imports.late.ImportMoment;
import com.cdhdashboard.duckdb.imports.row.CalculatedColumns;
import com.cdhdashboard.duckdb.imports.row.PlanLines;
import com.cdhdashboard.duckdb.imports.schema.DataKind;
import com.cdhdashboard.duckdb.imports.schema.KnownNames;
import com.cdhdashboard.duckdb.store.StagingDatabase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Product holdings: published as one table of customers a metric. */
public record HoldingKind(Holdings holdings, List<CustomerMetric> metrics) implements DataKind {
    public HoldingKind {
        metrics = List.copyOf(metrics);
    }

    @Override
    public FileSelection files() {
        return holdings.files();
    }

    @Override
    public String sections() {
        return "[holdings] or [metrics]";
    }

    @Override
    public Map<String, ValueType> standardTypes() {
        return HoldingPlanner.standardTypes(metrics);
    }

    @Override
    public List<String> knownNames() {
        KnownNames names = new KnownNames().add(standardTypes().keySet()).add(holdings.preparation());
        for (CustomerMetric metric : metrics) {
            names.add(metric.grain())
                    .add(metric.neededColumns())
                    .addFilter(metric.config().common().filter());
        }
        return names.all();
    }

    /** None: a row without a customer or a day is rejected, and an order id may be missing. */
    @Override
    public List<String> required() {
        return List.of();
    }

    @Override
    public Set<String> defaulted() {
        return holdings.preparation().defaultValues().keySet();
    }

    @Override
    public String defaultsSection() {
        return "[holdings.extensions.default_values]";
    }

    @Override
    public List<String> telling() {
        return List.of();
    }

    @Override
    public Set<String> people() {
        return metrics.stream()
                .map(metric -> metric.config().columns().customerId())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public String words() {
        return "product holdings";
    }

    @Override
    public String chosenBy() {
        return "by the tab \"Product holdings\" of the page, or by import with --holdings";
    }

    @Override
    public boolean isShownBy(ColumnsSeen columns) {
        return metrics.stream().anyMatch(metric -> isShownBy(columns, metric.neededColumns()));
    }

    /** What is neither calculated nor has a default must be there, and at least two columns of a file. */
    private boolean isShownBy(ColumnsSeen columns, List<String> needed) {
        Set<String> given =
                new LinkedHashSet<>(holdings.preparation().defaultValues().keySet());
        CalculatedColumns.names(holdings.preparation().columns()).forEach(given::add);
        return needed.stream().allMatch(name -> columns.holds(name) || given.contains(name))
                && needed.stream().filter(columns::holds).count() >= 2;
    }

    @Override
    public List<Definition> counts() {
        return metrics.stream().map(metric -> Definition.of(metric, holdings)).toList();
    }

    @Override
    public DayZone days() {
        return DayZone.UTC;
    }

    @Override
    public TableOptions tables() {
        Set<String> days = HoldingPlanner.days(metrics);
        Set<String> texts = SourceColumn.texts(standardTypes());
        texts.removeAll(days);
        return holdings.tables().withDays(days).withTexts(texts);
    }

    @Override
    public Definitions definitions() {
        return Definitions.of(holdings, metrics);
    }

    @Override
    public Staging plan(List<SourceColumn> sources, StagingDatabase database) {
        HoldingPlan plan = new HoldingPlanner(holdings, metrics, sources).plan();
        return new Customers(plan, new HoldingSql(plan), holdings, database);
    }

    private record Customers(HoldingPlan plan, HoldingSql rows, Holdings holdings, StagingDatabase database)
            implements Staging {
        @Override
        public List<String> notes() {
            return plan.notes();
        }

        @Override
        public String planText() {
            Stream<String> customers = plan.purchases().stream()
                    .map(purchases -> "customers of " + purchases.metric().name() + ": "
                            + purchases.groups().stream()
                                    .map(group -> group.column().name())
                                    .toList()
                            + purchases.metric().config().columns()
                            + purchases.metric().config().model());
            Stream<String> defaults = PlanLines.defaults(holdings.preparation(), plan.defaulted());
            return Stream.of(rows.common(), defaults, customers)
                    .flatMap(lines -> lines)
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public Map<String, List<Column>> dimensions() {
            return Map.of();
        }

        @Override
        public List<String> publish(ImportMoment moment) {
            List<Definition> definitions = plan.purchases().stream()
                    .map(purchases -> Definition.of(purchases.metric(), holdings))
                    .toList();
            return new CustomerPublication(database, plan, definitions).publish();
        }
    }
}
