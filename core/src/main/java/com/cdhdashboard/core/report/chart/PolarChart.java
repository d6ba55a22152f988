package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Circle;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.PolarBars;
import com.cdhdashboard.core.figure.TickFormat;
import com.cdhdashboard.core.metric.score.Score;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoreText;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.CommonKeys;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.definition.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bars around a circle: a score as length, one dimension as angle, one as colour. */
public record PolarChart(String r, String theta, String color, boolean showLegend) implements CubeChart {
    private static final List<Key> KEYS = List.of(
            Key.required("r", Role.SCORE, "Length", "the score that is the length of a bar"),
            Key.required("theta", Role.DIMENSION, "Angle", "the dimension around the circle"),
            Key.required("color", Role.DIMENSION, "Colour", "the dimension with one colour a value"),
            CommonKeys.LEGEND);

    public static final ChartKind<CubeChart> KIND = ChartKind.of("bar_polar", "Polar bars", PolarChart::read)
            .over(Groups.UNUSED, KEYS, Family.ENGAGEMENT, Family.CONVERSION);

    private static CubeChart read(ReportReading report) {
        Settings settings = report.settings();
        return new PolarChart(
                settings.requiredText("r"),
                settings.requiredText("theta"),
                settings.requiredText("color"),
                settings.flag("showlegend", true));
    }

    @Override
    public List<String> grouping() {
        return Facets.distinct(List.of(theta, color));
    }

    @Override
    public List<String> scores() {
        return List.of(r);
    }

    @Override
    public Map<String, String> shown() {
        return Map.of("showlegend", Boolean.toString(showLegend));
    }

    @Override
    public Drawing draw(ReportData data) {
        return new Plot(this, data).draw();
    }

    private static final class Plot {
        private static final int HEIGHT = 600;
        private static final int MOST_ANGLES = 24;
        private static final int MOST_COLORS = 8;

        private final PolarChart report;
        private final ReportData data;
        private final Score score;
        private final ChartNotes notes = new ChartNotes();

        Plot(PolarChart report, ReportData data) {
            this.report = report;
            this.data = data;
            this.score = data.score(report.r());
        }

        Drawing draw() {
            ScoredRows rows = data.rows(report.grouping());
            Optional<Drawing> refusal = data.refusal(rows, score.name());
            if (refusal.isPresent()) {
                return refusal.get();
            }
            List<Double> values =
                    rows.numbers(score.name()).stream().filter(Double::isFinite).toList();
            AxisScale angles =
                    AxisScale.of(rows.column(report.theta()), notes.largest(rows, report.theta(), MOST_ANGLES));
            List<@Nullable Object> colors = notes.largest(rows, report.color(), MOST_COLORS);
            Map<List<@Nullable Object>, Integer> index = rows.index(List.of(report.theta(), report.color()));
            List<Map<String, Object>> traces = new ArrayList<>();
            for (Object color : colors) {
                String name = AxisScale.text(rows.column(report.color()), color);
                PolarBars bars = bars(rows, angles, index, colors, color);
                traces.add(Drill.NONE
                        .is(rows.column(report.color()), color)
                        .each(rows.column(report.theta()), bars.angles())
                        .mark(bars.trace(name, data.style(report.color(), color)))
                        .toMap());
            }
            return Drawing.of(
                    rows.table(), new Figure(traces, layout(angles, values).toMap()), notes.list());
        }

        /**
         * Where the bars of one colour lie. Plotly would stack bars of one angle, which sums rates; so each angle's slot is
         * shared out among the colours it has.
         */
        private PolarBars bars(
                ScoredRows rows,
                AxisScale angles,
                Map<List<@Nullable Object>, Integer> index,
                List<@Nullable Object> colors,
                @Nullable Object color) {
            Circle circle = new Circle(angles.values().size());
            PolarBars bars = new PolarBars();
            ScoreText text = new ScoreText(data, score.name());
            String name = PlotText.escape(AxisScale.text(rows.column(report.color()), color));
            for (int i = 0; i < angles.values().size(); i++) {
                Object angle = angles.values().get(i);
                List<@Nullable Object> present = new ArrayList<>(colors);
                present.removeIf(each -> !hasValue(rows, index.get(ScoredRows.key(angle, each))));
                int place = present.indexOf(color);
                Integer row = index.get(ScoredRows.key(angle, color));
                if (place >= 0 && row != null) {
                    double width = circle.width() / present.size();
                    double middle = circle.middle(i) + (place - (present.size() - 1) / 2.0) * width;
                    bars.add(
                            angle,
                            rows.number(row, score.name()),
                            new PolarBars.Slot(middle, width),
                            PlotText.escape(angles.text(angle)) + "<br><b>" + name + "</b>: " + text.hover(rows, row));
                }
            }
            return bars;
        }

        private boolean hasValue(ScoredRows rows, @Nullable Integer row) {
            return row != null && Double.isFinite(rows.number(row, score.name()));
        }

        private Attributes layout(AxisScale angles, List<Double> values) {
            double largest = values.stream().mapToDouble(Math::abs).max().orElse(0);
            double least = Math.min(
                    0, values.stream().mapToDouble(Double::doubleValue).min().orElse(0));
            Circle circle = new Circle(angles.values().size());
            Attributes radial = circle.radialAxis(TickFormat.of(score.format(), largest), largest);
            if (least < 0) {
                radial.with("range", List.of(least * 1.05, largest * 1.05));
            }
            Attributes angular = circle.angularAxis(
                    angles.values().stream().map(angles::text).toList());
            return Layouts.base(HEIGHT)
                    .with("margin", Layouts.margin(40, 40, 64, 40))
                    .with("annotations", List.of(Circle.lengthTitle(score.title())))
                    .with("showlegend", report.showLegend())
                    .with("legend", Layouts.legend(DimensionTitle.of(report.color()), 1.04))
                    .with(
                            "polar",
                            Attributes.of("hole", 0.25)
                                    .with("bgcolor", "rgba(0,0,0,0)")
                                    .with("radialaxis", radial)
                                    .with("barmode", "overlay")
                                    .with("angularaxis", angular));
        }
    }
}
