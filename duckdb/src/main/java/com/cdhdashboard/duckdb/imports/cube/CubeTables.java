package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.metric.ConversionMetric;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.SqlTypes;
import com.cdhdashboard.duckdb.imports.late.Finalisation;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.MetricPlan;
import com.cdhdashboard.duckdb.imports.row.OutcomeClass;
import com.cdhdashboard.duckdb.store.Publication;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cells of a metric of sums alone. Conversions share an event by the number of its rows, which later rows change; so the positive rows of events are
 * kept, by event and cell, for good. They are few.
 */
final class CubeTables implements MetricCells {
    private final Session session;
    private final MetricPlan plan;
    private final PreAggregation fine;
    private final List<CellMeasure> measures;
    private final String finalised;
    private final String event;
    private final String rows;

    CubeTables(Session session, MetricPlan plan) {
        this.session = session;
        this.plan = plan;
        this.fine = new PreAggregation(session, plan);
        this.measures = CellMeasure.of(plan.metric());
        this.finalised = plan.beside("finalised");
        this.event = event(plan);
        this.rows = plan.beside("n");
    }

    private void create() {
        session.run("CREATE TABLE IF NOT EXISTS " + finalCells() + " (" + columns(Stream.empty(), cellColumns()) + ")");
        if (hasEvents()) {
            session.run("CREATE TABLE IF NOT EXISTS " + events() + " ("
                    + columns(Stream.of(event + " UHUGEINT"), Stream.of(rows + " BIGINT")) + ")");
        }
    }

    private String columns(Stream<String> before, Stream<String> after) {
        Stream<String> grain = plan.grain().stream()
                .map(column ->
                        column.name() + " " + SqlTypes.name(column.column().type()));
        return Stream.of(before, grain, after).flatMap(stream -> stream).collect(Collectors.joining(", "));
    }

    private Stream<String> cellColumns() {
        return measures.stream().map(measure -> Sql.name(measure.name()) + " " + measure.type());
    }

    @Override
    public void compute(String counted, Finalisation finalisation) {
        create();
        fine.find();
        session.run("CREATE OR REPLACE TEMP TABLE " + current() + " AS\n" + currentCells(counted));
        if (hasEvents()) {
            session.run("CREATE OR REPLACE TEMP TABLE " + currentEvents() + " AS\n" + currentEventCells(counted));
        }
        if (finalisation.due()) {
            finalise();
        }
    }

    @Override
    public Publication.Cube cube() {
        CubeSchema schema = new CubeSchema(
                plan.metric().name(),
                plan.grain().stream().map(MetricPlan.GrainColumn::column).toList(),
                plan.metric().measures());
        return new Publication.Cube(schema, allCells());
    }

    @Override
    public List<Publication.Extra> extras() {
        return List.of();
    }

    @Override
    public void dropTemporaryTables() {
        fine.dropTemporaryTables();
        session.run("DROP TABLE IF EXISTS " + current(), "DROP TABLE IF EXISTS " + currentEvents());
    }

    /** Adds the cells of the interactions that become final now to the finalised ones. */
    private void finalise() {
        session.run(
                "CREATE OR REPLACE TEMP TABLE next_cells AS\n" + finalisedAnd(finalised),
                "DELETE FROM " + finalCells(),
                "INSERT INTO " + finalCells() + "\n" + summed("next_cells"),
                "DROP TABLE next_cells");
        if (hasEvents()) {
            session.run(SqlTemplate.of(
                            "INSERT INTO ${events} SELECT * EXCLUDE (${finalised}) FROM ${current} WHERE ${finalised}")
                    .with("events", events())
                    .with("finalised", finalised)
                    .with("current", currentEvents())
                    .sql());
        }
    }

    private String finalisedAnd(String condition) {
        return SqlTemplate.of("""
                SELECT *
                FROM ${finalCells}
                UNION ALL
                SELECT * EXCLUDE (${finalised})
                FROM ${current}
                WHERE ${condition}
                """)
                .with("finalCells", finalCells())
                .with("finalised", finalised)
                .with("current", current())
                .with("condition", condition)
                .sql();
    }

    /** All cells, finalised and open, as a query. */
    private String allCells() {
        return summed(SqlTemplate.of("""
                (
                    ${cells}
                    ${conversions}
                )""")
                .with("cells", finalisedAnd("NOT " + finalised))
                .with("conversions", hasEvents() ? "UNION ALL\n" + conversionsOfEvents() : "")
                .sql());
    }

