package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.figure.AxisScale;
import com.cdhdashboard.core.figure.NumberText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a chart chose for its reader, in order and each once. Not thread safe. */
public final class ChartNotes {
    /** The names of what is left out that a sentence has room for; some of many would say nothing. */
    private static final int MOST_NAMES = 20;

    private final List<String> notes = new ArrayList<>();

    public void add(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    /** The values of the dimension with the most counted rows, ascending; says so where that are not all. */
    public List<@Nullable Object> largest(ScoredRows rows, String dimension, int most) {
        return largest(rows, dimension, most, ReportData.COUNT);
    }

    /** The values of the dimension with the most of another column, ascending; says so where that are not all. */
    public List<@Nullable Object> largest(ScoredRows rows, String dimension, int most, String size) {
        List<@Nullable Object> kept = rows.largest(dimension, most, size);
        int all = rows.distinct(dimension).size();
        if (kept.size() < all) {
            List<@Nullable Object> rest = rows.distinct(dimension);
            rest.removeAll(kept);
            String without = rest.size() > MOST_NAMES ? "" : ", without " + names(rows.column(dimension), rest);
            add("The chart shows the " + kept.size() + " largest of " + NumberText.count(all) + " values of "
                    + DimensionTitle.of(dimension) + without + "; the table has all. Filter to see others.");
        }
        return kept;
    }

    private static String names(Column dimension, List<@Nullable Object> values) {
        List<String> names = new ArrayList<>();
        values.forEach(value -> names.add(AxisScale.text(dimension, value)));
        return String.join(", ", names);
    }

    public List<String> list() {
        return List.copyOf(notes);
    }
}
