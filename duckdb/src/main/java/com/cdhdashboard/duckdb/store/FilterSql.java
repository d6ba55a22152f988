package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.duckdb.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A conjunction of filters as a condition with bound values. */
public final class FilterSql implements Filter.Visitor<List<String>> {
    private final CubeSchema schema;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    public FilterSql(CubeSchema schema, List<Filter> filters) {
        this.schema = schema;
        filters.forEach(filter -> conditions.addAll(filter.accept(this)));
    }

    /** {@code WHERE …}, or nothing where every cell passes. */
    public String where() {
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    }

    public Object[] values() {
        return values.toArray();
    }

    private Column column(Filter filter) {
        return CubeDimensions.require(schema, filter.dimension());
    }

    @Override
    public List<String> in(Filter.In in) {
        Column column = column(in);
        String name = Sql.name(column.name());
        List<String> alternatives = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (Optional<String> value : in.values()) {
            if (value.isPresent()) {
                places.add("?");
                values.add(Values.parse(column, value.get()));
            } else {
                alternatives.add(name + " IS NULL");
            }
        }
        if (!places.isEmpty()) {
            alternatives.add("coalesce(" + name + " IN (" + String.join(", ", places) + "), false)");
        }
        String any = alternatives.isEmpty() ? "false" : String.join(" OR ", alternatives);
        return List.of(in.negated() ? "NOT (" + any + ")" : "(" + any + ")");
    }

    @Override
    public List<String> range(Filter.Range range) {
        Column column = column(range);
        List<String> ends = new ArrayList<>();
        range.from().ifPresent(from -> ends.add(end(column, ">=", from)));
        range.to().ifPresent(to -> ends.add(end(column, "<=", to)));
        return ends;
    }

    private String end(Column column, String operator, String end) {
        values.add(Values.parse(column, end));
        return Sql.name(column.name()) + " " + operator + " ?";
    }

    @Override
    public List<String> contains(Filter.Contains contains) {
        values.add(contains.text());
        return List.of("contains(lower(CAST(" + Sql.name(column(contains).name()) + " AS VARCHAR)), lower(?))");
    }
}
