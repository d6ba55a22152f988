package com.cdhdashboard.core.figure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Plotly figure as data: its traces and layout hold only maps, lists, texts, numbers, booleans and nulls.
 *
 * <p>Colours that depend on the theme are written as {@code "var(--name)"}; the browser puts in the theme's value.
 */
public record Figure(List<Map<String, Object>> data, Map<String, Object> layout) {
    public Figure {
        data = List.copyOf(data);
        layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
    }
}
