package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.cube.Values;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which dimensions the parts of a chart stand for, so that a reader who points at one can go deeper: {@code drill} in the
 * {@code meta} of a trace, and of a dial, whose meta is its name, in its {@code customdata}.
 *
 * @param x the dimension along the horizontal axis, {@code y} that along the vertical one
 * @param color the dimension whose values the traces are
 * @param path the dimensions of nested areas from the outside in, or those of a dial
 */
public record Drill(Optional<String> x, Optional<String> y, Optional<String> color, List<String> path) {
    /** What no part of the figure can tell. */
    public static final Drill NONE = new Drill(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Drill {
        path = List.copyOf(path);
    }

    static Drill of(String x, Optional<String> color) {
        return new Drill(Optional.of(x), Optional.empty(), color, List.of());
    }

    static Drill ofColor(String color) {
        return new Drill(Optional.empty(), Optional.empty(), Optional.of(color), List.of());
    }

    static Drill ofPath(List<String> dimensions) {
        return new Drill(Optional.empty(), Optional.empty(), Optional.empty(), dimensions);
    }

    /** The drawing with what its traces stand for. */
    public Drawing mark(Drawing drawing) {
        if (drawing.figure().isEmpty() || equals(NONE)) {
            return drawing;
        }
        Figure figure = drawing.figure().get();
        ScoredRows rows = new ScoredRows(drawing.table());
        List<Map<String, Object>> traces =
                figure.data().stream().map(trace -> marked(trace, rows)).toList();
        return new Drawing(
                drawing.table(),
                Optional.of(new Figure(traces, figure.layout(), figure.frames())),
                drawing.reason(),
                drawing.notes(),
                drawing.cards(),
                drawing.pending());
    }

    private Map<String, Object> marked(Map<String, Object> trace, ScoredRows rows) {
        Attributes drill = Attributes.none();
        along("x", x, rows, drill);
        along("y", y, rows, drill);
        boolean dial = "indicator".equals(trace.get("type"));
        Optional<List<Attributes>> values = dial ? dial(trace, rows) : traceOf(trace, rows);
        if (values.isEmpty()) {
            return trace;
        }
        drill.with("is", values.get());
        if (!dial && !path.isEmpty()) {
            drill.with("path", path.stream().map(name -> of(rows.column(name))).toList());
        }
        Map<String, Object> marked = new LinkedHashMap<>(trace);
        marked.put(dial ? "customdata" : "meta", dial ? List.of(drill.toMap()) : Map.of("drill", drill.toMap()));
        return marked;
    }

    private static void along(String letter, Optional<String> dimension, ScoredRows rows, Attributes drill) {
        dimension.filter(rows::hasColumn).ifPresent(name -> drill.with(letter, of(rows.column(name))));
    }

    /** The value of the colour; empty for what is none of them, such as a line of reference or the sum of small ones. */
    private Optional<List<Attributes>> traceOf(Map<String, Object> trace, ScoredRows rows) {
        if (color.isEmpty() || !rows.hasColumn(color.get())) {
            return Optional.of(List.of());
        }
        Column column = rows.column(color.get());
        for (Object value : rows.distinct(column.name())) {
            String text = AxisScale.text(column, value);
            if (PlotText.tick(text).equals(trace.get("name")) || text.equals(trace.get("legendgroup"))) {
                return Optional.of(List.of(is(column, value)));
            }
        }
        return Optional.empty();
    }

    /** What a dial stands for, of which its customdata are the values. */
    private Optional<List<Attributes>> dial(Map<String, Object> trace, ScoredRows rows) {
        List<Attributes> values = new ArrayList<>();
        if (trace.get("customdata") instanceof List<?> own && own.size() == path.size()) {
            for (int i = 0; i < path.size(); i++) {
                values.add(is(rows.column(path.get(i)), own.get(i)));
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    private static Attributes is(Column column, @Nullable Object value) {
        return of(column).with("label", Values.label(value)).with("text", AxisScale.text(column, value));
    }

    private static Attributes of(Column column) {
        return Attributes.of("dimension", column.name())
                .with("title", DimensionTitle.of(column.name()))
                .with("kind", kind(column));
    }

    private static String kind(Column column) {
        if (column.type() == ValueType.DATE) {
            return column.name().equals("Week") ? "week" : "day";
        }
        return column.name().equals("Month") && column.type() == ValueType.TEXT ? "month" : "value";
    }
}
