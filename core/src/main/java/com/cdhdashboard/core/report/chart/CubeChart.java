package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.report.KpiCard;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.definition.Chart;
import java.util.List;

/** A chart over a cube, with what its report sets or means. */
public interface CubeChart extends Chart<ReportData> {
    /** The dimensions its rows are grouped by, each once, in the order of the table. */
    List<String> grouping();

    /** The scores it shows; no other is asked for. */
    List<String> scores();

    /** The cards above the chart. */
    default List<KpiCard> cards(ReportData data, ChartNotes notes) {
        return List.of();
    }

    /** Whether a metric that compares within the groups of a dimension must have it in the grouping. */
    default boolean needsRequiredDimension() {
        return false;
    }
}
