package com.cdhdashboard.core.figure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Plotly figure as data: its traces, layout and frames hold only maps, lists, texts, numbers, booleans and nulls.
 *
 * <p>Colours that depend on the theme are written as {@code "var(--name)"}; the browser puts in the theme's value. The
 * names there are stand in {@link Theme}.
 *
 * @param frames the steps of an animation; empty for a figure that stands still
 */
public record Figure(List<Map<String, Object>> data, Map<String, Object> layout, List<Map<String, Object>> frames) {
    public Figure {
        data = List.copyOf(data);
        layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
        frames = List.copyOf(frames);
    }

    public Figure(List<Map<String, Object>> data, Map<String, Object> layout) {
        this(data, layout, List.of());
    }
}
