package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a cube's table into columns; the engine replaces values by their codes. Cells with summaries are in the order of
 * their numbers, as {@link SummaryReading} has them.
 */
public final class ColumnarReading {
    /** Those whose equality and order are the same here and in the engine. */
    private static final Set<ValueType> DIMENSION_TYPES =
            Set.of(ValueType.TEXT, ValueType.INTEGER, ValueType.BOOLEAN, ValueType.DATE);

    private static final Set<ValueType> MEASURE_TYPES = Set.of(ValueType.INTEGER, ValueType.NUMBER);
    private static final int MOST_VALUES = Character.MAX_VALUE;

    private final Session session;
    private final CubeSchema schema;
    private final String table;

    public ColumnarReading(Session session, CubeSchema schema, String table) {
        this.session = session;
        this.schema = schema;
        this.table = table;
    }

    /**
     * The cube; empty where its columns would take more than so many bytes, a dimension has too many values or another
     * type, or a measure is no sum, or one that could leave its range.
     */
    public Optional<ColumnarCube> read(long mostBytes) {
        if (!suits()) {
            return Optional.empty();
        }
        long cells = session.number("SELECT count(*) FROM " + table);
        if (cells > Integer.MAX_VALUE || cells * ColumnarCube.bytesPerCell(schema) > mostBytes) {
            return Optional.empty();
        }
        List<Dictionary> dictionaries =
                schema.dimensions().stream().map(this::dictionary).toList();
        if (dictionaries.stream().anyMatch(dictionary -> dictionary.size() > MOST_VALUES)) {
            return Optional.empty();
        }
        Cells columns = new Cells((int) cells, dictionaries, schema.measures());
        session.forEach(cellsSql(), columns::add);
        return columns.cube(cells * ColumnarCube.bytesPerCell(schema));
    }

    private boolean suits() {
        return schema.dimensions().stream().allMatch(column -> DIMENSION_TYPES.contains(column.type()))
                && schema.measures().stream().allMatch(column -> MEASURE_TYPES.contains(column.type()));
    }

    private Dictionary dictionary(Column column) {
        return new Dictionary(
                column,
                session.list("SELECT value FROM (" + coded(column) + ") ORDER BY code", row -> row.getObject(1)));
    }

    private String cellsSql() {
        List<Column> dimensions = schema.dimensions();
        String columns = Stream.concat(
                        IntStream.range(0, dimensions.size()).mapToObj(i -> "d" + i + ".code"),
                        schema.measures().stream().map(measure -> "cells." + Sql.name(measure.name())))
                .collect(Collectors.joining(", "));
        String joins = IntStream.range(0, dimensions.size())
                .mapToObj(i -> " JOIN (" + coded(dimensions.get(i)) + ") AS d" + i + " ON cells."
                        + Sql.name(dimensions.get(i).name()) + " IS NOT DISTINCT FROM d" + i + ".value")
                .collect(Collectors.joining());
        String order = schema.summaries().isEmpty() ? "" : " ORDER BY cells." + Sql.name(SummaryNames.CELL);
        return "SELECT " + columns + " FROM " + table + " AS cells" + joins + order;
    }

    /** The values of a dimension and their codes, from 0. */
    private String coded(Column column) {
        return "SELECT value, CAST(row_number() OVER (ORDER BY value NULLS LAST) - 1 AS INTEGER) AS code FROM"
                + " (SELECT DISTINCT " + Sql.name(column.name()) + " AS value FROM " + table + ")";
    }
}
