package com.cdhdashboard.duckdb.imports.customer;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.column.ColumnSql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.row.PreparedRows;
import com.cdhdashboard.duckdb.imports.row.Remarks;
import com.cdhdashboard.duckdb.imports.row.Stages;
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
                .collect(Collectors.joining(",\n"));
        String remarks = Remarks.of(plan.numbers(), 0) + " AS \"remarks:\"";
        return SqlTemplate.of("""
                ${timed}
                SELECT
                    "file:id",
                    "remarks:",
                    ${kept}
                FROM timed
                """)
                .with(
                        "timed",
                        timed(
                                "source",
                                PreparedRows.FILE + " AS \"file:id\",\n" + remarks,
                                "\"file:id\",\n\"remarks:\""))
                .with("kept", kept)
                .sql();
    }

    @Override
    public String unusableRows() {
        String content = plan.defaulted().stream()
                .map(column -> Sql.text(column.name()) + ", " + Sql.name(column.name()))
                .collect(Collectors.joining(", ", "json_object(", ")"));
        return SqlTemplate.of("""
                ${timed},
                judged AS (
                    SELECT ${row}, ${problem} AS "problem:", "content:"
                    FROM timed
                )
                SELECT *
                FROM judged
                WHERE "problem:" IS NOT NULL
                ORDER BY 1
                """)
                .with(
                        "timed",
                        timed("numbered", PreparedRows.ROW, PreparedRows.ROW + ",\n" + content + " AS \"content:\""))
                .with("row", PreparedRows.ROW)
                .with("problem", plan.problem())
                .sql();
    }

    /** All stages; times are used in many places and read once. */
    private String timed(String source, String own, String passed) {
        return SqlTemplate.of("""
                ${filtered},
                calculated AS (
                    SELECT
                        ${passed},
                        ${calculated}
                    FROM passed
                ),
                timed AS (
                    SELECT
                        *,
                        ${times}
                    FROM calculated
                )""")
                .with("filtered", Stages.filtered(source, own, plan.defaulted(), plan.filter()))
                .with("passed", passed)
                .with("calculated", Stages.columns(plan.calculated()))
                .with("times", Stages.columns(plan.times()))
                .sql();
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
}
