package com.cdhdashboard.core.config.schema;

import java.util.List;

/**
 * The keys of a table below {@code reports}, whatever kind of report it is: how they are read, and what they say where
 * kinds agree. Which kind reads which of them stands in its class.
 */
final class ReportKeys {
    private static final KeyType DIMENSION = KeyType.text(Naming.DIMENSION);
    private static final KeyType SCORE = KeyType.text(Naming.SCORE);
    private static final KeyType TEXT = KeyType.text(Naming.TEXT);
    private static final KeyType NUMBER = new KeyType.Decimal();

    private static final List<SchemaKey> REPORT = List.of(
            SchemaKey.of("metric", KeyType.text(Naming.METRIC), "what is shown").example("\"engagement\""),
            SchemaKey.of("type", TEXT, "kind of chart").example("\"line\""),
            SchemaKey.of("description", TEXT, "title; a tag in brackets at its beginning sorts the menu")
                    .example("\"[ENG] Daily click-through rate\""),
            key("group_by", KeyType.list(Naming.DIMENSION), "what the numbers are summed by")
                    .example("[\"Channel\", \"Issue\"]"),
            key(
                            "filters",
                            KeyType.list(Naming.FILTER),
                            "which rows the report is about, in the [notation of addresses](api.md#filters); all must"
                                    + " hold")
                    .example("[\"Channel=Web,Mobile\", \"Day.from=2024-12-01\"]"));

    private static final List<SchemaKey> AXES = List.of(
            key("x", DIMENSION, "horizontal axis").example("\"Day\""),
            key("y", SCORE, "vertical axis").example("\"CTR\""),
            key("color", DIMENSION, "one colour per value, or the score a cell is coloured by")
                    .example("\"Channel\""),
            key("facet_row", DIMENSION, "one row of charts per value").example("\"Issue\""),
            key("facet_column", DIMENSION, "one column of charts per value").example("\"Group\""),
            key("facet_col", DIMENSION, "the same for `corr`").example("\"ControlGroup\""));

    private static final List<SchemaKey> LINES = List.of(
            key("form", TEXT, "how a line or free chart is drawn").example("\"bar\""),
            key("scale", TEXT, "vertical axis of a line or free chart").example("\"log\""),
            key("cards", DIMENSION, "one card above a line or free chart per value; `\"\"` for none")
                    .otherwiseMeans("`color`, or else a facet")
                    .example("\"Channel\""));

    private static final List<SchemaKey> BUBBLES = List.of(
            key("size", SCORE, "size of a bubble").example("\"Count\""),
            key("animation_frame", DIMENSION, "a scatter moves through its values")
                    .example("\"Month\""),
            key("animation_group", DIMENSION, "what stays one bubble meanwhile").example("\"Name\""),
            key("log_x", KeyType.FLAG, "logarithmic horizontal axis").example("true"),
            key("log_y", KeyType.FLAG, "logarithmic vertical axis, for lines an older way to write `scale = \"log\"`")
                    .example("true"));

    private static final List<SchemaKey> POLAR = List.of(
            key("r", SCORE, "length of a bar").example("\"CTR\""),
            key("theta", DIMENSION, "direction of a bar").example("\"Issue\""),
            key("showlegend", KeyType.FLAG, "shows the legend of a `bar_polar`").example("false"));

    private static final List<SchemaKey> GAUGES = List.of(
            key("value", SCORE, "what the gauge shows").example("\"CTR\""),
            key(
                            "reference",
                            new KeyType.Table("values of `group_by` joined by `_`", KeyType.Cells.NUMBER),
                            "targets of" + " a gauge: amber below, red below three quarters")
                    .example("{ Web_Hero = 0.05 }"));

    private static final List<SchemaKey> FIGURES = List.of(
            key(
                            "view",
                            TEXT,
                            "whether a line or free chart draws the score or a curve behind it; what a `corr` or"
                                    + " `model` shows, see [Reports](reports.md#reports-over-customers)")
                    .example("\"roc\""),
            key(
                            "property",
                            KeyType.text(Naming.FIELD),
                            "the described field; of model scores the propensity that is"
                                    + " judged, `Propensity` by default")
                    .example("\"Propensity\""),
            key("score", SCORE, "which figure of the described field, also of a free chart")
                    .example("\"Mean\""),
            key(
                            "clip",
                            KeyType.FLAG,
                            "a descriptive `histogram` leaves out the lowest and highest 1 %; `false` by" + " default")
                    .example("true"),
            key(
                            "share",
                            KeyType.FLAG,
                            "bars of a descriptive `histogram` are shares of their chart and not counts;"
                                    + " `false` by default")
                    .example("true"),
            key("stages", KeyType.list(Naming.OUTCOME), "stages in order").example("[\"Impression\", \"Clicked\"]"),
            key(
                            "height",
                            KeyType.whole(100, 4_000, "pixels"),
                            "least height of a line, free, box, histogram or funnel chart")
                    .example("500"));

    private static final List<SchemaKey> CUSTOMERS = List.of(
            key("z", SCORE, "third axis of an `rfm_density`").example("\"monetary_value\""),
            key("aggregation", TEXT, "how a column of customers is summed up in a bar or cell")
                    .example("\"sum\""),
            key("normalization", TEXT, "what the bars of one colour of a clv `histogram` add up to")
                    .example("\"percent\""),
            key("cumulative", KeyType.FLAG, "each bar of a clv `histogram` adds those before it")
                    .example("true"),
            key("bins", NUMBER, "how many bars a clv `histogram` has at most").example("40"),
            key("points", NUMBER, "how many customers are drawn").example("1000"),
            key("seed", NUMBER, "decides which customers are drawn").example("7"),
            key("method", TEXT, "coefficient of a `corr`").example("\"spearman\""));

    private static final List<SchemaKey> PURCHASES = List.of(
            key("model", TEXT, "model of purchases of a `model` report").example("\"bg_nbd\""),
            key("measure", TEXT, "what a `model` report shows of a customer").example("\"expected_value\""),
            key("years", NUMBER, "how far a `model` report looks ahead").example("3"),
            key("discount_rate", NUMBER, "discount of a `model` report in percent a year")
                    .example("8"),
            key("by", DIMENSION, "what a `model` report has one bar a value of").example("\"ControlGroup\""),
            key("against", KeyType.text(Naming.VALUE), "what the others are compared with")
                    .example("\"Control\""));

    private static final List<SchemaKey> DENSITY = List.of(
            key("mode", TEXT, "how an `rfm_density` is drawn").example("\"heatmap\""),
            key("point_size", NUMBER, "points of an `rfm_density` in 3D").example("2"),
            key("opacity", NUMBER, "their opacity").example("0.5"),
            key("bins_recency", NUMBER, "columns of cells of an `rfm_density` in 2D")
                    .example("80"),
            key("bins_frequency", NUMBER, "rows of cells").example("80"));

    static final SchemaSection REPORTS = SchemaSection.of("reports", "Reports", "what is shown")
            .group("Report", REPORT)
            .group("Axes", AXES)
            .group("Lines and bars", LINES)
            .group("Bubbles", BUBBLES)
            .group("Polar bars", POLAR)
            .group("Gauges", GAUGES)
            .group("Curves and described fields", FIGURES)
            .group("Customers", CUSTOMERS)
            .group("Models of purchases", PURCHASES)
            .group("Density", DENSITY);

    private ReportKeys() {}

    private static SchemaKey key(String name, KeyType type, String meaning) {
        return SchemaKey.of(name, type, meaning).otherwiseMeans("none");
    }
}
