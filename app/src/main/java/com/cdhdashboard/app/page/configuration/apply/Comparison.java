package com.cdhdashboard.app.page.configuration.apply;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.edit.LineDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two texts beside each other, without the lines that are far from any that differs.
 *
 * @param changed how many lines differ
 */
public record Comparison(List<Entry> entries, int changed) {
    private static final int CONTEXT = 3;

    /**
     * A line of either text, or of both.
     *
     * @param kind {@code equal}, {@code changed}, {@code removed}, {@code added} or, for lines left out, {@code gap}
     */
    public record Entry(String kind, String before, String beforeText, String after, String afterText) {
        public Entry {
            requireNonNull(kind, "kind");
        }
    }

    public Comparison {
        entries = List.copyOf(entries);
    }

    public static Comparison of(String before, String after) {
        List<LineDifference.Row> rows = LineDifference.rows(before, after);
        List<Entry> entries = new ArrayList<>();
        int left = 0;
        int changed = 0;
        int[] distance = distances(rows);
        for (int at = 0; at < rows.size(); at++) {
            changed += distance[at] == 0 ? 1 : 0;
            if (distance[at] > CONTEXT) {
                left++;
                continue;
            }
            if (left > 0) {
                entries.add(gap(left));
                left = 0;
            }
            entries.add(entry(rows.get(at)));
        }
        if (left > 0 && changed > 0) {
            entries.add(gap(left));
        }
        return new Comparison(entries, changed);
    }

    /** How far each row is from the next that differs. */
    private static int[] distances(List<LineDifference.Row> rows) {
        int[] distances = new int[rows.size()];
        int far = CONTEXT + 1;
        for (int at = 0; at < rows.size(); at++) {
            far = rows.get(at).kind() == LineDifference.Kind.EQUAL ? Math.min(far + 1, CONTEXT + 1) : 0;
            distances[at] = far;
        }
        far = CONTEXT + 1;
        for (int at = rows.size() - 1; at >= 0; at--) {
            far = distances[at] == 0 ? 0 : Math.min(far + 1, CONTEXT + 1);
            distances[at] = Math.min(distances[at], far);
        }
        return distances;
    }

    private static Entry gap(int lines) {
        String words = lines == 1 ? "1 line is the same" : lines + " lines are the same";
        return new Entry("gap", "", words, "", "");
    }

    private static Entry entry(LineDifference.Row row) {
        return new Entry(
                row.kind().name().toLowerCase(Locale.ROOT),
                row.before().map(line -> String.valueOf(line.number())).orElse(""),
                row.before().map(LineDifference.Line::text).orElse(""),
                row.after().map(line -> String.valueOf(line.number())).orElse(""),
                row.after().map(LineDifference.Line::text).orElse(""));
    }
}
