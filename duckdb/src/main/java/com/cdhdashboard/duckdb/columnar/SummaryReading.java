package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Summary;
import com.cdhdashboard.core.cube.Summary.ItemLists;
import com.cdhdashboard.core.cube.Summary.Moments;
import com.cdhdashboard.core.cube.Summary.Quantiles;
import com.cdhdashboard.core.cube.Summary.ScoreCounts;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.summary.SummaryNames;
import com.cdhdashboard.duckdb.summary.SummaryRows;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads summaries of a cube into columns, in which cells go by their place in the order of their numbers. */
public final class SummaryReading {
    private static final String CELL = Sql.name(SummaryNames.CELL);

    private final Session session;
    private final String metric;
    private final String cube;

    /** Of the cube of a metric; {@code cube} is the quoted name of its table. */
    public SummaryReading(Session session, String metric, String cube) {
        this.session = session;
        this.metric = metric;
        this.cube = cube;
    }

    /**
     * The summary; empty where it would take more than so many bytes, where only averages are kept, and where a figure is
     * not finite.
     */
    public Optional<SummaryColumns> read(Summary summary, long mostBytes) {
        if (summary.averaged() || !fits(table(summary), mostBytes)) {
            return Optional.empty();
        }
        Optional<SummaryColumns> columns = switch (summary.kind()) {
            case MOMENTS -> moments((Moments) summary);
            case QUANTILES -> values((Quantiles) summary);
            case SCORES -> scores((ScoreCounts) summary);
            case LISTS -> items((ItemLists) summary);
        };
        return columns.filter(read -> read.bytes() <= mostBytes);
    }

    /** The rows of a summary; moments are columns of the cells themselves. */
    private String table(Summary summary) {
        return summary.kind() == Summary.Kind.MOMENTS ? cube : "(" + SummaryRows.all(metric, summary) + ")";
    }

    private int cells() {
        return Math.toIntExact(rows(cube));
    }

    /** Whether the rows of a table could take so few bytes. */
    private boolean fits(String table, long mostBytes) {
        return rows(table) <= mostBytes / Figures.FEWEST_BYTES;
    }

    private long rows(String table) {
        return session.number("SELECT count(*) FROM " + table);
    }

    private Optional<SummaryColumns> moments(Moments moments) {
        String figures = Stream.of(Moments.COUNT, Moments.SUM, Moments.SQUARES, Moments.MIN, Moments.MAX)
                .map(part -> "coalesce(CAST(" + SummaryNames.part(moments, part) + " AS DOUBLE), 0)")
                .collect(Collectors.joining(", "));
        return read(cube, "SELECT 0, " + figures + " FROM " + cube + " ORDER BY " + CELL, 5)
                .map(read -> new MomentColumns(
                        moments,
                        Weights.of(read.column(0)),
                        List.of(read.column(1), read.column(2), read.column(3), read.column(4))));
    }

    private Optional<SummaryColumns> values(Quantiles quantiles) {
        String table = table(quantiles);
        return read(table, placed(table, "value, n", "value"), 2)
                .map(read -> new ValueColumns(
                        quantiles,
                        new SummaryTableRows(read.places(), cells()),
                        read.column(0),
                        Weights.of(read.column(1))));
    }

    private Optional<SummaryColumns> scores(ScoreCounts scores) {
        String table = table(scores);
        String columns = "score, CAST(positives AS DOUBLE), CAST(negatives AS DOUBLE)";
        return read(table, placed(table, columns, "score"), 3)
                .map(read -> new ScoreColumns(
                        scores,
                        new SummaryTableRows(read.places(), cells()),
                        read.column(0),
                        Weights.of(read.column(1)),
                        Weights.of(read.column(2))));
    }

    private Optional<SummaryColumns> items(ItemLists lists) {
        String table = table(lists);
        long items = session.number("SELECT count(DISTINCT item) FROM " + table);
        if (items >= Character.MAX_VALUE) {
            return Optional.empty();
        }
        String codes = "SELECT item, row_number() OVER (ORDER BY item) AS code FROM (SELECT DISTINCT item FROM " + table
                + " WHERE item IS NOT NULL)";
        String rows = "SELECT cell, CAST(coalesce(code, " + ItemColumns.NO_ITEM + ") AS DOUBLE) AS code,"
                + " CAST(lists AS DOUBLE) AS lists, roots, sizes FROM " + table + " LEFT JOIN (" + codes
                + ") USING (item)";
        String columns = "code, lists, coalesce(roots, 0), coalesce(sizes, 0)";
        return read(table, placed("(" + rows + ")", columns, "code"), 4)
                .map(read -> new ItemColumns(
                        lists,
                        new SummaryTableRows(read.places(), cells()),
                        read.codes(0),
                        Math.toIntExact(items + 1),
                        new ItemColumns.Sums(Weights.of(read.column(1)), read.column(2), read.column(3))));
    }

    /** Some rows by cell in an order, each with the place of its cell before the columns. */
    private String placed(String rows, String columns, String order) {
        return "SELECT place, " + columns + " FROM " + rows + " JOIN (SELECT " + CELL
                + " AS cell, CAST(row_number() OVER (ORDER BY " + CELL + ") - 1 AS INTEGER) AS place FROM " + cube
                + ") USING (cell) ORDER BY " + order + ", place";
    }

    /** A query that gives a row for each of a table's. */
    private Optional<Figures> read(String table, String sql, int columns) {
        Figures figures = new Figures(Math.toIntExact(rows(table)), columns);
        session.forEach(sql, figures::add);
        return Optional.of(figures).filter(Figures::complete);
    }
}
