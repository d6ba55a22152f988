package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A conjunction of filters as a condition with bound values. */
final class FilterSql {
    private final CubeSchema schema;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    FilterSql(CubeSchema schema, List<Filter> filters) {
        this.schema = schema;
        filters.forEach(this::add);
    }

    /** {@code " WHERE …"}, or nothing where every cell passes. */
    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    Object[] values() {
        return values.toArray();
    }

    private void add(Filter filter) {
        Column column = CubeDimensions.require(schema, filter.dimension());
        if (filter instanceof Filter.In in) {
            addIn(column, in);
        } else if (filter instanceof Filter.Range range) {
            range.from().ifPresent(from -> addEnd(column, ">=", from));
            range.to().ifPresent(to -> addEnd(column, "<=", to));
        } else if (filter instanceof Filter.Contains contains) {
            conditions.add("contains(lower(CAST(" + Sql.name(column.name()) + " AS VARCHAR)), lower(?))");
            values.add(contains.text());
        }
    }

    private void addIn(Column column, Filter.In in) {
        String name = Sql.name(column.name());
        List<String> alternatives = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (Optional<String> value : in.values()) {
            if (value.isPresent()) {
                places.add("?");
                values.add(SqlTypes.parse(column.name(), column.type(), value.get()));
            } else {
                alternatives.add(name + " IS NULL");
            }
        }
        if (!places.isEmpty()) {
            alternatives.add("coalesce(" + name + " IN (" + String.join(", ", places) + "), false)");
        }
        String any = alternatives.isEmpty() ? "false" : String.join(" OR ", alternatives);
        conditions.add(in.negated() ? "NOT (" + any + ")" : "(" + any + ")");
    }

    private void addEnd(Column column, String operator, String end) {
        conditions.add(Sql.name(column.name()) + " " + operator + " ?");
        values.add(SqlTypes.parse(column.name(), column.type(), end));
    }
}
