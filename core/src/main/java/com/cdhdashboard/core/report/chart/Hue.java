package com.cdhdashboard.core.report.chart;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.Drill;
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
 * @param drill what its rows have in common
 */
record Hue(String name, SeriesStyle style, List<@Nullable Object> key, Drill drill) {
    private static final int MOST = 12;

    /**
     * The colours of the largest values of a dimension, or the one of a chart without.
     *
     * @param single what the only colour is called
     */
    static List<Hue> of(Optional<String> dimension, ScoredRows rows, ReportData data, ChartNotes notes, String single) {
        if (dimension.isEmpty()) {
            return List.of(single(single));
        }
        Column color = rows.column(dimension.get());
        List<Hue> hues = new ArrayList<>();
        for (Object value : notes.largest(rows, color.name(), MOST)) {
            hues.add(of(color, value, data));
        }
        return hues;
    }

    /** The only one of a chart. */
    static Hue single(String name) {
        return new Hue(name, SeriesStyle.single(), List.of(), Drill.NONE);
    }

    static Hue of(Column dimension, @Nullable Object value, ReportData data) {
        return new Hue(
                AxisScale.text(dimension, value),
                data.style(dimension.name(), value),
                ScoredRows.key(value),
                Drill.NONE.is(dimension, value));
    }

    /** The same within one small chart. */
    Hue within(Drill panel) {
        return new Hue(name, style, key, drill.and(panel));
    }
}
