package com.cdhdashboard.core.config.edit;

import static java.util.Objects.requireNonNull;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two texts line by line beside each other. */
public final class LineDifference {
    /** Where more lines than these differ, all between the first and the last of them are said to be other ones. */
    private static final int MOST_COMPARED = 20_000;

    private LineDifference() {}

    /** How a line differs. */
    public enum Kind {
        EQUAL,
        CHANGED,
        REMOVED,
        ADDED
    }

    /** A line of a text; lines count from 1. */
    public record Line(int number, String text) {
        public Line {
            requireNonNull(text, "text");
        }
    }

    /** What stands beside each other; lines that differ in their ends alone are changed, too. */
    public record Row(Kind kind, Optional<Line> before, Optional<Line> after) {
        public Row {
            requireNonNull(kind, "kind");
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }
    }

    public static List<Row> rows(String before, String after) {
        List<String> one = lines(before);
        List<String> other = lines(after);
        List<Row> rows = new ArrayList<>();
        int at = 0;
        int beside = 0;
        for (AbstractDelta<String> delta : deltas(one, other)) {
            while (at < delta.getSource().getPosition()) {
                rows.add(row(Kind.EQUAL, one, at++, other, beside++));
            }
            int removed = at + delta.getSource().size();
            int added = beside + delta.getTarget().size();
            while (at < removed && beside < added) {
                rows.add(row(Kind.CHANGED, one, at++, other, beside++));
            }
            while (at < removed) {
                rows.add(new Row(Kind.REMOVED, line(one, at++), Optional.empty()));
            }
            while (beside < added) {
                rows.add(new Row(Kind.ADDED, Optional.empty(), line(other, beside++)));
            }
        }
        while (at < one.size()) {
            rows.add(row(Kind.EQUAL, one, at++, other, beside++));
        }
        return rows;
    }

    private static Row row(Kind kind, List<String> before, int at, List<String> after, int beside) {
        return new Row(kind, line(before, at), line(after, beside));
    }

    private static Optional<Line> line(List<String> lines, int at) {
        return Optional.of(new Line(at + 1, lines.get(at).replaceFirst("\\r?\\n$", "")));
    }

    /** The lines with their ends. */
    static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\n)"));
    }

    /** What has to be replaced of a list, in its order. */
    static <T> List<AbstractDelta<T>> deltas(List<T> before, List<T> after) {
        int least = Math.min(before.size(), after.size());
        int head = 0;
        while (head < least && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < least - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<T> one = before.subList(head, before.size() - tail);
        List<T> other = after.subList(head, after.size() - tail);
        if (one.size() + other.size() > MOST_COMPARED) {
            return List.of(new ChangeDelta<>(new Chunk<>(head, one), new Chunk<>(head, other)));
        }
        return DiffUtils.diff(before, after).getDeltas();
    }
}
