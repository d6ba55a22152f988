package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A chart over a cube, with what its report sets or means. Each has a {@code KIND}, which tells what it is read from. */
public interface CubeChart {
    /** The dimensions its rows are grouped by, each once, in the order of the table. */
    List<String> grouping();

    /** The scores it shows; no other is asked for. */
    List<String> scores();

    /** Draws it; what cannot be drawn comes back with its reason. */
    Drawing draw(ReportData data);

    /** The cards above the chart. */
    default List<KpiCard> cards(ReportData data, ChartNotes notes) {
        return List.of();
    }

    /** What it shows by key, where that is not simply what is set. */
    default Map<String, String> shown() {
        return Map.of();
    }

    /** The keys that change nothing as the others are set; they have no control then. */
    default Set<String> idle(ReportData data) {
        return Set.of();
    }

    /** Whether a metric that compares within the groups of a dimension must have it in the grouping. */
    default boolean needsRequiredDimension() {
        return false;
    }
}
