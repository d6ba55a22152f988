package com.cdhdashboard.duckdb.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.customer.CustomerSchema;
import com.cdhdashboard.duckdb.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a published file holds of customers. */
public final class CustomerSchemas {
    private CustomerSchemas() {}

    public static Map<String, CustomerSchema> read(Session session) {
        Map<String, List<Column>> groups = new LinkedHashMap<>();
        record Group(String metric, Column column) {}
        session.list(
                        "SELECT metric, name, type FROM " + CustomerTableNames.GROUPS + " ORDER BY metric, place",
                        row -> new Group(
                                row.getString(1),
                                Column.dimension(row.getString(2), ValueType.valueOf(row.getString(3)))))
                .forEach(group -> groups.computeIfAbsent(group.metric(), metric -> new ArrayList<>())
                        .add(group.column()));
        Map<String, CustomerSchema> schemas = new LinkedHashMap<>();
        session.list(
                        "SELECT metric, customer_id, customers, row_count, observation_end FROM "
                                + CustomerTableNames.METRICS + " ORDER BY metric",
                        row -> new CustomerSchema(
                                row.getString(1),
                                row.getString(2),
                                groups.getOrDefault(row.getString(1), List.of()),
                                row.getLong(3),
                                row.getLong(4),
                                row.getObject(5, LocalDate.class)))
                .forEach(schema -> schemas.put(schema.metric(), schema));
        return schemas;
    }
}
