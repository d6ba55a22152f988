package com.cdhdashboard.duckdb.summary;

import com.cdhdashboard.core.cube.Summary.Moments;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;
import java.util.List;

/** Moments as SQL. Squares are always taken of deviations from the mean: Σx² − n·m² would lose every digit. */
public final class MomentSql {
    private MomentSql() {}

    /** The columns of a cube that hold the moments, each with its type. */
    public static List<String> definition(Moments moments) {
        return moments.columns().stream()
                .map(column -> Sql.name(column.name()) + " " + SqlTypes.name(column.type()))
                .toList();
    }

    /** Count, sum, mean, smallest and largest value over groups of rows. */
    public static String ofRows(Moments moments) {
        String value = Sql.name("column:" + moments.column());
        return String.join(
                ", ",
                named("count(" + value + ")", moments, Moments.COUNT),
                named("fsum(" + value + ")", moments, Moments.SUM),
                named("fsum(" + value + ") / count(" + value + ")", moments, Moments.MEAN),
                named("min(" + value + ")", moments, Moments.MIN),
                named("max(" + value + ")", moments, Moments.MAX));
    }

    /** The squares over groups of rows that are joined with their mean. */
    public static String squaresOfRows(Moments moments) {
        String deviation = "(" + Sql.name("column:" + moments.column()) + " - " + of(moments, Moments.MEAN) + ")";
        return named("fsum(" + deviation + " * " + deviation + ")", moments, Moments.SQUARES);
    }

    private static String named(String sql, Moments moments, String part) {
        return sql + " AS " + of(moments, part);
    }

    /**
     * The columns over groups of one or two rows, for the final and the open part of a cell. With two parts
     * SS = SS₁ + SS₂ + (m₁ − m₂)²·n₁·n₂/(n₁ + n₂). Source: T. Chan, G. Golub, R. LeVeque, COMPSTAT 1982.
     */
    public static String ofTwoParts(Moments moments) {
        String n = "CAST(" + of(moments, Moments.COUNT) + " AS DOUBLE)";
        String mean = of(moments, Moments.MEAN);
        String between = "CASE WHEN count(*) = 2 THEN (max(" + mean + ") - min(" + mean + ")) * (max(" + mean
                + ") - min(" + mean + ")) * min(" + n + ") * max(" + n + ") / sum(" + n + ") ELSE 0 END";
        return merged(moments, "fsum(" + of(moments, Moments.SQUARES) + ") + coalesce(" + between + ", 0)");
    }

    /** The columns over groups of any number of cells, each with {@code total:mean}, the mean of its group. */
    public static String ofCells(Moments moments) {
        String deviation = "(" + of(moments, Moments.MEAN) + " - \"total:mean\")";
        return merged(
                moments,
                "fsum(" + of(moments, Moments.SQUARES) + " + " + of(moments, Moments.COUNT) + " * " + deviation + " * "
                        + deviation + ")");
    }

    /** The mean over groups of cells. */
    public static String mean(Moments moments) {
        return "fsum(" + of(moments, Moments.SUM) + ") / sum(" + of(moments, Moments.COUNT) + ")";
    }

    private static String merged(Moments moments, String squares) {
        return String.join(
                ", ",
                named("CAST(coalesce(sum(" + of(moments, Moments.COUNT) + "), 0) AS BIGINT)", moments, Moments.COUNT),
                named("fsum(" + of(moments, Moments.SUM) + ")", moments, Moments.SUM),
                named(mean(moments), moments, Moments.MEAN),
                named(squares, moments, Moments.SQUARES),
                named("min(" + of(moments, Moments.MIN) + ")", moments, Moments.MIN),
                named("max(" + of(moments, Moments.MAX) + ")", moments, Moments.MAX));
    }

    private static String of(Moments moments, String part) {
        return SummaryNames.part(moments, part);
    }
}
