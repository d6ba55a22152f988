package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The slider and the buttons below a chart that moves.
 *
 * @param frame the dimension that is stepped through
 */
record FramePlayer(String frame) {
    /** What the buttons left of the slider take, in pixels. */
    private static final int BUTTONS = 136;

    /** What a layout needs for frames of these names, each with what it is called. */
    Attributes over(Map<Object, String> frames) {
        List<Attributes> steps = new ArrayList<>();
        frames.forEach((name, text) -> steps.add(Attributes.of("method", "animate")
                .with("label", text)
                .with("args", List.of(List.of(name), playing(0)))));
        Attributes play = button("Play", ScoredRows.key(null, playing(500).with("fromcurrent", true)));
        Attributes pause = button("Pause", ScoredRows.key(ScoredRows.key((Object) null), playing(0)));
        return Attributes.of(
                        "sliders",
                        List.of(Attributes.of("active", 0)
                                .with("steps", steps)
                                .with("pad", Attributes.of("t", 52).with("l", BUTTONS))
                                .with(
                                        "currentvalue",
                                        Attributes.of("prefix", PlotText.escape(DimensionTitle.of(frame)) + ": "))))
                .with(
                        "updatemenus",
                        List.of(Attributes.of("type", "buttons")
                                .with("direction", "left")
                                .with("showactive", false)
                                .with("x", 0)
                                .with("y", 0)
                                .with("xanchor", "left")
                                .with("yanchor", "top")
                                .with("pad", Attributes.of("t", 60))
                                .with("buttons", List.of(play, pause))));
    }

    private static Attributes button(String label, List<@Nullable Object> arguments) {
        return Attributes.of("label", label).with("method", "animate").with("args", arguments);
    }

    /** How long a step stands; the bubbles take as long to move. */
    private static Attributes playing(int milliseconds) {
        return Attributes.of("mode", "immediate")
                .with("frame", Attributes.of("duration", milliseconds).with("redraw", false))
                .with("transition", Attributes.of("duration", milliseconds));
    }
}
