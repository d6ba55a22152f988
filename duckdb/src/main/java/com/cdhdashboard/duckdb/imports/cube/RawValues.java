package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.MetricPlan;
import com.cdhdashboard.duckdb.imports.row.OutcomeClass;
import com.cdhdashboard.duckdb.store.Publication;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The values of a metric's rows that are kept as they come, of all columns side by side: those of columns whose values are
 * unlike one another, in cells that are not crowded, see {@link ValueSpread}. So a row is written once, and not once for
 * each summary.
 */
final class RawValues {
    private final Session session;
    private final MetricPlan plan;
    private final CellRows rows;
    private final boolean scored;

    RawValues(Session session, MetricPlan plan, CellRows rows) {
        this.session = session;
        this.plan = plan;
        this.rows = rows;
        this.scored = plan.summaries().stream().anyMatch(summary -> summary.kind() == Summary.Kind.SCORES);
        if (!columns().isEmpty()) {
            session.run("CREATE TABLE IF NOT EXISTS " + table() + " (cell INTEGER"
                    + (scored ? ", " + SummaryNames.POSITIVE + " BOOLEAN" : "")
                    + columns().stream()
                            .map(column -> ", " + SummaryNames.value(column) + " DOUBLE")
                            .collect(Collectors.joining())
                    + ")");
        }
    }

    private List<String> columns() {
        return rows.spread().columns();
    }

    private String table() {
        return Sql.name(SummaryNames.values(plan.metric().name()));
    }

    /**
     * Adds the rows that become final, and hands the values of cells that are crowded then to their summaries, which make them
     * fewer.
     */
    void finalise(List<StagedSummary> summaries) {
        if (columns().isEmpty()) {
            return;
        }
        session.run(
                "INSERT INTO " + table() + "\n" + fresh("finalised"),
                SqlTemplate.of("""
                        CREATE OR REPLACE TEMP TABLE crowded_cells AS
                        SELECT cell
                        FROM ${values}
                        GROUP BY cell
                        HAVING count(*) > ${most}
                        """)
                        .with("values", table())
                        .with("most", rows.spread().mostPlain())
                        .sql());
        if (session.number("SELECT count(*) FROM crowded_cells") > 0) {
            String due = "cell IN (SELECT cell FROM crowded_cells)";
            summaries.forEach(summary -> summary.take(due));
            session.run("DELETE FROM " + table() + " WHERE " + due);
        }
        session.run("DROP TABLE crowded_cells");
    }

    private String fresh(String condition) {
        String values = columns().stream()
                .map(column -> ", "
                        + (rows.spread().isUnlike(column) ? LateArrivalBuffer.column(column) : "CAST(NULL AS DOUBLE)"))
                .collect(Collectors.joining());
        String any = columns().stream()
                .filter(rows.spread()::isUnlike)
                .map(column -> LateArrivalBuffer.column(column) + " IS NOT NULL")
                .collect(Collectors.joining(" OR "));
        return SqlTemplate.of("""
                SELECT cell${class}${values}
                FROM ${rows}
                WHERE ${condition} AND NOT crowded AND (${any})
                """)
                .with("class", scored ? ", role = " + OutcomeClass.POSITIVE : "")
                .with("values", values)
                .with("rows", rows.table())
                .with("condition", condition)
                .with("any", any.isEmpty() ? "false" : any)
                .sql();
    }

    /** The table to publish, where there may be any. */
    Optional<Publication.Extra> extra() {
        return columns().isEmpty()
                ? Optional.empty()
                : Optional.of(new Publication.Extra(
                        SummaryNames.values(plan.metric().name()),
                        Optional.of("SELECT * FROM " + table()),
                        fresh("NOT finalised")));
    }
}
