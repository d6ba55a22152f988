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
    private static final double RIGHT = 90;
    /** The share of a slot that bars fill; the rest parts it from its neighbours. */
    private static final double FILLED = 0.86;
    /** What the numbers below the axis need, however narrow the slots of values are. */
    private static final double LEAST_GAP = 24;
    /** How near the axis may come to the bars before it, and which share of the gap its numbers need behind it. */
    private static final double BEFORE = 6;

    private static final double BEHIND = 0.45;
    /** Rings that have room for their numbers side by side. */
    private static final int RINGS = 5;
    /** Numbers from here on are so long that fewer have. */
    private static final double LONG_NUMBER = 100_000;

    private static final int FEW_RINGS = 3;
    /** So many names have room around a circle even where they are long. */
    private static final int FEW = 16;

    private static final int LONG = 28;
    private static final int SHORT = 12;

    public Circle {
        if (!(values > 0)) {
            throw new IllegalArgumentException("nothing to put around a circle");
        }
    }

    private double gap() {
        return Math.max(DEGREES / (values + 1), LEAST_GAP);
    }

    private double slot() {
        return (DEGREES - gap()) / values;
    }

    /** How many values stand before the gap, which is as near to the right as slots allow. */
    private long before() {
        return Math.max(1, Math.min(values, Math.round((RIGHT + (slot() - gap()) / 2) / slot())));
    }

    private double gapStart() {
        return (before() - 0.5) * slot();
    }

    /** The middle of the slot of a value. */
    public double middle(int value) {
        return value * slot() + (value < before() ? 0 : gap());
    }

    /** What bars of one value can share. */
    public double width() {
        return slot() * FILLED;
    }

    /** The name of a value, shorter where names stand close above each other's ends. */
    private String label(String text) {
        return PlotText.tick(text, values > FEW ? SHORT : LONG);
    }

    /** Where the radial axis lies, in the terms of Plotly: counterclockwise from the right, and as level as the gap allows. */
    double axisAngle() {
        double first = gapStart() + Math.min(BEFORE, (1 - BEHIND) * gap());
        double last = gapStart() + (1 - BEHIND) * gap();
        return RIGHT - Math.max(first, Math.min(last, RIGHT));
    }

    /** The axis of the lengths; its numbers stand upright below it. */
    public Attributes radialAxis(String tickFormat, double largest) {
        return Attributes.of("tickformat", tickFormat)
                .with("angle", axisAngle())
                .with("tickangle", 0)
                .with("nticks", largest < LONG_NUMBER ? RINGS : FEW_RINGS)
                .with("gridcolor", Theme.GRID.reference())
                .with("linecolor", Theme.AXIS.reference())
                .with("tickfont", Attributes.of("size", 11).with("color", Theme.MUTED.reference()));
    }

    /** The title of the radial axis, which would lie across the bars if it stood there. */
    public static Attributes lengthTitle(String title) {
        return Attributes.of("text", PlotText.escape("Length: " + title))
                .with("xref", "paper")
                .with("yref", "paper")
                .with("x", 0)
                .with("y", 0)
                .with("xanchor", "left")
                .with("yanchor", "top")
                .with("yshift", -36)
                .with("showarrow", false)
                .with("font", Attributes.of("color", Theme.MUTED.reference()));
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
