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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The coefficients of all pairs of columns as heat maps, one for each part. */
final class CorrelationMatrix {
    private static final int COLUMNS = 2;
    /** Of cells, which is what a correlation is read by; hovers and table have more. */
    private static final int DECIMALS = 2;
    /** What a coefficient of 1 misses it by. */
    private static final double NOISE = 1e-9;

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
            List<Cell> line = cells.stream().filter(cell -> cell.y() == row).toList();
            List<@Nullable Object> numbers = new ArrayList<>();
            line.forEach(cell -> numbers.add(number(cell)));
            values.add(numbers);
            texts.add(
                    line.stream().<@Nullable Object>map(CorrelationMatrix::text).toList());
            hovers.add(line.stream()
                    .<@Nullable Object>map(CorrelationMatrix::hover)
                    .toList());
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

    private static @Nullable Double number(Cell cell) {
        double r = cell.correlation().coefficient();
        return Double.isFinite(r) ? r : null;
    }

    private static String text(Cell cell) {
        double r = cell.correlation().coefficient();
        return cell.x() == cell.y() && Double.isFinite(r) ? "1" : text(r);
    }

    /** As all cells, with so many more decimals that only what is 1 reads as 1. */
    static String text(double r) {
        if (!Double.isFinite(r)) {
            return NumberText.NOT_AVAILABLE;
        }
        BigDecimal size = BigDecimal.valueOf(Math.abs(r));
        boolean one = 1 - Math.abs(r) <= NOISE;
        int decimals = DECIMALS;
        while (!one && size.setScale(decimals, RoundingMode.HALF_UP).compareTo(BigDecimal.ONE) == 0) {
            decimals++;
        }
        return NumberText.fixed(r, decimals);
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
