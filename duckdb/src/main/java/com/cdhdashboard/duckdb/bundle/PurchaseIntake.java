package com.cdhdashboard.duckdb.bundle;

import com.cdhdashboard.core.bundle.BundleColumn;
import com.cdhdashboard.core.bundle.ColumnMeaning;
import com.cdhdashboard.core.bundle.DayRange;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.store.BundleLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes the purchases of a metric's customers into a store, and checks every row. */
final class PurchaseIntake {
    /** A decimal of 38 digits, ten of them after the point, holds sums of many such values. */
    private static final String MOST_VALUE = "1e18";

    private final OpenedBundle bundle;
    private final ParquetTable tables;
    private final int id;

    PurchaseIntake(OpenedBundle bundle, ParquetTable tables, int id) {
        this.bundle = bundle;
        this.tables = tables;
        this.id = id;
    }

    void take(Manifest.Customers customers, CustomerMetric metric, List<DayRange> days) {
        Manifest.TableFile file = customers.purchases();
        List<BundleColumn> columns = columns(customers, metric);
        String table = BundleLedger.purchases(id, customers.metric());
        tables.take(file, bundle.file(file.member()), table, columns);
        tables.require(
                file,
                table,
                List.of(
                        new ParquetTable.Rule("customer:", "\"customer:\" <> ''", "the id of a customer"),
                        ParquetTable.Rule.within("day:", days, "one of the days that its manifest says"),
                        new ParquetTable.Rule("holdings:", "\"holdings:\" BETWEEN 1 AND 1000000000", "at least 1"),
                        new ParquetTable.Rule(
                                "value:",
                                "isfinite(\"value:\") AND abs(\"value:\") < " + MOST_VALUE,
                                "a finite number below " + MOST_VALUE)));
        String key = columns.stream()
                .filter(column -> column.role() == BundleColumn.Role.DIMENSION)
                .map(column -> Sql.name(column.name()))
                .collect(Collectors.joining(", "));
        tables.requireNone(
                file,
                "SELECT 1 FROM " + Sql.name(table) + " GROUP BY " + key + " HAVING count(*) > 1",
                "a customer has several rows of one day and group");
    }

    private static List<BundleColumn> columns(Manifest.Customers customers, CustomerMetric metric) {
        List<BundleColumn> said = customers.purchases().columns();
        List<Column> groups = new ArrayList<>();
        for (String name : metric.grain()) {
            groups.add(Column.dimension(
                    name,
                    said.stream()
                            .filter(column -> column.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new UserException(
                                    customers.purchases().member().name() + " has no dimension \"" + name
                                            + "\", which metric " + metric.name() + " needs; export the bundle again"))
                            .type()));
        }
        return ColumnMeaning.ofPurchases(groups);
    }
}
