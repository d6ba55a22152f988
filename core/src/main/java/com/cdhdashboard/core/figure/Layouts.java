package com.cdhdashboard.core.figure;

/** What all figures look like: type, grid, hover, legend. */
public final class Layouts {
    private static final String FONT =
            "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, sans-serif";
    private static final String CLEAR = "rgba(0,0,0,0)";

    private static final int LEAST_TYPE = 10;
    /** Below it Plotly would put ticks between whole numbers. */
    private static final int FEW = 6;

    private Layouts() {}

    /** The layout every figure starts from; a click on a legend entry isolates it, a double click hides it. */
    public static Attributes base(int height) {
        return Attributes.of("height", height)
                .with("autosize", true)
                .with("paper_bgcolor", CLEAR)
                .with("plot_bgcolor", CLEAR)
                .with("font", Attributes.of("family", FONT).with("size", 12).with("color", Theme.TEXT.reference()))
                .with("margin", margin(8, 12, 8, 8))
                .with(
                        "hoverlabel",
                        Attributes.of("bgcolor", Theme.SURFACE.reference())
                                .with("bordercolor", Theme.AXIS.reference())
                                .with("font", Attributes.of("color", Theme.TEXT.reference()))
                                .with("align", "left"))
                .with(
                        "modebar",
                        Attributes.of("bgcolor", CLEAR)
                                .with("color", Theme.MUTED.reference())
                                .with("activecolor", Theme.TEXT.reference()))
                .with("separators", ".,");
    }

    public static Attributes margin(int top, int right, int bottom, int left) {
        return Attributes.of("t", top).with("r", right).with("b", bottom).with("l", left);
    }

    /** Texts that would be too small to read are left out; the areas that they stand in have them on hover. */
    public static Attributes readable() {
        return Attributes.of("uniformtext", Attributes.of("mode", "hide").with("minsize", LEAST_TYPE));
    }

    /** A legend above the chart. */
    public static Attributes legend(String title, double y) {
        return Attributes.of("orientation", "h")
                .with("x", 0)
                .with("xanchor", "left")
                .with("y", y)
                .with("yanchor", "bottom")
                .with("itemsizing", "constant")
                .with("itemclick", "toggle")
                .with("itemdoubleclick", "toggleothers")
                .with("title", Attributes.of("text", PlotText.escape(title) + "  "));
    }

    /** The look of an axis; its scale comes from elsewhere. */
    public static Attributes axis() {
        return Attributes.of("automargin", true)
                .with("gridcolor", Theme.GRID.reference())
                .with("linecolor", Theme.AXIS.reference())
                .with("zeroline", false)
                .with("tickfont", Attributes.of("size", 11).with("color", Theme.MUTED.reference()));
    }

    /** The look of an axis of numbers that Plotly writes as they come; counts have separators as everywhere else. */
    public static Attributes numbers() {
        return axis().with("separatethousands", true).with("exponentformat", "none");
    }

    /** The look of an axis of whole numbers, which has no ticks between them. */
    public static Attributes wholes(double largest) {
        return largest < FEW ? numbers().with("dtick", 1) : numbers();
    }

    /** A continuous colour scale with its bar; a centre makes it diverging. The trace adds the range under its own names. */
    public static Attributes colors(ColorRange range, Format format, String title) {
        boolean diverging = range.centre().isPresent();
        return Attributes.of("colorscale", diverging ? Theme.divergingScale() : Theme.sequentialScale())
                .with(
                        "colorbar",
                        Attributes.of(
                                        "title",
                                        Attributes.of("text", PlotText.escape(title))
                                                .with("side", "right"))
                                .with("tickformat", TickFormat.between(format, range.low(), range.high()))
                                .with("thickness", 12)
                                .with("outlinewidth", 0));
    }
}
