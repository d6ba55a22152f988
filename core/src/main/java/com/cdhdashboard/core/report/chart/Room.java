package com.cdhdashboard.core.report.chart;

/**
 * How many categories an axis has room for, so that what stands on each can be seen and aimed at.
 *
 * @param marks how many have room beside one another across a page
 * @param most the categories whose names can be read
 */
record Room(int marks, int most) {
    static final Room BARS = new Room(240, 100);
    static final Room BOXES = new Room(120, 40);

    /** Fewer would tell nothing, however narrow their marks. */
    private static final int LEAST = 8;

    /**
     * The categories that are drawn at most.
     *
     * @param each the marks that stand on one category, side by side
     * @param columns the small charts that share the width
     */
    int categories(int each, int columns) {
        return Math.max(LEAST, Math.min(most, marks / (Math.max(1, each) * columns)));
    }
}
