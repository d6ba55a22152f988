package com.cdhdashboard.core.report.customer;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerRollUp.Aggregate;
import com.cdhdashboard.core.customer.CustomerRollUp.Dimension;
import com.cdhdashboard.core.customer.CustomerRollUp.Grouping;
import com.cdhdashboard.core.customer.CustomerRollUp.Measure;
import com.cdhdashboard.core.customer.CustomerRollUp.Population;
import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Circle;
import com.cdhdashboard.core.figure.Drill;
import com.cdhdashboard.core.figure.Figure;
import com.cdhdashboard.core.figure.Layouts;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.PolarBars;
import com.cdhdashboard.core.figure.TickFormat;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ScoredRows;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.Chart;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.CommonKeys;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.definition.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bars around a circle: the sum of values and holdings, the mean of everything else, by two dimensions. */
record CustomerPolar(ColumnText length, String theta, String color, boolean showLegend) implements Chart<ChartData> {
    private static final List<Key> KEYS = List.of(
            Key.required("r", Role.SCORE, "Length", "the column that is the length of a bar"),
            Key.required("theta", Role.DIMENSION, "Angle", "the dimension around the circle"),
            Key.required("color", Role.DIMENSION, "Colour", "the dimension with one colour a value"),
            CommonKeys.LEGEND);

    static final ChartKind<Chart<ChartData>> KIND =
            ChartKind.of("bar_polar", "Polar bars", CustomerPolar::read).over(Groups.UNUSED, KEYS, Family.CLV);

    private static Chart<ChartData> read(ReportReading report) {
        Settings settings = report.settings();
        return new CustomerPolar(
                CustomerKeys.column(report, "r").orElseThrow(),
                settings.requiredText("theta"),
                settings.requiredText("color"),
                settings.flag("showlegend", true));
    }

    private static final int MOST_ANGLES = 24;
    private static final int MOST_COLORS = 8;
    private static final Set<CustomerColumn> SUMMED =
            Set.of(CustomerColumn.LIFETIME_VALUE, CustomerColumn.UNIQUE_HOLDINGS);

    private Measure measure() {
        Aggregate aggregate = SUMMED.contains(length.column()) ? Aggregate.SUM : Aggregate.MEAN;
        return new Measure(aggregate, length.column());
    }

    @Override
    public Map<String, String> shown() {
        return Map.of("showlegend", Boolean.toString(showLegend));
    }

    @Override
    public Drawing draw(ChartData data) {
        Set<String> dimensions = new LinkedHashSet<>(List.of(theta, color));
        List<Grouping> groups =
                dimensions.stream().<Grouping>map(Dimension::new).toList();
        Population population = length.ofRepeatBuyers() ? Population.REPEAT_BUYERS : Population.ALL;
        ScoredRows rows = data.rollUp(groups, List.of(Measure.CUSTOMERS, measure()), population);
        if (rows.size() == 0) {
            return Drawing.refused(population == Population.ALL ? data.nobody() : data.nobodyTwice());
        }
        ChartNotes notes = new ChartNotes();
        List<@Nullable Object> angles = notes.largest(rows, theta, MOST_ANGLES, CustomerReader.CUSTOMERS);
        List<@Nullable Object> colors = notes.largest(rows, color, MOST_COLORS, CustomerReader.CUSTOMERS);
        List<Map<String, Object>> traces = new ArrayList<>();
        for (Object value : colors) {
            traces.add(trace(data, rows, angles, colors, value).toMap());
        }
        Figure figure = new Figure(traces, layout(rows, angles).toMap());
        return Drawing.of(rows.table(), figure, notes.list()).withCards(new TotalCards(data).cards());
    }

    private String title() {
        return length.title() + (SUMMED.contains(length.column()) ? ", sum" : ", mean");
    }

    /** Each angle's slot is shared out among the colours, as Plotly would stack bars of one angle. */
    private Attributes trace(
            ChartData data,
            ScoredRows rows,
            List<@Nullable Object> angles,
            List<@Nullable Object> colors,
            @Nullable Object value) {
        Circle circle = new Circle(angles.size());
        int share = theta.equals(color) ? 1 : colors.size();
        int place = theta.equals(color) ? 0 : colors.indexOf(value);
        String name = AxisScale.text(rows.column(color), value);
        PolarBars bars = new PolarBars();
        for (int row = 0; row < rows.size(); row++) {
            int angle = angles.indexOf(rows.value(row, theta));
            if (angle >= 0 && Objects.equals(rows.value(row, color), value)) {
                double size = rows.number(row, measure().name());
                double width = circle.width() / share;
                bars.add(
                        angles.get(angle),
                        size,
                        new PolarBars.Slot(circle.middle(angle) + (place - (share - 1) / 2.0) * width, width),
                        PlotText.escape(AxisScale.text(rows.column(theta), angles.get(angle))) + "<br><b>"
                                + PlotText.escape(name) + "</b>: " + length.number(size));
            }
        }
        return Drill.NONE
                .is(rows.column(color), value)
                .each(rows.column(theta), bars.angles())
                .mark(bars.trace(name, data.style(color, value)));
    }

    private Attributes layout(ScoredRows rows, List<@Nullable Object> angles) {
        Circle circle = new Circle(angles.size());
        double largest = rows.numbers(measure().name()).stream()
                .filter(Double::isFinite)
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        Attributes radial = circle.radialAxis(TickFormat.of(length.format(), largest), largest);
        Attributes angular = circle.angularAxis(angles.stream()
                .map(angle -> AxisScale.text(rows.column(theta), angle))
                .toList());
        return Layouts.base(640)
                .with("margin", Layouts.margin(40, 40, 64, 40))
                .with("annotations", List.of(Circle.lengthTitle(title())))
                .with("showlegend", showLegend)
                .with("legend", Layouts.legend(DimensionTitle.of(color), 1.04))
                .with(
                        "polar",
                        Attributes.of("hole", 0.25)
                                .with("bgcolor", "rgba(0,0,0,0)")
                                .with("barmode", "overlay")
                                .with("radialaxis", radial)
                                .with("angularaxis", angular));
    }
}
