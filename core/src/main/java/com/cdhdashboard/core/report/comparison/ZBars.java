package com.cdhdashboard.core.report.comparison;

import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.metric.score.ExperimentScores;
import com.cdhdashboard.core.report.comparison.Comparisons.Comparison;
import com.cdhdashboard.stats.hypothesis.Interval;
import java.util.List;

/** Bars of z on a band that holds what chance alone gives 19 times out of 20. */
final class ZBars implements ComparisonMarks {
    private static final double LEVEL = 0.05;

    @Override
    public boolean canDraw(Comparison comparison) {
        return Double.isFinite(z(comparison));
    }

    @Override
    public Verdict verdict(Comparison comparison) {
        return Verdict.of(z(comparison) - Interval.Z_95, z(comparison) + Interval.Z_95, 0);
    }

    @Override
    public Attributes trace(Verdict verdict, List<Mark> marks) {
        Attributes marker = Attributes.of("color", verdict.color());
        if (!verdict.pattern().isEmpty()) {
            marker.with("pattern", Attributes.of("shape", verdict.pattern()));
        }
        return Attributes.of("type", "bar")
                .with("orientation", "h")
                .with("x", marks.stream().map(mark -> z(mark.comparison())).toList())
                .with("y", marks.stream().map(Mark::line).toList())
                .with("marker", marker)
                .with("hovertext", marks.stream().map(Mark::hover).toList())
                .with("hovertemplate", "%{hovertext}<extra></extra>");
    }

    @Override
    public List<Attributes> shapes(FacetGrid grid, int row, int column) {
        return List.of(Attributes.of("type", "rect")
                .with("xref", grid.xReference(row, column))
                .with("yref", grid.yDomainReference(row, column))
                .with("x0", -Interval.Z_95)
                .with("x1", Interval.Z_95)
                .with("y0", 0)
                .with("y1", 1)
                .with("layer", "below")
                .with("line", Attributes.of("width", 0))
                .with("fillcolor", Theme.NEUTRAL_BAND.reference()));
    }

    @Override
    public Attributes axis(int columns) {
        return Layouts.axis()
                .with("type", "linear")
                .with("zeroline", true)
                .with("zerolinecolor", Theme.AXIS.reference());
    }

    @Override
    public String axisTitle() {
        return "z-score";
    }

    @Override
    public String explanation(List<Comparison> drawn) {
        String band = "The grey band (|z| < 1.96) holds what chance alone gives 19 times out of 20.";
        return drawn.size() == 1 ? band : band + " " + afterHolm(drawn);
    }

    static String afterHolm(List<Comparison> drawn) {
        long remarkable = drawn.stream()
                .filter(each -> each.number(ExperimentScores.Z_P_VALUE) < LEVEL)
                .count();
        long left = drawn.stream().filter(each -> each.adjusted() < LEVEL).count();
        return "Of " + drawn.size() + " comparisons, p is below 0.05 in " + remarkable
                + "; after Holm's correction for looking at all of them, in " + left + ".";
    }

    private static double z(Comparison comparison) {
        return comparison.number(ExperimentScores.Z_SCORE);
    }
}
