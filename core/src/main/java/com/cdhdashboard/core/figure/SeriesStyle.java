package com.cdhdashboard.core.figure;

import java.util.List;

/**
 * How one series is drawn: a colour, and beyond the palette's length a dash and a pattern that tell it from the earlier
 * series of the same colour.
 *
 * @param color as figures write it
 * @param bandColor the same colour, see-through, for intervals
 * @param dash of lines
 * @param pattern of bars; empty for a plain filling
 */
public record SeriesStyle(String color, String bandColor, String dash, String pattern) {
    /** Drawn for what is no single value of a dimension. */
    public static final SeriesStyle OTHER =
            new SeriesStyle(Theme.OTHER.reference(), Theme.OTHER_BAND.reference(), "solid", "");

    /** Drawn for a period that another is compared with. */
    public static final SeriesStyle COMPARED =
            new SeriesStyle(Theme.OTHER.reference(), Theme.OTHER_BAND.reference(), "dash", "/");

    private static final List<String> DASHES = List.of("solid", "dash", "dot", "dashdot");
    private static final List<String> PATTERNS = List.of("", "/", "x", ".");

    /** The style of the value at this place, from 0, among all values of its dimension. */
    public static SeriesStyle at(int place) {
        int colors = Theme.categorical().size();
        int round = place / colors % DASHES.size();
        return new SeriesStyle(
                Theme.categorical().get(place % colors).reference(),
                Theme.categoricalBands().get(place % colors).reference(),
                DASHES.get(round),
                PATTERNS.get(round));
    }

    /** The style of a chart that has one series only. */
    public static SeriesStyle single() {
        return at(0);
    }
}
