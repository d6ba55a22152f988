package com.cdhdashboard.core.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * The angles of a chart around a circle, in degrees clockwise from above: one slot for each value, and an empty one at
 * the right for the radial axis, whose numbers would be unreadable on bars.
 *
 * @param values how many there are
 */
public record Circle(int values) {
    private static final double DEGREES = 360;
    /** The share of a slot that bars fill; the rest parts it from its neighbours. */
    private static final double FILLED = 0.86;
    /** So many names have room around a circle even where they are long. */
    private static final int FEW = 16;

    private static final int LONG = 28;
    private static final int SHORT = 12;

    public Circle {
        if (!(values > 0)) {
            throw new IllegalArgumentException("nothing to put around a circle");
        }
    }

    private double slot() {
        return DEGREES / (values + 1);
    }

    /** The slot of the axis: the one nearest to the right. */
    private int axis() {
        return Math.round((values + 1) / 4f);
    }

    /** The middle of the slot of a value. */
    public double middle(int value) {
        return (value < axis() ? value : value + 1) * slot();
    }

    /** What bars of one value can share. */
    public double width() {
        return slot() * FILLED;
    }

    /** The name of a value, shorter where names stand close above each other's ends. */
    private String label(String text) {
        return PlotText.tick(text, values > FEW ? SHORT : LONG);
    }

    /** Where the radial axis lies, in the terms of Plotly: counterclockwise from the right. */
    double axisAngle() {
        return DEGREES / 4 - axis() * slot();
    }

    /** The axis of the lengths. */
    public Attributes radialAxis(String tickFormat) {
        return Attributes.of("tickformat", tickFormat)
                .with("angle", axisAngle())
                .with("gridcolor", Theme.GRID.reference())
                .with("linecolor", Theme.AXIS.reference())
                .with("tickfont", Attributes.of("size", 11).with("color", Theme.MUTED.reference()));
    }

    /** The axis of the values, which stand around in this order. */
    public Attributes angularAxis(List<String> names) {
        List<Object> ticks = new ArrayList<>();
        List<Object> texts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ticks.add(middle(i));
            texts.add(label(names.get(i)));
        }
        return Attributes.of("type", "linear")
                .with("tickmode", "array")
                .with("tickvals", ticks)
                .with("ticktext", texts)
                .with("gridcolor", Theme.GRID.reference())
                .with("linecolor", Theme.AXIS.reference())
                .with("rotation", 90)
                .with("direction", "clockwise");
    }
}
