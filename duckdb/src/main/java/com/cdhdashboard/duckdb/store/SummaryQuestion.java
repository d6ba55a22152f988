package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.Moments;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.summary.CurveSql;
import com.cdhdashboard.duckdb.summary.ItemSql;
import com.cdhdashboard.duckdb.summary.MomentSql;
import com.cdhdashboard.duckdb.summary.QuantileSql;
import com.cdhdashboard.duckdb.summary.ScoreReduction;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import com.cdhdashboard.duckdb.summary.SummaryRows;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A question for summaries as queries: every one gives the dimensions of a group, then what is asked for. In {@code group:},
 * as no dimension is called, cells have the number of their group.
 */
final class SummaryQuestion {
    private static final String CELL = Sql.name(SummaryNames.CELL);

    private final CubeSchema schema;
    private final List<Column> dimensions;
    private final FilterSql filter;

    SummaryQuestion(CubeSchema schema, RollUp rollUp) {
        this.schema = schema;
        this.dimensions = rollUp.groupBy().stream()
                .map(name -> CubeDimensions.require(schema, name))
                .toList();
        this.filter = new FilterSql(schema, rollUp.filters());
    }

    List<Column> dimensions() {
        return dimensions;
    }

    /** What is bound in each of the queries. */
    Object[] values() {
        return filter.values();
    }

    /** The columns of a summary for each group that has any of it. */
    String columns(Summary summary) {
        return switch (summary.kind()) {
            case MOMENTS -> moments((Moments) summary);
            case QUANTILES ->
                summary.averaged()
                        ? averaged(summary.columns(), weight(summary))
                        : of(QuantileSql.quantiles(rows(summary)));
            case SCORES -> summary.averaged() ? averaged((ScoreCounts) summary) : of(CurveSql.measures(rows(summary)));
            case LISTS -> of(ItemSql.sums(rows(summary)));
        };
    }

    /** The positives and negatives of each group at each score. */
    String scoreCounts(ScoreCounts scores) {
        String rows = new ScoreReduction().reduce("SELECT g AS cell, * EXCLUDE (g) FROM (" + rows(scores) + ")");
        return of("SELECT cell AS g, score, positives, negatives FROM (" + rows + ")") + order(", score");
    }

    /** For each group the rows below each edge, and the rows up to and with the last. */
    String belowEdges(Quantiles quantiles, double[] edges) {
        StringBuilder counts = new StringBuilder();
        for (double edge : edges) {
            counts.append(", coalesce(sum(n) FILTER (value < CAST('")
                    .append(edge)
                    .append("' AS DOUBLE)), 0)");
        }
        counts.append(", coalesce(sum(n) FILTER (value <= CAST('")
                .append(edges[edges.length - 1])
                .append("' AS DOUBLE)), 0)");
        return of(SqlTemplate.of("""
                        SELECT g${counts}
                        FROM (
                            ${rows}
                        )
                        GROUP BY g
                        """)
                        .with("counts", counts.toString())
                        .with("rows", rows(quantiles))
                        .sql())
                + order("");
    }

    private String order(String then) {
        String first = dimensions.stream()
                .map(column -> Sql.name(column.name()) + " NULLS LAST")
                .collect(Collectors.joining(", "));
        String all = first + (first.isEmpty() ? then.replaceFirst(", ", "") : then);
        return all.isEmpty() ? "" : " ORDER BY " + all;
    }

    /** Cells that pass, each with the number of its group. */
    private String members(String columns) {
        String ranks = dimensions.isEmpty()
                ? "0"
                : "dense_rank() OVER (ORDER BY "
                        + dimensions.stream()
                                .map(column -> Sql.name(column.name()))
                                .collect(Collectors.joining(", "))
                        + ")";
        return SqlTemplate.of("""
                SELECT ${ranks} AS "group:"${columns}
                FROM ${cube}
                ${where}
                """)
                .with("ranks", ranks)
                .with("columns", columns)
                .with("cube", PublishedTables.cube(schema.metric()))
                .with("where", filter.where())
                .sql();
    }

    private String rows(Summary summary) {
        return SqlTemplate.of("""
                SELECT members."group:" AS g, s.* EXCLUDE (cell)
                FROM (
                    ${rows}
                ) s
                JOIN members ON s.cell = members.${cell}
                """)
                .with("rows", SummaryRows.all(schema.metric(), summary))
                .with("cell", CELL)
                .sql();
    }

