package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.cube.DimensionTitle;
import com.cdhdashboard.core.figure.NumberText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a chart chose for its reader, in order and each once. Not thread safe. */
public final class ChartNotes {
    private final List<String> notes = new ArrayList<>();

    public void add(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    /** The values of the dimension with the most counted rows, ascending; says so where that are not all. */
    public List<@Nullable Object> largest(ScoredRows rows, String dimension, int most) {
        List<@Nullable Object> kept = rows.largest(dimension, most);
        int all = rows.distinct(dimension).size();
        if (kept.size() < all) {
            add("The chart shows the " + kept.size() + " largest of " + NumberText.count(all) + " values of "
                    + DimensionTitle.of(dimension) + "; the table has all. Filter to see others.");
        }
        return kept;
    }

    public List<String> list() {
        return List.copyOf(notes);
    }
}
