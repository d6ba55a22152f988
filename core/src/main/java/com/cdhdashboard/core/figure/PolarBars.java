package com.cdhdashboard.core.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bars of one colour around a circle. Not thread safe. */
public final class PolarBars {
    private final List<@Nullable Object> angles = new ArrayList<>();
    private final List<Double> lengths = new ArrayList<>();
    private final List<Double> middles = new ArrayList<>();
    private final List<Double> widths = new ArrayList<>();
    private final List<String> hovers = new ArrayList<>();

    /** Where a bar lies, in degrees. */
    public record Slot(double middle, double width) {}

    /** Adds a bar of a value of the dimension around the circle. */
    public void add(@Nullable Object angle, double length, Slot slot, String hover) {
        angles.add(angle);
        lengths.add(length);
        middles.add(slot.middle());
        widths.add(slot.width());
        hovers.add(hover);
    }

    /** The values of the bars. */
    public List<@Nullable Object> angles() {
        return angles;
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
