package com.cdhdashboard.duckdb.bundle.write;

import com.cdhdashboard.core.bundle.BundleColumn;
import com.cdhdashboard.core.bundle.BundleSelection;
import com.cdhdashboard.core.bundle.ColumnMeaning;
import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.core.bundle.Manifest;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeSchema;
import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.bundle.ParquetFiles;
import com.cdhdashboard.duckdb.store.PublishedTables;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import com.cdhdashboard.duckdb.summary.SummaryRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the cells of one metric, and what lies beside them, in an order that follows from their values alone. */
final class CubeExport {
    private static final String NUMBER = Sql.name("number:");
    private static final String CELL = Sql.name(SummaryNames.CELL);

    private final Session session;
    private final ParquetFiles files;
    private final CubeSchema schema;
    private final BundleSelection selection;

    CubeExport(Session session, ParquetFiles files, CubeSchema schema, BundleSelection selection) {
        this.session = session;
        this.files = files;
        this.schema = schema;
        this.selection = selection;
    }

    /** Whether the cells can be told apart by days. */
    static boolean hasDays(CubeSchema schema) {
        return schema.dimension("Day")
                .map(Column::type)
                .filter(ValueType.DATE::equals)
                .isPresent();
    }

    /** @param notes on the numbers of the metric */
    Manifest.Cube write(Definition definition, List<String> notes) {
        number();
        Manifest.TableFile cells = cells();
        List<Manifest.SummaryTable> summaries = new ArrayList<>();
        for (Summary summary : schema.summaries()) {
            boolean inCells = summary.kind() == Summary.Kind.MOMENTS || summary.averaged();
            summaries.add(new Manifest.SummaryTable(summary, inCells ? Optional.empty() : Optional.of(table(summary))));
        }
        session.run("DROP TABLE numbered");
        return new Manifest.Cube(definition, cells, summaries, notes);
    }

    private void number() {
        String columns = Stream.concat(schema.dimensions().stream(), schema.measures().stream())
                .map(column -> Sql.name(column.name()) + " NULLS LAST")
                .collect(Collectors.joining(", "));
        session.run(SqlTemplate.of("""
                CREATE TEMP TABLE numbered AS
                SELECT CAST(row_number() OVER (ORDER BY ${columns}) - 1 AS INTEGER) AS ${number}, *
                FROM ${cube}
                ${where}
                """)
                .with("columns", columns)
                .with("number", NUMBER)
                .with("cube", PublishedTables.cube(schema.metric()))
                .with("where", days(selection, "\"Day\""))
                .sql());
    }

    /** The condition that a column of days lies within those that are wanted. */
    static String days(BundleSelection selection, String column) {
        List<String> conditions = new ArrayList<>();
        selection.from().ifPresent(day -> conditions.add(column + " >= DATE " + Sql.text(day.toString())));
        selection.to().ifPresent(day -> conditions.add(column + " <= DATE " + Sql.text(day.toString())));
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    }

    private Manifest.TableFile cells() {
        List<BundleColumn> columns = new ArrayList<>();
        schema.dimensions().forEach(column -> columns.add(ColumnMeaning.dimension(column)));
        schema.measures().forEach(column -> columns.add(ColumnMeaning.measure(column)));
        schema.summaries().stream()
                .filter(summary -> summary.kind() == Summary.Kind.MOMENTS || summary.averaged())
                .forEach(summary -> columns.addAll(ColumnMeaning.inCells(summary)));
        String names = columns.stream().map(column -> Sql.name(column.name())).collect(Collectors.joining(", "));
        boolean numbered = !schema.summaries().isEmpty();
        if (numbered) {
            columns.add(0, ColumnMeaning.cell());
        }
        return files.write(
                "cells",
                schema.metric(),
                columns,
                SqlTemplate.of("""
                        SELECT ${cell}${names}
                        FROM numbered
                        ORDER BY ${number}
                        """)
                        .with("cell", numbered ? NUMBER + " AS " + CELL + ", " : "")
                        .with("names", names)
                        .with("number", NUMBER)
                        .sql());
    }

    private Manifest.TableFile table(Summary summary) {
        String sums = switch (summary.kind()) {
            case QUANTILES -> "value, sum(n) AS n";
            case SCORES ->
                "score, CAST(sum(positives) AS BIGINT) AS positives, CAST(sum(negatives) AS BIGINT) AS negatives";
            case LISTS -> "item, CAST(sum(lists) AS BIGINT) AS lists, fsum(roots) AS roots, fsum(sizes) AS sizes";
            case MOMENTS -> throw new IllegalArgumentException("moments are columns of the cells");
        };
        return files.write(
                "summaries",
                schema.metric() + ":" + summary.name(),
                ColumnMeaning.ofTable(summary),
                SqlTemplate.of("""
                        SELECT ${number} AS cell, ${sums}
                        FROM (
                            ${rows}
                        ) s
                        JOIN (SELECT ${number}, ${cell} FROM numbered) n ON n.${cell} = s.cell
                        GROUP BY ${number}, 2
                        ORDER BY 1, 2 NULLS FIRST
                        """)
                        .with("number", NUMBER)
                        .with("sums", sums)
                        .with("rows", SummaryRows.all(schema.metric(), summary))
                        .with("cell", CELL)
                        .sql());
    }
}
