package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.report.customer.CorrelationChart.Cell;
import com.cdhdashboard.core.report.customer.CorrelationChart.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The coefficients of all pairs of columns as heat maps, one for each part. */
final class CorrelationMatrix {
    private static final int COLUMNS = 2;
    /** Cells have two decimals, which is what a correlation is read by; hovers and table have more. */
    private static final double HUNDRED = 100;

    private final CorrelationChart chart;

    CorrelationMatrix(CorrelationChart chart) {
        this.chart = chart;
    }

    Figure figure(List<Part> parts, List<Cell> cells) {
        int across = Math.min(COLUMNS, parts.size());
        int down = (parts.size() + across - 1) / across;
        FacetGrid grid = new FacetGrid(empty(across), empty(down));
        List<Map<String, Object>> traces = new ArrayList<>();
        List<Attributes> titles = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            List<Cell> own =
                    cells.stream().filter(cell -> cell.part().equals(part)).toList();
            traces.add(part.drill()
                    .opening("as points", Map.of("view", "scatter"), names())
                    .mark(trace(own, i == 0))
                    .withAll(grid.axesOf(i / across, i % across))
                    .toMap());
            titles.add(CorrelationScatter.title(part.title(), grid, i / across, i % across));
        }
        Attributes layout = Layouts.base(Math.max(420, 360 * down))
                .with("margin", Layouts.margin(32, 12, 8, 8))
                .with("annotations", titles);
        Attributes axis = Layouts.axis().with("type", "category").with("showgrid", false);
        grid.addAxes(layout, axis, Attributes.none().withAll(axis).with("autorange", "reversed"), "", "");
        return new Figure(traces, layout.toMap());
    }

    /** The columns by what they are called along the axes. */
    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        chart.columns().forEach(each -> names.put(each.title(), each.column().column()));
        return names;
    }

    private static List<String> empty(int count) {
        return new ArrayList<>(Collections.nCopies(count, ""));
    }

    private Attributes trace(List<Cell> cells, boolean first) {
        List<String> names = chart.columns().stream().map(ColumnText::title).toList();
        List<List<@Nullable Object>> values = new ArrayList<>();
        List<List<@Nullable Object>> texts = new ArrayList<>();
        List<List<@Nullable Object>> hovers = new ArrayList<>();
        for (ColumnText row : chart.columns()) {
            values.add(new ArrayList<>());
            texts.add(new ArrayList<>());
            hovers.add(new ArrayList<>());
            for (Cell cell : cells) {
                if (cell.y() == row) {
                    double r = cell.correlation().coefficient();
                    values.get(values.size() - 1).add(Double.isFinite(r) ? r : null);
                    texts.get(texts.size() - 1).add(coefficient(Math.rint(r * HUNDRED) / HUNDRED + 0.0));
                    hovers.get(hovers.size() - 1).add(hover(cell));
                }
            }
        }
        return Attributes.of("type", "heatmap")
                .with("x", names)
                .with("y", names)
                .with("z", values)
                .with("text", texts)
                .with("texttemplate", "%{text}")
                .with("hovertext", hovers)
                .with("hovertemplate", "%{hovertext}<extra></extra>")
                .with("xgap", 2)
                .with("ygap", 2)
                .with("colorscale", Theme.divergingScale())
                .with("zmin", -1)
                .with("zmax", 1)
                .with("showscale", first)
                .with("colorbar", Attributes.of("thickness", 12).with("outlinewidth", 0));
    }

    static String coefficient(double value) {
        return NumberText.of(value, Format.NUMBER);
    }

    static String hover(Cell cell) {
        return cell.x().title() + " and " + cell.y().title() + "<br><b>"
                + coefficient(cell.correlation().coefficient()) + "</b>, n = "
                + NumberText.of((double) cell.correlation().pairs(), Format.COUNT) + ", "
                + (cell.x() == cell.y()
                        ? "the same column"
                        : NumberText.pValue(cell.correlation().pValue()));
    }
}
