package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.customer.CustomerRollUp.Population;
import com.cdhdashboard.core.customer.CustomerSample;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.ColorRange;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.definition.Chart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Some customers as points by recency, frequency and a third column. */
record PointCloud(ColumnText z, ColumnText color, CustomerSample.Draw draw, Point point) implements Chart<ChartData> {
    private static final Column SEGMENT = CustomerColumn.RFM_SEGMENT.describe();

    /** The look of a point. */
    record Point(double size, double opacity) {}

    @Override
    public Map<String, String> shown() {
        return Map.of("z", z.column().column(), "color", color.column().column());
    }

    @Override
    public Set<String> idle(ChartData data) {
        return Set.of("aggregation", "bins_recency", "bins_frequency");
    }

    @Override
    public Drawing draw(ChartData data) {
        Population population =
                z.ofRepeatBuyers() || color.ofRepeatBuyers() ? Population.REPEAT_BUYERS : Population.ALL;
        Set<String> columns = new LinkedHashSet<>();
        Stream.of(ColumnText.RECENCY, ColumnText.FREQUENCY, z, color)
                .forEach(column -> columns.add(column.column().column()));
        columns.add(SEGMENT.name());
        ScoredRows rows = data.sample(List.copyOf(columns), population, draw);
        if (rows.size() == 0) {
            return Drawing.refused(population == Population.ALL ? data.nobody() : data.nobodyTwice());
        }
        String who = population == Population.ALL ? "" : " with a repeat purchase, as only they have a monetary value,";
        String count = NumberText.of((double) rows.size(), Format.COUNT);
        List<String> notes = List.of(
                rows.size() == draw.size()
                        ? count + " customers" + who + " drawn at random with seed " + draw.seed() + "."
                        : count + " customers" + who + " are shown.");
        return Drawing.of(sheet(rows.table()), figure(rows), notes);
    }

    /** The table holds the first points only; the page of all customers has everybody. */
    private static Table sheet(Table table) {
        return new Table(
                table.columns(),
                table.rows().subList(0, Math.min(1000, table.rows().size())));
    }

    private Figure figure(ScoredRows rows) {
        List<Double> colors = rounded(rows, color);
        ColorRange range = ColorRange.of(colors, Optional.empty());
        int segment = rows.table().indexOf(SEGMENT.name()).orElseThrow();
        List<@Nullable Object> segments = new ArrayList<>();
        rows.table().rows().forEach(row -> segments.add(row.get(segment)));
        Attributes trace = Drill.NONE
                .each(SEGMENT, segments)
                .mark(Attributes.of("type", "scatter3d"))
                .with("mode", "markers")
                .with("x", rounded(rows, ColumnText.RECENCY))
                .with("y", rounded(rows, ColumnText.FREQUENCY))
                .with("z", rounded(rows, z))
                .with("hovertemplate", "Recency %{x:,} days<br>Frequency %{y:,}<br>%{hovertext}<extra></extra>")
                .with("hovertext", hovers(rows))
                .with(
                        "marker",
                        Layouts.colors(range, color.format(), color.title())
                                .with("size", point.size())
                                .with("opacity", point.opacity())
                                .with("cmin", range.low())
                                .with("cmax", range.high())
                                .with("color", colors));
        Attributes scene = Attributes.of("xaxis", axis(ColumnText.RECENCY))
                .with("yaxis", axis(ColumnText.FREQUENCY))
                .with("zaxis", axis(z))
                .with("camera", camera());
        return new Figure(
                List.of(trace.toMap()), Layouts.base(640).with("scene", scene).toMap());
    }

    /** From so far that no axis is cut. */
    private static Attributes camera() {
        return Attributes.of("eye", Attributes.of("x", 1.5).with("y", 1.5).with("z", 1.1))
                .with("center", Attributes.of("x", 0).with("y", 0).with("z", -0.15));
    }

    private List<String> hovers(ScoredRows rows) {
        List<String> hovers = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            hovers.add(z.title() + " " + z.number(rows.number(row, z.column().column())) + "<br>" + color.title() + " "
                    + color.number(rows.number(row, color.column().column())));
        }
        return hovers;
    }

    /** Two decimals are more than a point can show, and keep the page small. */
    private static List<Double> rounded(ScoredRows rows, ColumnText column) {
        return rows.numbers(column.column().column()).stream()
                .map(value -> Math.rint(value * 100) / 100)
                .toList();
    }

    private static Attributes axis(ColumnText column) {
        return Attributes.of("title", Attributes.of("text", column.title()))
                .with("separatethousands", true)
                .with("gridcolor", Theme.GRID.reference())
                .with("linecolor", Theme.AXIS.reference())
                .with("backgroundcolor", "rgba(0,0,0,0)")
                .with("color", Theme.MUTED.reference());
    }
}
