package com.cdhdashboard.core.report.definition;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import java.util.List;
import java.util.stream.Stream;

/** The rows of the capability table for reports over customers. */
final class CustomerCapabilities {
    private CustomerCapabilities() {}

    static Stream<Capability> rows() {
        return Stream.of(
                row(ReportKind.HISTOGRAM, Groups.UNUSED, histogram()),
                row(ReportKind.TREEMAP, new Groups(true, 0, 7), List.of()),
                row(ReportKind.EXPOSURE, Groups.UNUSED, exposure()),
                row(ReportKind.CORRELATION, Groups.UNUSED, correlation()),
                row(ReportKind.PREDICTION, Groups.UNUSED, prediction()),
                row(ReportKind.RFM_DENSITY, Groups.UNUSED, density()),
                row(ReportKind.BAR_POLAR, Groups.UNUSED, polar()));
    }

    private static Capability row(ReportKind kind, Groups groups, List<Key> keys) {
        return new Capability(kind, Family.CLV, groups, keys);
    }

    private static List<Key> histogram() {
        return List.of(
                Key.required("x", Role.SCORE, "Column", "the column whose values are counted"),
                Key.optional("y", Role.SCORE, "Bars show", "the column summed up in each bar; none counts customers"),
                Key.choice(
                        "aggregation",
                        "Summed up as",
                        "how the column y is summed up",
                        "sum",
                        "sum",
                        "mean",
                        "mean",
                        "least",
                        "least",
                        "greatest",
                        "greatest"),
                Key.choice(
                        "normalization",
                        "Scale",
                        "what the bars of one colour add up to",
                        "",
                        "as counted",
                        "percent",
                        "percent",
                        "probability",
                        "shares of 1",
                        "density",
                        "per unit",
                        "probability density",
                        "shares per unit"),
                Key.optional("cumulative", Role.FLAG, "Cumulative", "whether each bar adds those before it"),
                Key.choice(
                        "bins",
                        "Bars",
                        "how many bars at most",
                        "40",
                        "40",
                        "10",
                        "10",
                        "20",
                        "20",
                        "80",
                        "80",
                        "160",
                        "160"),
                Key.optional("color", Role.DIMENSION, "Colour", "the dimension with one colour a value"),
                Key.optional("facet_row", Role.DIMENSION, "Row facets", "the dimension with one row of charts a value"),
                Key.optional(
                        "facet_column",
                        Role.DIMENSION,
                        "Column facets",
                        "the dimension with one column of charts a value"));
    }

    private static List<Key> exposure() {
        return List.of(
                Key.number("points", "Customers", "how many customers are drawn", new Allowed.Between(10, 1_000, 100)),
                seed());
    }

    private static Key seed() {
        return Key.number(
                "seed", "Seed", "the number that decides who is drawn", new Allowed.Between(0, 1_000_000, 42));
    }

    private static List<Key> correlation() {
        return List.of(
                Key.choice(
                        "view",
                        "View",
                        "whether all columns are compared or two",
                        "matrix",
                        "all columns",
                        "scatter",
                        "two columns"),
                Key.required("x", Role.SCORE, "X axis", "the column along the horizontal axis"),
                Key.required("y", Role.SCORE, "Y axis", "the column along the vertical axis"),
                Key.choice(
                        "method",
                        "Coefficient",
                        "the coefficient",
                        "pearson",
                        "Pearson",
                        "spearman",
                        "Spearman",
                        "kendall",
                        "Kendall"),
                Key.optional("facet_col", Role.DIMENSION, "By", "the dimension with one chart a value"));
    }

    private static List<Key> prediction() {
        return List.of(
                Key.choice(
                        "view",
                        "View",
                        "what is shown of the models",
                        "prediction",
                        "prediction",
                        "fit",
                        "parameters and fit",
                        "holdout",
                        "hold-out check",
                        "alive",
                        "P(alive) matrix",
                        "expected",
                        "purchases matrix"),
                Key.choice(
                        "model",
                        "Purchases by",
                        "the model of purchases",
                        "bg_nbd",
                        "BG/NBD",
                        "mbg_nbd",
                        "MBG/NBD",
                        "pareto_nbd",
                        "Pareto/NBD"),
                Key.choice(
                        "measure",
                        "Measure",
                        "what is predicted",
                        "discounted_value",
                        "discounted value",
                        "expected_value",
                        "expected value",
                        "expected_purchases",
                        "expected purchases",
                        "lifetime_value",
                        "value so far, no model"),
                Key.choice(
                        "years",
                        "Years ahead",
                        "how many years ahead",
                        "1",
                        "1",
                        "2",
                        "2",
                        "3",
                        "3",
                        "5",
                        "5",
                        "8",
                        "8"),
                Key.number(
                        "discount_rate",
                        "Discount, % a year",
                        "the discount rate in percent a year",
                        new Allowed.Between(0, 100, 10)),
                Key.optional("by", Role.DIMENSION, "By", "the dimension with one bar a value"),
                Key.optional("against", Role.VALUE, "Compared with", "the value that the others are compared with"));
    }

    private static List<Key> density() {
        return List.of(
                Key.choice(
                        "mode",
                        "Plot",
                        "how customers are drawn",
                        "3d",
                        "3D scatter",
                        "heatmap",
                        "2D heat map",
                        "contour",
                        "2D contour"),
                Key.optional("color", Role.SCORE, "Colour", "the column that colours points or cells"),
                Key.optional("z", Role.SCORE, "Z axis", "the column along the third axis"),
                Key.number(
                        "points",
                        "Points",
                        "how many customers are drawn",
                        new Allowed.Between(1_000, 200_000, 25_000)),
                seed(),
                Key.number("point_size", "Point size", "the size of a point", new Allowed.Between(1, 8, 3)),
                Key.number("opacity", "Opacity", "the opacity of a point", new Allowed.Between(0.2, 1, 0.75)),
                Key.choice(
                        "aggregation",
                        "Aggregation",
                        "how the column is summed up in a cell",
                        "mean",
                        "mean",
                        "sum",
                        "sum",
                        "count",
                        "number of customers",
                        "greatest",
                        "greatest",
                        "least",
                        "least"),
                Key.number(
                        "bins_recency",
                        "Bins (recency)",
                        "how many columns of cells",
                        new Allowed.Between(10, 200, 60)),
                Key.number(
                        "bins_frequency",
                        "Bins (frequency)",
                        "how many rows of cells",
                        new Allowed.Between(10, 200, 60)));
    }

    private static List<Key> polar() {
        return List.of(
                Key.required("r", Role.SCORE, "Length", "the column that is the length of a bar"),
                Key.required("theta", Role.DIMENSION, "Angle", "the dimension around the circle"),
                Key.required("color", Role.DIMENSION, "Colour", "the dimension with one colour a value"),
                Key.optional("showlegend", Role.FLAG, "Legend", "whether the colours are explained; true if absent"));
    }
}
