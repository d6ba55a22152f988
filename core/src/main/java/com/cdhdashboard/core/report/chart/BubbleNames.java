package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.figure.Attributes;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.PlotText;
import com.cdhdashboard.core.figure.Theme;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The names above bubbles: of the largest, where there are too many for all to be read. */
record BubbleNames(Map<Integer, String> names) {
    private static final int MOST = 12;
    private static final int LONGEST = 18;
    private static final int SIZE = 10;

    static BubbleNames of(ScoredRows rows, List<Integer> members, ScatterChart report) {
        return new BubbleNames(members.stream()
                .sorted(Comparator.comparingDouble(row -> -size(rows.number(row, report.size()))))
                .limit(MOST)
                .collect(Collectors.toMap(row -> row, row -> PlotText.tick(name(rows, row, report), LONGEST))));
    }

    private static double size(double size) {
        return Double.isFinite(size) ? size : 0;
    }

    String of(int row) {
        return names.getOrDefault(row, "");
    }

    /** The group that a bubble stands for. */
    static String name(ScoredRows rows, int row, ScatterChart report) {
        String group = report.steps().group();
        return AxisScale.text(rows.column(group), rows.value(row, group));
    }

    static Attributes font() {
        return Attributes.of("size", SIZE).with("color", Theme.MUTED.reference());
    }
}
