package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.SeriesStyle;
import com.cdhdashboard.core.report.data.ChartNotes;
import com.cdhdashboard.core.report.data.ReportData;
import com.cdhdashboard.core.report.data.ScoredRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One colour of a chart.
 *
 * @param key the value of the colour dimension; nothing where a chart has no such dimension
 */
record Hue(String name, SeriesStyle style, List<@Nullable Object> key) {
    private static final int MOST = 12;

    /**
     * The colours of the largest values of a dimension, or the one of a chart without.
     *
     * @param single what the only colour is called
     */
    static List<Hue> of(Optional<String> dimension, ScoredRows rows, ReportData data, ChartNotes notes, String single) {
        if (dimension.isEmpty()) {
            return List.of(new Hue(single, SeriesStyle.single(), List.of()));
        }
        String name = dimension.get();
        List<Hue> hues = new ArrayList<>();
        for (Object value : notes.largest(rows, name, MOST)) {
            hues.add(new Hue(AxisScale.text(rows.column(name), value), data.style(name, value), ScoredRows.key(value)));
        }
        return hues;
    }
}