    private String summed(String cells) {
        return SqlTemplate.of("""
                SELECT
                    ${grain},
                    ${sums}
                FROM ${cells}
                GROUP BY ${grain}
                """)
                .with("grain", grain())
                .with("sums", measures.stream().map(CellMeasure::sum).collect(Collectors.joining(",\n")))
                .with("cells", cells)
                .sql();
    }

    private String conversionsOfEvents() {
        String values = measures.stream()
                .map(measure -> measure.name().equals(ConversionMetric.CONVERSIONS)
                        ? rows + " / sum(" + rows + ") OVER (PARTITION BY " + event + ")"
                        : "0")
                .collect(Collectors.joining(", "));
        return SqlTemplate.of("""
                SELECT ${grain}, ${values}
                FROM (
                    SELECT *
                    FROM ${events}
                    UNION ALL
                    SELECT * EXCLUDE (${finalised})
                    FROM ${current}
                    WHERE NOT ${finalised}
                )
                """)
                .with("grain", grain())
                .with("values", values)
                .with("events", events())
                .with("finalised", finalised)
                .with("current", currentEvents())
                .sql();
    }

    private String currentCells(String counted) {
        String values = measures.stream()
                .map(measure -> measure.sql() + " AS " + Sql.name(measure.name()))
                .collect(Collectors.joining(",\n"));
        String groups = grouped(counted, hasEvents() ? "\"event\" IS NOT NULL AS in_event," : "", "true");
        return cells("", values, groups);
    }

    private String currentEventCells(String counted) {
        String condition = plan.quotedClass() + " = " + OutcomeClass.POSITIVE + " AND \"event\" IS NOT NULL";
        return cells(
                "\"event\" AS " + event + ",",
                "CAST(sum(n) AS BIGINT) AS " + rows,
                grouped(counted, "\"event\",", condition));
    }

    private String cells(String event, String values, String groups) {
        return SqlTemplate.of("""
                SELECT
                    finalised AS ${finalised},
                    ${event}
                    ${dimensions},
                    ${values}
                FROM (
                    ${groups}
                )
                GROUP BY ALL
                """)
                .with("finalised", finalised)
                .with("event", event)
                .with("dimensions", fine.dimensions())
                .with("values", values)
                .with("groups", fine.named(groups))
                .sql();
    }

    /** By day first, see {@link PreAggregation}; {@code event} is what is told apart beside it. */
    private String grouped(String counted, String event, String condition) {
        return SqlTemplate.of("""
                SELECT
                    finalised,
                    fine,
                    ${class} AS role,
                    ${event}
                    ${values},
                    count(*) AS n${revenue}
                FROM (
                    ${rows}
                )
                WHERE ${condition}
                GROUP BY ALL
                """)
                .with("class", plan.quotedClass())
                .with("event", event)
                .with("values", fine.values())
                .with(
                        "revenue",
                        hasEvents()
                                ? ", fsum(" + LateArrivalBuffer.column(ConversionMetric.REVENUE) + ") AS revenue"
                                : "")
                .with("rows", fine.rows(counted))
                .with("condition", condition)
                .sql();
    }

    private String grain() {
        return plan.grain().stream().map(MetricPlan.GrainColumn::name).collect(Collectors.joining(", "));
    }

    private boolean hasEvents() {
        return plan.metric() instanceof ConversionMetric;
    }

    private String finalCells() {
        return Sql.name("settled:" + plan.metric().name());
    }

    private String current() {
        return Sql.name("current:" + plan.metric().name());
    }

    private String currentEvents() {
        return Sql.name("current_events:" + plan.metric().name());
    }

    private String events() {
        return Sql.name(eventTable(plan));
    }

    private static String eventTable(MetricPlan plan) {
        return "events:" + plan.metric().name();
    }

    private static String event(MetricPlan plan) {
        return plan.beside("event");
    }

    /** A query of {@code event} and {@code Day} of the metric's finalised events, where it keeps any. */
    static Optional<String> finalEvents(Session session, MetricPlan plan) {
        return session.first(
                "SELECT table_name FROM duckdb_tables() WHERE table_name = ? AND database_name = current_database()",
                row -> "SELECT " + event(plan) + " AS \"event\", \"Day\" FROM " + Sql.name(row.getString(1)),
                eventTable(plan));
    }
}