    /** A query of {@code g} and other columns, with the dimensions in the place of {@code g}. */
    private String of(String answers) {
        String names = dimensions.stream()
                .map(column -> ", " + Sql.name(column.name()))
                .collect(Collectors.joining());
        String members = members(", " + CELL + names);
        String groups = dimensions.stream()
                .map(column -> "first(" + Sql.name(column.name()) + ") AS " + Sql.name(column.name()) + ", ")
                .collect(Collectors.joining());
        return SqlTemplate.of("""
                WITH members AS MATERIALIZED (
                    ${members}
                ),
                groups AS (
                    SELECT ${dimensions}"group:"
                    FROM members
                    GROUP BY "group:"
                )
                SELECT groups.* EXCLUDE ("group:"), answers.* EXCLUDE (g)
                FROM groups
                JOIN (
                    ${answers}
                ) answers ON groups."group:" = answers.g
                """)
                .with("members", members)
                .with("dimensions", groups)
                .with("answers", answers)
                .sql();
    }

    private String moments(Moments moments) {
        String columns = moments.columns().stream()
                .map(column -> ", " + Sql.name(column.name()))
                .collect(Collectors.joining());
        String names = dimensions.stream()
                .map(column -> ", " + Sql.name(column.name()))
                .collect(Collectors.joining());
        String groups = dimensions.stream()
                .map(column -> "first(" + Sql.name(column.name()) + "), ")
                .collect(Collectors.joining());
        return SqlTemplate.of("""
                WITH members AS MATERIALIZED (
                    ${members}
                ),
                means AS (
                    SELECT "group:", ${mean} AS "total:mean"
                    FROM members
                    GROUP BY "group:"
                )
                SELECT ${dimensions}${moments}
                FROM members
                JOIN means USING ("group:")
                GROUP BY "group:"
                """)
                .with("members", members(columns + names))
                .with("mean", MomentSql.mean(moments))
                .with("dimensions", groups)
                .with("moments", MomentSql.ofCells(moments))
                .sql();
    }

    private static String weight(Summary quantiles) {
        return Sql.name(new Moments(quantiles.column()).part(Moments.COUNT));
    }

    private String averaged(ScoreCounts scores) {
        String positives = Sql.name(scores.part(ScoreCounts.POSITIVES));
        String negatives = Sql.name(scores.part(ScoreCounts.NEGATIVES));
        String weight = "(" + positives + " + " + negatives + ")";
        String columns = String.join(
                ", ",
                "CAST(coalesce(sum(" + positives + "), 0) AS BIGINT)",
                "CAST(coalesce(sum(" + negatives + "), 0) AS BIGINT)",
                mean(scores.part(ScoreCounts.AREA), weight),
                "CAST(NULL AS DOUBLE)",
                mean(scores.part(ScoreCounts.PRECISION), weight));
        return cells(columns);
    }

    private String averaged(List<Column> columns, String weight) {
        return cells(columns.stream().map(column -> mean(column.name(), weight)).collect(Collectors.joining(", ")));
    }

    private static String mean(String column, String weight) {
        String value = Sql.name(column);
        return "fsum(" + value + " * " + weight + ") / sum(" + weight + ") FILTER (" + value + " IS NOT NULL)";
    }

    private String cells(String columns) {
        String names =
                dimensions.stream().map(column -> Sql.name(column.name())).collect(Collectors.joining(", "));
        return SqlTemplate.of("""
                SELECT ${columns}
                FROM ${cube}
                ${where}
                ${groupBy}
                """)
                .with("columns", (names.isEmpty() ? "" : names + ", ") + columns)
                .with("cube", PublishedTables.cube(schema.metric()))
                .with("where", filter.where())
                .with("groupBy", names.isEmpty() ? "" : "GROUP BY " + names)
                .sql();
    }

    /** The only summary of a question, which must be one of the cube's and of the given kind, and not averaged. */
    static <T extends Summary> T only(CubeSchema schema, RollUp rollUp, Class<T> kind) {
        if (rollUp.summaries().size() != 1
                || !kind.isInstance(rollUp.summaries().get(0))) {
            throw new IllegalArgumentException("one summary is asked for, not " + rollUp.summaries());
        }
        Summary summary = rollUp.summaries().get(0);
        if (summary.averaged()) {
            throw new IllegalArgumentException("only the averages of cells are kept of " + summary);
        }
        if (!schema.summaries().contains(summary)) {
            throw new UserException(
                    UserException.Kind.NOT_FOUND,
                    "the files imported for the metric " + schema.metric() + " have no numbers in " + summary.column()
                            + "; see the notes of the last import");
        }
        return kind.cast(summary);
    }
}
