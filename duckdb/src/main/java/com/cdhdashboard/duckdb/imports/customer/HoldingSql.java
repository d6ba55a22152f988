package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.row.CompiledFilter;
import com.cdhdashboard.duckdb.imports.row.PreparedRows;
import com.cdhdashboard.duckdb.imports.row.Remarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plan for prepared rows of holdings as one query over a query {@code source}, stage by stage: defaults put in,
 * filtered, columns calculated, times read. Names with a colon are the query's own, which no column of a file can have after naming.
 */
final class HoldingSql implements PreparedRows {
    private final HoldingPlan plan;

    HoldingSql(HoldingPlan plan) {
        this.plan = plan;
    }

    @Override
    public Map<SourceColumn, ValueType> read() {
        return plan.read();
    }

    /** None: which texts are times is decided in one place, {@link PurchaseTimeSql}. */
    @Override
    public Set<String> times() {
        return Set.of();
    }

    @Override
    public Set<String> required() {
        return Set.of();
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("\"file\" INTEGER", Remarks.DEFINITION));
        plan.kept().forEach(column -> columns.add(column.name() + " " + column.type()));
        return columns;
    }

    @Override
    public List<ColumnSql> dictionaryColumns() {
        return List.of();
    }

    @Override
    public String query() {
        String kept = plan.kept().stream()
                .map(column -> column.name().equals("\"at\"")
                        ? "CASE WHEN " + plan.problem() + " IS NULL THEN " + column.sql() + " END"
                        : column.sql())
                .collect(Collectors.joining(", "));
        String own = PreparedRows.FILE + " AS \"file:id\", " + Remarks.of(plan.numbers(), 0) + " AS \"remarks:\"";
        return filtered("source", own) + ", calculated AS (SELECT \"file:id\", \"remarks:\", "
                + aliased(plan.calculated()) + " FROM passed)" + timed() + " SELECT \"file:id\", \"remarks:\", " + kept
                + " FROM timed";
    }

    @Override
    public String unusableRows() {
        String content = plan.defaulted().stream()
                .map(column -> Sql.text(column.name()) + ", " + Sql.name(column.name()))
                .collect(Collectors.joining(", ", "json_object(", ")"));
        return filtered("numbered", PreparedRows.ROW) + ", calculated AS (SELECT \"row:id\", " + content
                + " AS \"content:\", " + aliased(plan.calculated()) + " FROM passed)" + timed()
                + ", judged AS (SELECT \"row:id\", "
                + plan.problem() + " AS \"problem:\", \"content:\" FROM timed) SELECT * FROM judged WHERE"
                + " \"problem:\" IS NOT NULL ORDER BY 1";
    }

    /**
     * What rows of two imports must have in common, in lines; the types of columns that are kept as they are may widen, and
     * the time of a purchase may be read from another type.
     */
    Stream<String> common() {
        return Stream.of(
                        Stream.of(
                                "inputs: " + plan.inputs(),
                                "filter: " + plan.filter().orElse("")),
                        plan.calculated().stream().map(column -> "calculated: " + column.name() + " = " + column.sql()),
                        plan.kept().stream()
                                .map(column -> "kept: " + column.name()
                                        + (column.type().equals("TIMESTAMP") ? "" : " = " + column.sql())))
                .flatMap(lines -> lines);
    }

    /** Times are used in many places and read once. */
    private String timed() {
        return ", timed AS (SELECT *, " + aliased(plan.times()) + " FROM calculated)";
    }

    private String filtered(String source, String id) {
        return "defaulted AS (SELECT " + id + ", " + aliased(plan.defaulted()) + " FROM " + source
                + "), passed AS (SELECT * FROM defaulted"
                + plan.filter().map(CompiledFilter::where).orElse("") + ")";
    }

    private static String aliased(List<ColumnSql> columns) {
        return columns.stream()
                .map(column -> column.sql() + " AS " + Sql.name(column.name()))
                .collect(Collectors.joining(", "));
    }
}
