package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.definition.Capability.Groups;
import com.cdhdashboard.core.report.definition.ChartKind;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportReading;
import com.cdhdashboard.core.report.definition.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gauges, by one dimension, or by two: the first in rows, the second in columns. */
public record GaugeChart(List<String> grouping, String value, Map<String, Double> targets) implements CubeChart {
    private static final List<Key> KEYS = List.of(
            Key.required("value", Role.SCORE, "Value", "the score on the gauges"),
            Key.optional("reference", Role.TARGETS, "", "a table of targets by group, the group's values joined by _"));

    public static final ChartKind<CubeChart> KIND = ChartKind.of("gauge", "Gauges", GaugeChart::read)
            .over(Groups.drawn(1, 2), KEYS, Family.ENGAGEMENT, Family.CONVERSION);

    public GaugeChart {
        grouping = Facets.distinct(grouping);
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    private static CubeChart read(ReportReading report) {
        return new GaugeChart(
                report.groupBy(),
                report.settings().requiredText("value"),
                report.settings().targets("reference"));
    }

    @Override
    public List<String> scores() {
        return List.of(value);
    }

    @Override
    public Drawing draw(ReportData data) {
        return new GaugePlot(this, data).draw();
    }
}
