package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.SqlTypes;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.MetricPlan;
import com.cdhdashboard.duckdb.summary.Thinning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows that count for a metric, each with the number of its cell. Cells keep their numbers for good, so that what is
 * kept of them refers to a number in the place of all dimensions.
 *
 * <p>Columns: {@code cell}, whether it is {@code crowded}, {@code role}, whether the row is {@code finalised} now,
 * {@code customer} and {@code decision_day} where there are lists, and the columns the buffer keeps for the metric: of
 * numbers the finite values, of others only whether there is one.
 */
final class CellRows {
    private final Session session;
    private final MetricPlan plan;
    private final PreAggregation fine;
    private final ValueSpread spread;

    CellRows(Session session, MetricPlan plan) {
        this.session = session;
        this.plan = plan;
        this.fine = new PreAggregation(session, plan);
        this.spread = new ValueSpread(
                session, plan.summaries().stream().filter(CellRows::isReduced).toList());
    }

    private static boolean isReduced(Summary summary) {
        return Thinning.of(summary).isPresent() && !summary.averaged();
    }

    /** The quoted name of the table of the rows. */
    String table() {
        return Sql.name("rows:" + plan.metric().name());
    }

    /** The quoted name of the table of the numbers of cells: the {@link #number} and the dimensions. */
    String numbers() {
        return Sql.name("numbers:" + plan.metric().name());
    }

    /** The quoted name of the column of that table that holds the number. */
    String number() {
        return plan.beside("cell");
    }

    /** The dimensions, quoted. */
    String grain() {
        return names(MetricPlan.GrainColumn::name, ", ");
    }

    /** How the values of the rows are spread over cells; to be asked after {@link #create}. */
    ValueSpread spread() {
        return spread;
    }

    /**
     * Numbers the cells and makes the table of the rows that count, see {@link Deduplication#of}. Numbered are also cells of
     * rows that do not count, as to leave these out takes longer.
     */
    void create(String counted) {
        createNumbers();
        fine.find();
        session.run(fineCells(), newNumbers());
        // A table of its own, so that the engine sees how small it is and joins the rows to it, not it to the rows
        session.run(SqlTemplate.of("""
                CREATE OR REPLACE TEMP TABLE numbered_cells AS
                SELECT
                    r.${fine} AS fine,
                    n.${number} AS cell,
                    sum(r.${n}) OVER (PARTITION BY n.${number}) > ${most} AS crowded
                FROM fine_cells r
                JOIN ${numbers} n ON ${same}
                """)
                .with("fine", plan.beside("fine"))
                .with("number", number())
                .with("n", plan.beside("n"))
                .with("most", spread.mostPlain())
                .with("numbers", numbers())
                .with("same", same())
                .sql());
        session.run(SqlTemplate.of("""
                CREATE OR REPLACE TEMP TABLE ${table} AS
                SELECT n.cell, n.crowded, w.* EXCLUDE (fine)
                FROM (
                    SELECT
                        ${columns}
                    FROM (
                        ${rows}
                    )
                ) w
                JOIN numbered_cells n USING (fine)
                """)
                .with("table", table())
                .with("columns", String.join(",\n", columns()))
                .with("rows", fine.rows(counted))
                .sql());
        spread.find(table(), "numbered_cells");
        session.run("DROP TABLE fine_cells", "DROP TABLE numbered_cells");
        fine.dropTemporaryTables();
    }

    private void createNumbers() {
        String dimensions = names(
                column -> column.name() + " " + SqlTypes.name(column.column().type()), ", ");
        session.run("CREATE TABLE IF NOT EXISTS " + numbers() + " (" + number() + " INTEGER, " + dimensions + ")");
    }

    /** The cells of all usable rows by day, with their number of rows. */
    private String fineCells() {
        String groups = SqlTemplate.of("""
                SELECT
                    fine,
                    count(*) AS n,
                    ${values}
                FROM (
                    ${rows}
                )
                GROUP BY fine
                """)
                .with("values", fine.values())
                .with(
                        "rows",
                        fine.rows("SELECT * FROM " + LateArrivalBuffer.TABLE + " WHERE \"at\" IS NOT NULL AND "
                                + plan.quotedClass() + " IS NOT NULL"))
                .sql();
        return SqlTemplate.of("""
                CREATE OR REPLACE TEMP TABLE fine_cells AS
                SELECT fine AS ${fine}, n AS ${n}, ${dimensions}
                FROM (
                    ${groups}
                )
                """)
                .with("fine", plan.beside("fine"))
                .with("n", plan.beside("n"))
                .with("dimensions", fine.dimensions())
                .with("groups", fine.named(groups))
                .sql();
    }

    private String newNumbers() {
        return SqlTemplate.of("""
                INSERT INTO ${numbers}
                SELECT (SELECT coalesce(max(${number}), 0) FROM ${numbers}) + row_number() OVER (ORDER BY ${grain}), *
                FROM (SELECT DISTINCT ${grain} FROM fine_cells) r
                ANTI JOIN ${numbers} n ON ${same}
                """)
                .with("numbers", numbers())
                .with("number", number())
                .with("grain", grain())
                .with("same", same())
                .sql();
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        columns.add("fine");
        columns.add(plan.quotedClass() + " AS role");
        columns.add("finalised");
        if (plan.hasLists()) {
            columns.add("\"customer\"");
            columns.add(plan.days().day("coalesce(\"decided\", \"at\")") + " AS decision_day");
        }
        plan.keptColumns().forEach(name -> columns.add(value(name) + " AS " + LateArrivalBuffer.column(name)));
        return columns;
    }

    private String value(String name) {
        String column = LateArrivalBuffer.column(name);
        return switch (plan.type(name)) {
            case INTEGER -> "CAST(" + column + " AS DOUBLE)";
            case NUMBER -> "CASE WHEN isfinite(" + column + ") THEN " + column + " END";
            case TEXT -> plan.hasLists() ? column : isPresent(column);
            case BOOLEAN, DATE, TIMESTAMP, TABLE -> isPresent(column);
        };
    }

    private static String isPresent(String column) {
        return "CASE WHEN " + column + " IS NOT NULL THEN true END";
    }

    private String same() {
        return names(column -> "r." + column.name() + " IS NOT DISTINCT FROM n." + column.name(), " AND ");
    }

    private String names(Function<MetricPlan.GrainColumn, String> sql, String between) {
        return plan.grain().stream().map(sql).collect(Collectors.joining(between));
    }

    void dropTemporaryTables() {
        session.run("DROP TABLE IF EXISTS " + table());
    }
}
