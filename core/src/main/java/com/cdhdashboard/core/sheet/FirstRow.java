package com.cdhdashboard.core.sheet;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One of the first rows of a table, without missing values at its end.
 *
 * @param number of its line or row, from 1
 */
record FirstRow(long number, List<SheetValue> values) {
    private static final Pattern NUMBER_LIKE = Pattern.compile("[-+]?[0-9][0-9.,:/ T-]*(GMT|Z)?");
    private static final int EXCERPT = 60;

    FirstRow {
        values = List.copyOf(values);
    }

    int width() {
        return values.size();
    }

    long filled() {
        return values.stream().filter(value -> !value.missing()).count();
    }

    boolean fillsAt(int column) {
        return column < values.size() && !values.get(column).missing();
    }

    /** Names are words: a row with a number or a date in it holds values. */
    boolean looksLikeNames() {
        return values.stream().allMatch(FirstRow::isWords);
    }

    private static boolean isWords(SheetValue value) {
        String text = value.text().strip();
        boolean words =
                value.kind() == SheetValue.Kind.PLAIN || value.kind() == SheetValue.Kind.TEXT || value.missing();
        return words && (text.length() > EXCERPT || !NUMBER_LIKE.matcher(text).matches());
    }

    String excerpt() {
        StringBuilder all = new StringBuilder();
        for (SheetValue value : values) {
            if (!value.missing() && all.length() <= EXCERPT) {
                all.append(all.isEmpty() ? "" : " | ").append(value.text().strip());
            }
        }
        return all.length() <= EXCERPT ? all.toString() : all.substring(0, EXCERPT) + "…";
    }
}
