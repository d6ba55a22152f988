package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.Holdings;
import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.duckdb.store.GatheringDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Product holdings: published as one table of customers a metric. */
record HoldingKind(Holdings holdings, List<CustomerMetric> metrics) implements DataKind {
    HoldingKind {
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
    public List<String> telling() {
        return List.of();
    }

    @Override
    public Optional<TableOptions> tables() {
        return Optional.of(holdings.tables().withDays(HoldingPlanner.days(metrics)));
    }

    @Override
    public Gathering plan(List<SourceColumn> sources, GatheringDatabase database) {
        HoldingPlan plan = new HoldingPlanner(holdings, metrics, sources).plan();
        return new Customers(plan, new HoldingSql(plan), database);
    }

    private record Customers(HoldingPlan plan, HoldingSql rows, GatheringDatabase database) implements Gathering {
        @Override
        public List<String> notes() {
            return plan.notes();
        }

        @Override
        public String planText() {
            Stream<String> customers = plan.purchases().stream()
                    .map(purchases -> "customers of " + purchases.metric().name() + ": " + purchases.groups()
                            + purchases.metric().config().model());
            return Stream.concat(Stream.of(Window.definition(rows), rows.query()), customers)
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public List<String> publish(ImportMoment moment) {
            return new CustomerPublication(database, plan).publish();
        }
    }
}
