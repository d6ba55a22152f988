package com.cdhdashboard.stats.sketch;

import com.cdhdashboard.stats.binary.AscendingScores;
import com.cdhdashboard.stats.binary.ScoreDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The scores of positives and negatives in little space, from which AUC, average precision and all curves follow.
 *
 * <p>Up to {@link #MOST_EXACT} distinct scores are kept as they are, and every measure is exact. Beyond that the rows of
 * each bin of {@link ScoreBins} count as if they had one score. The bins are the same for all data, so merging adds
 * counts: in whatever order parts are merged, the result is the same to the last bit. The promised error is 0.001 for the
 * AUC and 0.002 for the average precision; it is largest where a bin holds several rows and the data few positives. In
 * any case the AUC is off by at most half the sum over bins of (share of positives in it)·(share of negatives in it).
 * Scores themselves, as in calibration, are off by at most 0.05 %.
 *
 * <p>Immutable. A row takes at most some ten bytes; a busy channel, however many rows it has, ten to twenty kilobytes.
 */
public final class ScoreSketch implements Sketch<ScoreSketch> {
    /** Distinct scores up to here are kept exactly. */
    public static final int MOST_EXACT = 2048;

    public static final ScoreSketch EMPTY = new ScoreSketch(ScoreDistribution.EMPTY, false);

    private static final String KIND = "score sketch";
    private static final int FORMAT = 1;

    private final ScoreDistribution distribution;
    private final boolean binned;

    private ScoreSketch(ScoreDistribution distribution, boolean binned) {
        this.distribution = distribution;
        this.binned = binned;
    }

    public static ScoreSketch of(ScoreDistribution distribution) {
        return distribution.size() > MOST_EXACT
                ? new ScoreSketch(binned(distribution), true)
                : new ScoreSketch(distribution, false);
    }

    /** Whether every measure is exact, as there are few distinct scores. */
    public boolean isExact() {
        return !binned;
    }

    /** The distribution to measure and to draw; of binned scores with the score that stands for each bin. */
    public ScoreDistribution distribution() {
        return distribution;
    }

    @Override
    public ScoreSketch mergeWith(ScoreSketch other) {
        return binned || other.binned
                ? new ScoreSketch(sum(toBins().distribution, other.toBins().distribution), true)
                : of(sum(distribution, other.distribution));
    }

    private ScoreSketch toBins() {
        return binned ? this : new ScoreSketch(binned(distribution), true);
    }

    private static ScoreDistribution sum(ScoreDistribution first, ScoreDistribution second) {
        AscendingScores sum = new AscendingScores(first.size() + second.size());
        int i = 0;
        int j = 0;
        while (i < first.size() || j < second.size()) {
            boolean takeFirst = j == second.size() || (i < first.size() && first.score(i) <= second.score(j));
            if (takeFirst) {
                sum.add(first.score(i), first.positives(i), first.negatives(i));
                i++;
            } else {
                sum.add(second.score(j), second.positives(j), second.negatives(j));
                j++;
            }
        }
        return sum.distribution();
    }

    /** Each score replaced by the one that stands for its bin. */
    private static ScoreDistribution binned(ScoreDistribution scores) {
        AscendingScores binned = new AscendingScores(scores.size());
        for (int i = 0; i < scores.size(); i++) {
            double score = ScoreBins.score(ScoreBins.bin(scores.score(i)));
            binned.add(score, scores.positives(i), scores.negatives(i));
        }
        return binned.distribution();
    }

    /** Format, 1 if binned, number of scores; then the scores (bins: as differences), all positives, all negatives. */
    @Override
    public byte[] toBytes() {
        SketchWriter writer = new SketchWriter(FORMAT);
        int size = distribution.size();
        writer.writeNumber(binned ? 1 : 0);
        writer.writeNumber(size);
        if (binned) {
            long previous = 0;
            for (int i = 0; i < size; i++) {
                long bin = ScoreBins.bin(distribution.score(i));
                writer.writeNumber(bin - previous);
                previous = bin;
            }
        } else {
            double[] scores = new double[size];
            for (int i = 0; i < size; i++) {
                scores[i] = distribution.score(i);
            }
            writer.writeAscending(scores);
        }
        for (int i = 0; i < size; i++) {
            writer.writeNumber(distribution.positives(i));
        }
        for (int i = 0; i < size; i++) {
            writer.writeNumber(distribution.negatives(i));
        }
        return writer.toBytes();
    }

    /** Reads back what {@link #toBytes} gave; other bytes are refused. */
    public static ScoreSketch fromBytes(byte[] bytes) {
        SketchReader reader = new SketchReader(KIND, bytes);
        reader.readFormat(FORMAT);
        long form = reader.readNumber();
        if (!(form == 0 || form == 1)) {
            throw reader.damaged("their scores are in the unknown form " + form);
        }
        boolean binned = form == 1;
        int size = reader.readSize();
        double[] scores = binned ? readBins(reader, size) : reader.readAscending(size);
        long[] positives = readCounts(reader, size);
        long[] negatives = readCounts(reader, size);
        reader.expectEnd();
        try {
            return new ScoreSketch(ScoreDistribution.of(scores, positives, negatives), binned);
        } catch (IllegalArgumentException e) {
            throw reader.damaged("scores and counts do not fit together");
        }
    }

    private static double[] readBins(SketchReader reader, int size) {
        double[] scores = new double[size];
        long bin = 0;
        for (int i = 0; i < size; i++) {
            bin += reader.readNumber();
            scores[i] = ScoreBins.score((int) bin);
        }
        return scores;
    }

    private static long[] readCounts(SketchReader reader, int size) {
        long[] counts = new long[size];
        for (int i = 0; i < size; i++) {
            counts[i] = reader.readNumber();
        }
        return counts;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreSketch that && binned == that.binned && distribution.equals(that.distribution);
    }

    @Override
    public int hashCode() {
        return 31 * distribution.hashCode() + Boolean.hashCode(binned);
    }

    @Override
    public String toString() {
        return (binned ? "binned " : "exact ") + distribution;
    }
}
