package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.ItemLists;
import com.cdhdashboard.core.cube.Summary.Moments;
import com.cdhdashboard.core.metric.DescriptiveMetric;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import com.cdhdashboard.core.metric.score.Responses;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.SqlTypes;
import com.cdhdashboard.duckdb.imports.late.Finalisation;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.MetricPlan;
import com.cdhdashboard.duckdb.imports.row.OutcomeClass;
import com.cdhdashboard.duckdb.store.Publication;
import com.cdhdashboard.duckdb.summary.MomentSql;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cells of a metric with summaries: measures and moments in the cells themselves, other summaries in tables beside. */
final class SummaryCells implements MetricCells {
    private final Session session;
    private final MetricPlan plan;
    private final CellRows rows;
    private final List<Moments> moments;
    private final RawValues raw;
    private List<StagedSummary> staged = List.of();

    SummaryCells(Session session, MetricPlan plan) {
        this.session = session;
        this.plan = plan;
        this.rows = new CellRows(session, plan);
        this.raw = new RawValues(session, plan, rows);
        this.moments = plan.summaries().stream().flatMap(SummaryCells::inCells).toList();
    }

    @Override
    public void compute(String counted, Finalisation finalisation) {
        session.run("CREATE TABLE IF NOT EXISTS " + finalCells() + " (cell INTEGER" + after(definitions()) + ")");
        rows.create(counted);
        session.run("CREATE OR REPLACE TEMP TABLE " + current() + " AS " + cellsOfRows());
        staged = plan.summaries().stream()
                .flatMap(summary -> stage(summary).stream())
                .toList();
        if (finalisation.due()) {
            session.run("CREATE OR REPLACE TEMP TABLE next_cells AS " + both("finalised"));
            session.run(
                    "DELETE FROM " + finalCells(),
                    "INSERT INTO " + finalCells() + " SELECT * FROM next_cells",
                    "DROP TABLE next_cells");
            raw.finalise(staged);
            staged.forEach(StagedSummary::finalise);
        } else {
            staged.stream().filter(StagedSummary::looksAtAllRows).forEach(StagedSummary::finalise);
        }
    }

    private static Stream<Moments> inCells(Summary summary) {
        return switch (summary.kind()) {
            case MOMENTS -> Stream.of((Moments) summary);
            case QUANTILES, SCORES, LISTS -> Stream.empty();
        };
    }

    private Optional<StagedSummary> stage(Summary summary) {
        return switch (summary.kind()) {
            case MOMENTS -> Optional.empty();
            case QUANTILES, SCORES -> Optional.of(new StagedValues(session, plan, rows, summary));
            case LISTS -> Optional.of(new StagedLists(session, plan, rows, (ItemLists) summary));
        };
    }

    private Stream<String> definitions() {
        return Stream.concat(
                plan.measures().stream().map(column -> Sql.name(column.name()) + " " + SqlTypes.name(column.type())),
                moments.stream().flatMap(all -> MomentSql.definition(all).stream()));
    }

    /** The cells of the rows at hand, those that become final apart from the others. */
    private String cellsOfRows() {
        Stream<String> measures =
                plan.measures().stream().map(column -> measure(column) + " AS " + Sql.name(column.name()));
        String sums = SqlTemplate.of("""
                SELECT finalised, cell${values}
                FROM ${rows}
                GROUP BY finalised, cell
                """)
                .with("values", after(Stream.concat(measures, moments.stream().map(MomentSql::ofRows))))
                .with("rows", rows.table())
                .sql();
        if (moments.isEmpty()) {
            return sums;
        }
        Stream<String> columns = Stream.concat(
                plan.measures().stream().map(Column::name),
                moments.stream().flatMap(all -> all.columns().stream().map(Column::name)));
        return SqlTemplate.of("""
                WITH sums AS MATERIALIZED (
                    ${sums}
                ),
                squares AS (
                    SELECT finalised, cell${squares}
                    FROM ${rows} JOIN sums USING (finalised, cell)
                    GROUP BY finalised, cell
                )
                SELECT finalised, cell${columns}
                FROM sums JOIN squares USING (finalised, cell)
                """)
                .with("sums", sums)
                .with("squares", after(moments.stream().map(MomentSql::squaresOfRows)))
                .with("rows", rows.table())
                .with("columns", after(columns.map(Sql::name)))
                .sql();
    }

