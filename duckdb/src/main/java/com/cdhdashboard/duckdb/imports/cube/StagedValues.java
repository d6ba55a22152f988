package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.MetricPlan;
import com.cdhdashboard.duckdb.imports.row.OutcomeClass;
import com.cdhdashboard.duckdb.store.Publication;
import com.cdhdashboard.duckdb.summary.CurveSql;
import com.cdhdashboard.duckdb.summary.QuantileSql;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import com.cdhdashboard.duckdb.summary.SummaryRows;
import com.cdhdashboard.duckdb.summary.Thinning;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The values of a column by cell, but for those kept as {@link RawValues}. Where cells are to be averaged, finalised rows
 * are kept as they are, as the exact value of a cell that has both finalised and open rows follows from nothing less.
 */
final class StagedValues implements StagedSummary {
    private final Summary summary;
    private final boolean averaged;
    private final CellRows rows;
    private final Thinning reduction;
    private final String metric;
    private final SummaryTable finalised;

    StagedValues(Session session, MetricPlan plan, CellRows rows, Summary summary) {
        this.metric = plan.metric().name();
        this.summary = summary;
        this.averaged = summary.averaged();
        this.rows = rows;
        this.reduction = Thinning.of(summary).orElseThrow();
        this.finalised = new SummaryTable(session, SummaryNames.table(metric, summary), reduction);
        finalised.create();
    }

    @Override
    public void finalise() {
        finalised.add(averaged ? fresh("finalised") : reduced("finalised"));
        if (!averaged) {
            finalised.reduce();
        }
    }

    private String reduced(String condition) {
        return rows.spread().isUnlike(summary.column())
                ? reduction.thin(fresh(condition + " AND crowded"))
                : reduction.reduce(fresh(condition));
    }

    @Override
    public void take(String condition) {
        if (!averaged) {
            finalised.add(SummaryRows.asTheyCame(metric, summary) + " AND " + condition);
        }
    }

    private String fresh(String condition) {
        String scores = """
                AS score,
                CAST(role = %d AS BIGINT) AS positives,
                CAST(role = %d AS BIGINT) AS negatives""".formatted(OutcomeClass.POSITIVE, OutcomeClass.NEGATIVE);
        return SqlTemplate.of("""
                SELECT cell, ${column} ${values}
                FROM ${rows}
                WHERE ${condition} AND ${column} IS NOT NULL
                """)
                .with("column", LateArrivalBuffer.column(summary.column()))
                .with("values", summary.kind() == Summary.Kind.SCORES ? scores : "AS value, CAST(1 AS DOUBLE) AS n")
                .with("rows", rows.table())
                .with("condition", condition)
                .sql();
    }

    @Override
    public Optional<Publication.Extra> extra() {
        return averaged
                ? Optional.empty()
                : Optional.of(new Publication.Extra(
                        finalised.name(), Optional.of(finalised.rows()), reduced("NOT finalised")));
    }

    @Override
    public Optional<String> columns() {
        if (!averaged) {
            return Optional.empty();
        }
        String all = "SELECT cell AS g, * EXCLUDE (cell) FROM (" + finalised.rows() + " UNION ALL "
                + fresh("NOT finalised") + ")";
        String measures = summary.kind() == Summary.Kind.SCORES ? CurveSql.measures(all) : QuantileSql.quantiles(all);
        String names =
                summary.columns().stream().map(Column::name).map(Sql::name).collect(Collectors.joining(", "));
        return Optional.of("SELECT * FROM (" + measures + ") AS exact(cell, " + names + ")");
    }
}
