package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.report.Drawing;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.definition.ScoreView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One curve of the scores for each colour, one small chart for each facet; all else is taken together. It is another view
 * of a {@link LineChart}, from whose keys it is read.
 */
record CurveChart(ScoreView view, Optional<String> color, Facets facets, Plain plain) implements CubeChart {
    /**
     * What the curves leave out of the report.
     *
     * @param x the dimension that other views lay along the axis
     */
    record Plain(String x, OptionalInt height) {}

    @Override
    public List<String> grouping() {
        return facets.grouping(List.of(), color);
    }

    @Override
    public List<String> scores() {
        return List.of("roc_auc", "average_precision");
    }

    @Override
    public Drawing draw(ReportData data) {
        return new CurvePlot(this, data).draw();
    }

    @Override
    public Map<String, String> shown() {
        return Map.of("view", view.key());
    }

    /** An axis of groups, its scale and its form. */
    @Override
    public Set<String> idle(ReportData data) {
        return Set.of("x", "y", "form", "scale");
    }
}
