package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerRollUp.Aggregate;
import com.cdhdashboard.core.customer.CustomerRollUp.Measure;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.report.customer.HistogramSettings.Normalization;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The figure of a histogram: bars by interval, a box above where there is one chart only. */
final class HistogramFigure {
    private static final int MOST_SERIES = 12;
    private static final int MOST_FACETS = 12;
    private static final int LABELLED_BARS = 24;
    private static final double BOX_SHARE = 0.16;

    private final HistogramSettings settings;
    private final ChartData data;
    private final Bins bins;
    private final List<String> notes;

    HistogramFigure(HistogramSettings settings, ChartData data, Bins bins, List<String> notes) {
        this.settings = settings;
        this.data = data;
        this.bins = bins;
        this.notes = notes;
    }

    Figure of(ScoredRows bars, ScoredRows boxes) {
        List<@Nullable Object> colors = values(bars, settings.split().color(), MOST_SERIES);
        List<@Nullable Object> rows = values(bars, settings.split().row(), MOST_FACETS);
        List<@Nullable Object> columns = values(bars, settings.split().column(), MOST_FACETS);
        FacetGrid grid = new FacetGrid(
                titles(bars, settings.split().column(), columns),
                titles(bars, settings.split().row(), rows));
        List<Map<String, Object>> traces = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                for (Object color : colors) {
                    Series series = new Series(rows.get(row), columns.get(column), color);
                    traces.add(trace(bars, series)
                            .withAll(grid.axesOf(row, column))
                            .with("showlegend", settings.split().color().isPresent() && row == 0 && column == 0)
                            .toMap());
                }
            }
        }
        boolean single = rows.size() * columns.size() == 1;
        if (single) {
            colors.forEach(color -> box(boxes, color).forEach(trace -> traces.add(trace.toMap())));
        }
        return new Figure(traces, layout(grid, single).toMap());
    }

    /** The row facet, column facet and colour of some bars; null where there is none, or for the missing value. */
    private record Series(
            @Nullable Object row,
            @Nullable Object column,
            @Nullable Object color) {}

    private List<@Nullable Object> values(ScoredRows rows, Optional<String> dimension, int most) {
        if (dimension.isEmpty()) {
            return new ArrayList<>(Arrays.asList((Object) null));
        }
        List<@Nullable Object> all = rows.distinct(dimension.get());
        if (all.size() > most) {
            notes.add("The chart shows " + most + " of " + NumberText.count(all.size()) + " values of "
                    + DimensionTitle.of(dimension.get()) + ". Filter to see others.");
        }
        return all.subList(0, Math.min(most, all.size()));
    }

    private static List<String> titles(ScoredRows rows, Optional<String> dimension, List<@Nullable Object> values) {
        return dimension.isEmpty()
                ? List.of("")
                : values.stream()
                        .map(value -> AxisScale.text(rows.column(dimension.get()), value))
                        .toList();
    }

    private boolean isOf(ScoredRows rows, int row, Series series) {
        return matches(rows, row, settings.split().row(), series.row())
                && matches(rows, row, settings.split().column(), series.column())
                && matches(rows, row, settings.split().color(), series.color());
    }

    private static boolean matches(ScoredRows rows, int row, Optional<String> dimension, @Nullable Object value) {
        return dimension.isEmpty() || Objects.equals(rows.value(row, dimension.get()), value);
    }

    private Attributes trace(ScoredRows rows, Series series) {
        double[] sizes = new double[bins.count()];
        double[] customers = new double[bins.count()];
        String measure = settings.measured()
                .map(each -> new Measure(each.aggregate(), each.column().column()).name())
                .orElse(CustomerReader.CUSTOMERS);
        Arrays.fill(sizes, settings.additive() ? 0 : Double.NaN);
        for (int row = 0; row < rows.size(); row++) {
            int bin = (int) rows.number(row, settings.x().column().column() + "_bin");
            if (isOf(rows, row, series) && bin >= 0 && bin < sizes.length) {
                sizes[bin] = rows.number(row, measure);
                customers[bin] = rows.number(row, CustomerReader.CUSTOMERS);
            }
        }
        double[] heights = settings.additive() ? heights(sizes) : sizes;
        String name = settings.split()
                .color()
                .map(color -> AxisScale.text(rows.column(color), series.color()))
                .orElse("Customers");
        return drill(rows, series).mark(bars(heights, customers, name)).with("marker", marker(series.color()));
    }

    private Drill drill(ScoredRows rows, Series series) {
        return is(rows, settings.split().row(), series.row())
                .and(is(rows, settings.split().column(), series.column()))
                .and(is(rows, settings.split().color(), series.color()));
    }

    private static Drill is(ScoredRows rows, Optional<String> dimension, @Nullable Object value) {
        return dimension.map(name -> Drill.NONE.is(rows.column(name), value)).orElse(Drill.NONE);
    }

    private double[] heights(double[] sizes) {
        Normalization normalization = settings.scale().normalization();
        double all = Arrays.stream(sizes).sum();
        double[] heights = new double[sizes.length];
        double before = 0;
        for (int i = 0; i < sizes.length; i++) {
            before = settings.scale().cumulative() ? before + sizes[i] : sizes[i];
            heights[i] = all == 0 ? 0 : normalization.height(before, all, bins.width());
        }
        return heights;
    }

    private Attributes bars(double[] heights, double[] customers, String name) {
        List<Double> middles = new ArrayList<>();
        List<@Nullable Double> tall = new ArrayList<>();
        List<String> hovers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < heights.length; i++) {
            middles.add(bins.middle(i));
            tall.add(Double.isFinite(heights[i]) ? heights[i] : null);
            texts.add(heights[i] == 0 ? "" : NumberText.of(heights[i], heightFormat()));
            hovers.add(settings.x().title() + " " + interval(i) + "<br><b>" + PlotText.escape(name) + "</b>: "
                    + NumberText.of(heights[i], heightFormat()) + "<br>" + NumberText.of(customers[i], Format.COUNT)
                    + " customers");
        }
        Attributes trace = Attributes.of("type", "bar")
                .with("name", PlotText.tick(name))
                .with("x", middles)
                .with("y", tall)
                .with("hovertext", hovers)
                .with("hovertemplate", "%{hovertext}<extra></extra>");
        boolean few =
                heights.length <= LABELLED_BARS && settings.split().color().isEmpty();
        return few ? trace.with("text", texts).with("textposition", "outside").with("cliponaxis", false) : trace;
    }

    private Format heightFormat() {
        Normalization normalization = settings.scale().normalization();
        if (settings.additive() && normalization != Normalization.NONE) {
            return Format.NUMBER;
        }
        return settings.measured().map(each -> each.column().format()).orElse(Format.COUNT);
    }

    private String interval(int bin) {
        ColumnText x = settings.x();
        if (x.whole()) {
            double last = bins.high(bin) - 1;
            return x.number(bins.low(bin)) + (last > bins.low(bin) ? " to " + x.number(last) : "");
        }
        return x.number(bins.low(bin)) + " to below " + x.number(bins.high(bin));
    }

    private SeriesStyle style(@Nullable Object color) {
        return settings.split()
                .color()
                .map(dimension -> data.style(dimension, color))
                .orElseGet(SeriesStyle::single);
    }

    private Attributes marker(@Nullable Object color) {
        SeriesStyle style = style(color);
        return Attributes.of("color", style.color())
                .with("line", Attributes.of("color", Theme.SURFACE.reference()).with("width", 1))
                .with("pattern", Attributes.of("shape", style.pattern()));
    }

    /** Fences as far as 1.5 interquartile ranges go, but no further than the values. */
    private List<Attributes> box(ScoredRows boxes, @Nullable Object color) {
        int row = 0;
        while (!matches(boxes, row, settings.split().color(), color)) {
            row++;
        }
        double low = number(boxes, row, Aggregate.LOWER_QUARTILE);
        double high = number(boxes, row, Aggregate.UPPER_QUARTILE);
        double reach = 1.5 * (high - low);
        String name = settings.split()
                .color()
                .map(dimension -> AxisScale.text(boxes.column(dimension), color))
                .orElse("All");
        Attributes box = Attributes.of("type", "box")
                .with("orientation", "h")
                .with("hoverinfo", "skip")
                .with("name", PlotText.tick(name))
                .with("y", List.of(PlotText.tick(name)))
                .with("q1", List.of(low))
                .with("median", List.of(number(boxes, row, Aggregate.MEDIAN)))
                .with("q3", List.of(high))
                .with("mean", List.of(number(boxes, row, Aggregate.MEAN)))
                .with("lowerfence", List.of(Math.max(number(boxes, row, Aggregate.LEAST), low - reach)))
                .with("upperfence", List.of(Math.min(number(boxes, row, Aggregate.GREATEST), high + reach)))
                .with("line", Attributes.of("color", style(color).color()).with("width", 1.5))
                .with("fillcolor", style(color).bandColor())
                .with("showlegend", false);
        List<Attributes> both = List.of(box, mean(boxes, row, name, style(color)));
        Drill drill = is(boxes, settings.split().color(), color);
        both.forEach(trace -> drill.mark(trace).with("xaxis", "x").with("yaxis", "y2"));
        return both;
    }

    /** A box has no text of its own; the mark at the mean carries it. */
    private Attributes mean(ScoredRows boxes, int row, String name, SeriesStyle style) {
        ColumnText x = settings.x();
        String text = "<b>" + PlotText.escape(name) + "</b><br>median "
                + x.number(number(boxes, row, Aggregate.MEDIAN)) + "<br>middle half "
                + x.number(number(boxes, row, Aggregate.LOWER_QUARTILE)) + " to "
                + x.number(number(boxes, row, Aggregate.UPPER_QUARTILE)) + "<br>mean "
                + NumberText.of(number(boxes, row, Aggregate.MEAN), Format.NUMBER) + "<br>all "
                + x.number(number(boxes, row, Aggregate.LEAST)) + " to "
                + x.number(number(boxes, row, Aggregate.GREATEST));
        return Attributes.of("type", "scatter")
                .with("mode", "markers")
                .with("x", List.of(number(boxes, row, Aggregate.MEAN)))
                .with("y", List.of(PlotText.tick(name)))
                .with("marker", Attributes.of("color", style.color()).with("size", 5))
                .with("hovertext", List.of(text))
                .with("hovertemplate", "%{hovertext}<extra></extra>")
                .with("showlegend", false);
    }

    private double number(ScoredRows rows, int row, Aggregate aggregate) {
        return rows.number(row, new Measure(aggregate, settings.x().column()).name());
    }

    private Attributes layout(FacetGrid grid, boolean single) {
        boolean stacked = settings.additive()
                && settings.scale().normalization() == Normalization.NONE
                && !settings.scale().cumulative();
        int height = Math.max(480, 300 * grid.rows());
        Attributes layout = Layouts.base(height)
                .with("margin", Layouts.margin(48, 24, 8, 8))
                .with("barmode", stacked ? "stack" : "group")
                .with("bargap", 0.04)
                .with("annotations", grid.strips())
                .with(
                        "legend",
                        Layouts.legend(
                                settings.split().color().map(DimensionTitle::of).orElse(""), 1.04));
        Attributes x = Layouts.numbers().with("range", List.of(bins.low(0), bins.high(bins.count() - 1L)));
        Attributes y = Layouts.numbers().with("rangemode", "tozero");
        grid.addAxes(layout, x, y, settings.x().axis(), settings.yTitle());
        if (single) {
            Map<String, Object> yAxis = Layouts.numbers()
                    .with("rangemode", "tozero")
                    .with("domain", List.of(0, 1 - BOX_SHARE))
                    .with("title", Attributes.of("text", PlotText.escape(settings.yTitle())))
                    .toMap();
            layout.with("yaxis", yAxis)
                    .with(
                            "yaxis2",
                            Attributes.of("domain", List.of(1 - BOX_SHARE + 0.02, 1))
                                    .with("anchor", "x")
                                    .with("showticklabels", false)
                                    .with("type", "category"));
        }
        return layout;
    }
}
