package com.cdhdashboard.core.report.data;

import com.cdhdashboard.core.figure.Format;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.metric.score.DescriptiveScores;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one box.
 *
 * <p>Whiskers are Tukey's as far as a summary allows: max(Min, p25 − 1.5·IQR) and min(Max, p75 + 1.5·IQR) with IQR =
 * p75 − p25. Tukey ends them at the last value within, which a summary does not know.
 *
 * @param notch half the width of the notch, 1.57·IQR/√n (R. McGill, J. Tukey, W. Larsen, The American Statistician 32
 *     (1978) 12-16); 0 for small groups and where it would reach beyond the box
 */
public record BoxStats(@Nullable Object x, Box box, double lowerFence, double upperFence, double notch) {
    public static final int LEAST_FOR_NOTCH = 30;

    private static final double WHISKER = 1.5;
    private static final double NOTCH = 1.57;

    /** What a summary knows of the values. */
    record Box(double count, double first, double median, double third, double mean) {}

    public static String name(String property, String score) {
        return DescriptiveScores.name(property, score);
    }

    /** Empty for a group without values. */
    public static Optional<BoxStats> of(String property, ScoredRows rows, int row, @Nullable Object x) {
        Box box = new Box(
                rows.number(row, name(property, DescriptiveScores.COUNT)),
                rows.number(row, name(property, "p25")),
                rows.number(row, name(property, "Median")),
                rows.number(row, name(property, "p75")),
                rows.number(row, name(property, "Mean")));
        if (!Double.isFinite(box.median())) {
            return Optional.empty();
        }
        double range = box.third() - box.first();
        double lower = Math.max(rows.number(row, name(property, "Min")), box.first() - WHISKER * range);
        double upper = Math.min(rows.number(row, name(property, "Max")), box.third() + WHISKER * range);
        return Optional.of(
                new BoxStats(x, box, Math.min(lower, box.first()), Math.max(upper, box.third()), notch(box)));
    }

    private static double notch(Box box) {
        double half = NOTCH * (box.third() - box.first()) / Math.sqrt(box.count());
        double room = Math.min(box.median() - box.first(), box.third() - box.median());
        return box.count() >= LEAST_FOR_NOTCH && half <= room ? half : 0;
    }

    public double first() {
        return box.first();
    }

    public double median() {
        return box.median();
    }

    public double third() {
        return box.third();
    }

    public double mean() {
        return box.mean();
    }

    /** The figures in words, parted by semicolons. */
    public String text() {
        return "median " + number(median()) + "; middle half " + number(first()) + " to " + number(third())
                + "; whiskers " + number(lowerFence) + " to " + number(upperFence) + "; mean " + number(mean())
                + "; n = "
                + NumberText.of(box.count(), Format.COUNT);
    }

    private static String number(double value) {
        return NumberText.of(value, Format.NUMBER);
    }
}
