package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.report.customer.CorrelationChart.Cell;
import com.cdhdashboard.core.report.customer.CorrelationChart.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The points of two columns, one chart for each part, with the coefficient, the number of pairs and the p-value. */
final class CorrelationScatter {
    private static final int COLUMNS = 2;
    private static final int MOST_POINTS = 4_000;

    private final CorrelationChart chart;

    CorrelationScatter(CorrelationChart chart) {
        this.chart = chart;
    }

    Figure figure(List<Part> parts, List<Cell> cells, List<String> notes) {
        int across = Math.min(COLUMNS, parts.size());
        int down = (parts.size() + across - 1) / across;
        FacetGrid grid = new FacetGrid(Collections.nCopies(across, ""), Collections.nCopies(down, ""));
        List<Map<String, Object>> traces = new ArrayList<>();
        List<Attributes> titles = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<double[]> pairs = CorrelationChart.pairs(parts.get(i).rows(), chart.x(), chart.y());
            traces.add(parts.get(i)
                    .drill()
                    .mark(trace(pairs.subList(0, Math.min(pairs.size(), MOST_POINTS))))
                    .withAll(grid.axesOf(i / across, i % across))
                    .toMap());
            String name = parts.get(i).title().isEmpty() ? "" : parts.get(i).title() + ": ";
            titles.add(title(name + words(cells.get(i)), grid, i / across, i % across));
            if (pairs.size() > MOST_POINTS && i == 0) {
                notes.add("The coefficient is of all pairs; " + NumberText.of(MOST_POINTS, Format.COUNT)
                        + " of them are drawn.");
            }
        }
        return new Figure(traces, layout(grid, titles, down).toMap());
    }

    private Attributes layout(FacetGrid grid, List<Attributes> titles, int down) {
        Attributes layout = Layouts.base(Math.max(480, 340 * down))
                .with("margin", Layouts.margin(36, 12, 8, 8))
                .with("hovermode", "closest")
                .with("showlegend", false)
                .with("annotations", titles);
        grid.addAxes(
                layout,
                Layouts.numbers(),
                Layouts.numbers(),
                chart.x().axis(),
                chart.y().axis());
        return layout;
    }

    private static String words(Cell cell) {
        return "r = " + CorrelationMatrix.coefficient(cell.correlation().coefficient()) + ", n = "
                + NumberText.of((double) cell.correlation().pairs(), Format.COUNT) + ", "
                + NumberText.pValue(cell.correlation().pValue());
    }

    private Attributes trace(List<double[]> pairs) {
        return Attributes.of("type", "scatter")
                .with("mode", "markers")
                .with("x", pairs.stream().map(pair -> pair[0]).toList())
                .with("y", pairs.stream().map(pair -> pair[1]).toList())
                .with(
                        "hovertext",
                        pairs.stream()
                                .map(pair -> PlotText.escape(chart.x().title() + " "
                                                + chart.x().number(pair[0])) + "<br>"
                                        + PlotText.escape(chart.y().title() + " "
                                                + chart.y().number(pair[1])))
                                .toList())
                .with("hovertemplate", "%{hovertext}<extra></extra>")
                .with(
                        "marker",
                        Attributes.of("color", SeriesStyle.single().color())
                                .with("size", 5)
                                .with("opacity", 0.45));
    }

    /** A title above the small chart. */
    static Attributes title(String text, FacetGrid grid, int row, int column) {
        List<Double> width = grid.columnDomain(column);
        return Attributes.of("text", PlotText.escape(text))
                .with("name", "panel")
                .with("xref", "paper")
                .with("yref", "paper")
                .with("x", (width.get(0) + width.get(1)) / 2)
                .with("y", grid.rowDomain(row).get(1))
                .with("xanchor", "center")
                .with("yanchor", "bottom")
                .with("showarrow", false)
                .with("font", Attributes.of("color", Theme.MUTED.reference()).with("size", 12));
    }
}