    private static String measure(Column measure) {
        return switch (measure.name()) {
            case Responses.POSITIVES -> "count(*) FILTER (role = " + OutcomeClass.POSITIVE + ")";
            case Responses.NEGATIVES -> "count(*) FILTER (role = " + OutcomeClass.NEGATIVE + ")";
            case DescriptiveMetric.ROWS -> "count(*)";
            default -> {
                String ending = DescriptiveScores.name("", DescriptiveScores.COUNT);
                String column = measure.name().substring(0, measure.name().length() - ending.length());
                yield "count(" + LateArrivalBuffer.column(column) + ")";
            }
        };
    }

    /** The finalised cells together with those at hand that meet a condition: of each cell there are at most two parts. */
    private String both(String condition) {
        Stream<String> sums = plan.measures().stream()
                .map(column -> "CAST(sum(" + Sql.name(column.name()) + ") AS BIGINT) AS " + Sql.name(column.name()));
        return SqlTemplate.of("""
                SELECT cell${sums}
                FROM (
                    SELECT *
                    FROM ${finalCells}
                    UNION ALL
                    SELECT * EXCLUDE (finalised)
                    FROM ${current}
                    WHERE ${condition}
                )
                GROUP BY cell
                """)
                .with("sums", after(Stream.concat(sums, moments.stream().map(MomentSql::ofTwoParts))))
                .with("finalCells", finalCells())
                .with("current", current())
                .with("condition", condition)
                .sql();
    }

    private static String after(Stream<String> columns) {
        return columns.map(column -> ",\n" + column).collect(Collectors.joining());
    }

    @Override
    public Publication.Cube cube() {
        CubeSchema schema = new CubeSchema(
                plan.metric().name(),
                plan.grain().stream().map(MetricPlan.GrainColumn::column).toList(),
                plan.measures(),
                plan.summaries());
        String cell = Sql.name(SummaryNames.CELL);
        String joins = staged.stream()
                .flatMap(summary -> summary.columns().stream())
                .map(columns -> "LEFT JOIN (\n" + numbered("cell", columns) + "\n) USING (" + cell + ")")
                .collect(Collectors.joining("\n"));
        String cells = SqlTemplate.of("""
                SELECT *
                FROM (
                    ${numbers}
                )
                JOIN (
                    ${cells}
                ) USING (${cell})
                ${joins}
                ORDER BY ${cell}
                """)
                .with("numbers", numbered(rows.number(), "SELECT * FROM " + rows.numbers()))
                .with("cells", numbered("cell", both("NOT finalised")))
                .with("cell", cell)
                .with("joins", joins)
                .sql();
        return new Publication.Cube(schema, cells);
    }

    /** A query of cells, with the number of the cell under the name that no dimension has. */
    private static String numbered(String number, String cells) {
        return SqlTemplate.of("""
                SELECT ${number} AS ${name}, * EXCLUDE (${number})
                FROM (
                    ${cells}
                )
                """)
                .with("number", number)
                .with("name", Sql.name(SummaryNames.CELL))
                .with("cells", cells)
                .sql();
    }

    @Override
    public List<Publication.Extra> extras() {
        List<Publication.Extra> extras = new ArrayList<>();
        raw.extra().ifPresent(extras::add);
        staged.forEach(summary -> summary.extra().ifPresent(extras::add));
        return extras;
    }

    @Override
    public void dropTemporaryTables() {
        staged.forEach(StagedSummary::dropTemporaryTables);
        session.run("DROP TABLE IF EXISTS " + current());
        rows.dropTemporaryTables();
    }

    private String finalCells() {
        return Sql.name("settled:" + plan.metric().name());
    }

    private String current() {
        return Sql.name("current:" + plan.metric().name());
    }
}
