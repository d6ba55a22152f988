package com.cdhdashboard.core.report.customer;

/**
 * Intervals of equal, round width that hold all values from a least to a greatest one; each includes its lower end.
 *
 * @param count how many there are
 */
record Bins(double start, double width, int count) {
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    /** At most so many intervals; those of whole numbers have whole ends. */
    static Bins of(double least, double greatest, int most, boolean whole) {
        double span = greatest - least + (whole ? 1 : 0);
        double width = roundUp(span > 0 ? span / most : 1);
        width = whole ? Math.max(1, Math.ceil(width)) : width;
        double start = Math.floor(least / width) * width;
        int count = (int) Math.floor((greatest - start) / width) + 1;
        while (count > most && most > 1) {
            width = whole ? Math.ceil(roundUp(width * 1.01)) : roundUp(width * 1.01);
            start = Math.floor(least / width) * width;
            count = (int) Math.floor((greatest - start) / width) + 1;
        }
        return new Bins(start, width, count);
    }

    private static double roundUp(double width) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        for (double step : STEPS) {
            if (width <= step * power * (1 + 1e-12)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    double low(long bin) {
        return start + bin * width;
    }

    double high(long bin) {
        return start + (bin + 1) * width;
    }

    double middle(long bin) {
        return start + (bin + 0.5) * width;
    }
}
