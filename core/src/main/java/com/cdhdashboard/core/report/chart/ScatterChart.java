package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.CommonKeys;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.definition.Settings;
import java.util.List;

/** Bubbles that move from frame to frame: two scores as position, one as area. */
public record ScatterChart(Axis x, Axis y, String size, String color, Steps steps) implements CubeChart {
    private static final List<Key> KEYS = List.of(
            Key.required("x", Role.SCORE, "X axis", "the score along the horizontal axis"),
            Key.required("y", Role.SCORE, "Y axis", "the score along the vertical axis"),
            Key.required("size", Role.SCORE, "Size", "the score that is the area of a bubble"),
            Key.required("color", Role.DIMENSION, "Colour", "the dimension with one colour a value"),
            Key.required("animation_frame", Role.DIMENSION, "Frames", "the dimension that the animation steps through"),
            Key.required("animation_group", Role.DIMENSION, "Bubbles", "the dimension with one bubble a value"),
            Key.optional("log_x", Role.FLAG, "Logarithmic X", "whether the horizontal axis is logarithmic"),
            Key.optional("log_y", Role.FLAG, "Logarithmic Y", "whether the vertical axis is logarithmic"));

    public static final ChartKind<CubeChart> KIND = ChartKind.of("scatter", "Animated scatter", ScatterChart::read)
            .over(Groups.UNUSED, KEYS, Family.ENGAGEMENT, Family.CONVERSION)
            .over(Groups.UNUSED, CommonKeys.all(KEYS, List.of(CommonKeys.PROPERTY)), Family.MODEL_ML_SCORES);

    record Axis(String score, boolean logarithmic) {}

    /** What moves: a bubble for each value of {@code group}, a picture for each value of {@code frame}. */
    record Steps(String frame, String group) {}

    private static CubeChart read(ReportReading report) {
        Settings settings = report.settings();
        return new ScatterChart(
                new Axis(settings.requiredText("x"), settings.flag("log_x", false)),
                new Axis(settings.requiredText("y"), settings.flag("log_y", false)),
                settings.requiredText("size"),
                settings.requiredText("color"),
                new Steps(settings.requiredText("animation_frame"), settings.requiredText("animation_group")));
    }

    @Override
    public List<String> grouping() {
        return Facets.distinct(List.of(steps.frame(), color, steps.group()));
    }

    @Override
    public List<String> scores() {
        return Facets.distinct(List.of(x.score(), y.score(), size));
    }

    @Override
    public Drawing draw(ReportData data) {
        return new ScatterPlot(this, data).draw();
    }
}
