package com.cdhdashboard.core.figure;

import java.util.ArrayList;
import java.util.List;

/** The bars of one colour around a circle. Not thread safe. */
public final class PolarBars {
    private final List<Double> lengths = new ArrayList<>();
    private final List<Double> middles = new ArrayList<>();
    private final List<Double> widths = new ArrayList<>();
    private final List<String> hovers = new ArrayList<>();

    /** Adds a bar; its middle and its width are angles in degrees. */
    public void add(double length, double middle, double width, String hover) {
        lengths.add(length);
        middles.add(middle);
        widths.add(width);
        hovers.add(hover);
    }

    public Attributes trace(String name, SeriesStyle style) {
        return Attributes.of("type", "barpolar")
                .with("name", PlotText.tick(name))
                .with("r", lengths)
                .with("theta", middles)
                .with("width", widths)
                .with("thetaunit", "degrees")
                .with("hovertext", hovers)
                .with("hovertemplate", "%{hovertext}<extra></extra>")
                .with(
                        "marker",
                        Attributes.of("color", style.color()).with("pattern", Attributes.of("shape", style.pattern())));
    }
}
