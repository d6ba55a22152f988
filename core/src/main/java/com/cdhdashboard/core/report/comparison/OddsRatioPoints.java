package com.cdhdashboard.core.report.comparison;

import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.FacetGrid;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.metric.score.ExperimentScores;
import com.cdhdashboard.core.report.comparison.Comparisons.Comparison;
import java.util.List;
import java.util.stream.Stream;

/**
 * Points of odds ratios with their 95 % intervals on a logarithmic axis, on which twice as likely and half as likely lie
 * equally far from 1.
 */
final class OddsRatioPoints implements ComparisonMarks {
    /** Intervals may run so many times further than the outermost point before the axis cuts them. */
    private static final double REACH = 4;

    private static final double ROOM = 1.1;
    private static final List<Double> FINE =
            List.of(0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0, 1.05, 1.1, 1.2, 1.3, 1.4, 1.6, 1.8, 2.0);
    private static final List<Double> MIDDLE = List.of(0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0);
    private static final List<Double> COARSE =
            List.of(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0);

    /** Of one chart as wide as the page; more would lie on each other. */
    private static final int MOST_TICKS = 16;

    private final double lowest;
    private final double highest;

    OddsRatioPoints(List<Comparison> all) {
        List<Comparison> drawn = all.stream().filter(this::canDraw).toList();
        List<Comparison> exact =
                drawn.stream().filter(each -> !each.isCorrected()).toList();
        this.lowest = Math.min(least(drawn, ""), Math.max(least(exact, "") / REACH, least(exact, ExperimentScores.LOW)))
                / ROOM;
        this.highest =
                Math.max(most(drawn, ""), Math.min(most(exact, "") * REACH, most(exact, ExperimentScores.HIGH))) * ROOM;
    }

    private static double least(List<Comparison> drawn, String end) {
        return drawn.stream().mapToDouble(each -> value(each, end)).reduce(1, Math::min);
    }

    private static double most(List<Comparison> drawn, String end) {
        return drawn.stream().mapToDouble(each -> value(each, end)).reduce(1, Math::max);
    }

    @Override
    public boolean canDraw(Comparison comparison) {
        return value(comparison, "") > 0;
    }

    @Override
    public Verdict verdict(Comparison comparison) {
        return Verdict.of(value(comparison, ExperimentScores.LOW), value(comparison, ExperimentScores.HIGH), 1);
    }

    @Override
    public Attributes trace(Verdict verdict, List<Mark> marks) {
        List<Comparison> drawn = marks.stream().map(Mark::comparison).toList();
        return Attributes.of("type", "scatter")
                .with("mode", "markers")
                .with("x", drawn.stream().map(each -> value(each, "")).toList())
                .with("y", marks.stream().map(Mark::line).toList())
                .with(
                        "marker",
                        Attributes.of("color", verdict.color())
                                .with("size", 10)
                                .with(
                                        "symbol",
                                        drawn.isEmpty()
                                                ? verdict.symbol(false)
                                                : drawn.stream()
                                                        .map(each -> verdict.symbol(each.isCorrected()))
                                                        .toList()))
                .with("error_x", whiskers(verdict, drawn))
                .with("hovertext", marks.stream().map(Mark::hover).toList())
                .with("hovertemplate", "%{hovertext}<extra></extra>");
    }

    private static Attributes whiskers(Verdict verdict, List<Comparison> drawn) {
        return Attributes.of("type", "data")
                .with("symmetric", false)
                .with(
                        "array",
                        drawn.stream()
                                .map(each -> value(each, ExperimentScores.HIGH) - value(each, ""))
                                .toList())
                .with(
                        "arrayminus",
                        drawn.stream()
                                .map(each -> value(each, "") - value(each, ExperimentScores.LOW))
                                .toList())
                .with("color", verdict.color())
                .with("thickness", 1.5)
                .with("width", 4);
    }

    @Override
    public List<Attributes> shapes(FacetGrid grid, int row, int column) {
        return List.of(Attributes.of("type", "line")
                .with("xref", grid.xReference(row, column))
                .with("yref", grid.yDomainReference(row, column))
                .with("x0", 1)
                .with("x1", 1)
                .with("y0", 0)
                .with("y1", 1)
                .with("layer", "below")
                .with(
                        "line",
                        Attributes.of("color", Theme.AXIS.reference())
                                .with("width", 1.5)
                                .with("dash", "dash")));
    }

    @Override
    public Attributes axis(int columns) {
        List<Double> ticks = ticks(MOST_TICKS / columns);
        return Layouts.axis()
                .with("type", "log")
                .with("range", List.of(Math.log10(lowest), Math.log10(highest)))
                .with("tickmode", "array")
                .with("tickvals", ticks)
                .with("ticktext", ticks.stream().map(OddsRatioPoints::text).toList());
    }

    private List<Double> ticks(int most) {
        double span = highest / lowest;
        return Stream.of(FINE, MIDDLE, COARSE)
                .filter(levels -> span <= levels.get(levels.size() - 1) / levels.get(0))
                .map(levels -> levels.stream()
                        .filter(level -> level >= lowest && level <= highest)
                        .toList())
                .filter(ticks -> ticks.size() <= most)
                .findFirst()
                .orElseGet(() -> List.of(1.0));
    }

    private static String text(double tick) {
        return tick == Math.rint(tick) ? Long.toString(Math.round(tick)) : Double.toString(tick);
    }

    @Override
    public String axisTitle() {
        return "Odds ratio";
    }

    @Override
    public String explanation(List<Comparison> drawn) {
        String whiskers =
                "Whiskers are 95 % intervals (Woolf); an arm is called better where its interval leaves out 1.";
        String hollow = drawn.stream().anyMatch(Comparison::isCorrected)
                ? " Hollow marks have a count of 0, so 1/2 is added to each of their counts (Haldane-Anscombe)."
                : "";
        String cut = drawn.stream()
                        .anyMatch(each -> value(each, ExperimentScores.LOW) < lowest
                                || value(each, ExperimentScores.HIGH) > highest)
                ? " Intervals of small arms run beyond the axis."
                : "";
        return whiskers + hollow + cut + (drawn.size() == 1 ? "" : " " + ZBars.afterHolm(drawn));
    }

    /** The odds ratio that is drawn, or an end of its interval. */
    private static double value(Comparison comparison, String end) {
        return comparison.number(comparison.drawableOddsRatio() + end);
    }
}
