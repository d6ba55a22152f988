package com.cdhdashboard.core.figure;

import com.cdhdashboard.core.period.ComparedPeriods;
import com.cdhdashboard.core.period.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Plotly figure as data: its traces, layout and frames hold only maps, lists, texts, numbers, booleans and nulls.
 *
 * <p>Colours that depend on the theme are written as {@code "var(--name)"}; the browser puts in the theme's value. The
 * names there are stand in {@link Theme}.
 *
 * @param frames the steps of an animation; empty for a figure that stands still
 */
public record Figure(List<Map<String, Object>> data, Map<String, Object> layout, List<Map<String, Object>> frames) {
    /** The types of traces that there are. The browser's library draws no other, so what is new must be said there, too. */
    public static final List<String> TRACES = List.of(
            "scatter", "bar", "barpolar", "box", "contour", "funnel", "heatmap", "indicator", "treemap", "scatter3d");

    public Figure {
        data.stream().map(trace -> trace.getOrDefault("type", "scatter")).forEach(Figure::checkDrawn);
        data = List.copyOf(data);
        layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
        frames = List.copyOf(frames);
    }

    public Figure(List<Map<String, Object>> data, Map<String, Object> layout) {
        this(data, layout, List.of());
    }

    /** The same with the days that are asked for, if any, so that what cuts its weeks can be asked for with them. */
    public Figure ofDays(Optional<Period> days) {
        Map<Object, Object> meta = new LinkedHashMap<>();
        if (layout.get("meta") instanceof Map<?, ?> told) {
            meta.putAll(told);
        }
        days.ifPresent(period -> meta.put("days", ComparedPeriods.value(period)));
        Map<String, Object> said = new LinkedHashMap<>(layout);
        said.put("meta", meta);
        return days.isEmpty() ? this : new Figure(data, said, frames);
    }

    private static void checkDrawn(Object type) {
        if (!TRACES.contains(type)) {
            throw new IllegalArgumentException("no trace is of type " + type);
        }
    }
}
