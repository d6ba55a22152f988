package com.cdhdashboard.stats.sketch;

/**
 * The fixed bins that scores are counted in, fine where propensities are: equally wide in log-odds.
 *
 * <ul>
 *   <li>0 &lt; s &lt; 1: ⌊1024·ln(s/(1−s))⌋, log-odds between −700 and 27; a bin spans 0.1 % of the odds;
 *   <li>s &gt; 1 and s &lt; 0: ⌊1024·ln|s|⌋ in ranges of their own, so that scores that are no probabilities keep their
 *       order; 0 and 1 have a bin each.
 * </ul>
 *
 * <p>The bins are part of the stored format: a change of them is a new format.
 */
public final class ScoreBins {
    private static final int BINS_PER_UNIT = 1024;
    /** Beyond these, doubles themselves are too coarse to tell bins apart. */
    private static final double LOWEST_LOG = -700;

    private static final double HIGHEST_LOG_ODDS = 27;
    private static final double HIGHEST_LOG = 709;

    /** Wider than any range of bins. */
    private static final int RANGE = 1 << 20;

    private static final int OF_ZERO = -RANGE;
    private static final int OF_ONE = RANGE;

    private ScoreBins() {}

    /** The bin of a finite score; a higher score never has a lower bin. */
    public static int bin(double score) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("a score is a finite number: " + score);
        }
        if (score == 0 || score == 1) {
            return score == 0 ? OF_ZERO : OF_ONE;
        }
        if (score > 0 && score < 1) {
            return floor(Math.min(HIGHEST_LOG_ODDS, Math.log(score) - Math.log1p(-score)));
        }
        return score > 1 ? 2 * RANGE + floor(Math.log(score)) : -2 * RANGE - 1 - floor(Math.log(-score));
    }

    /** The score that stands for all of a bin: the middle of its log-odds, or of its logarithms. */
    public static double score(int bin) {
        if (bin == OF_ZERO || bin == OF_ONE) {
            return bin == OF_ZERO ? 0 : 1;
        }
        if (bin > OF_ZERO && bin < OF_ONE) {
            double odds = Math.exp(middle(bin));
            return odds / (1 + odds);
        }
        return bin > OF_ONE ? Math.exp(middle(bin - 2 * RANGE)) : -Math.exp(middle(-2 * RANGE - 1 - bin));
    }

    private static int floor(double logarithm) {
        double within = Math.max(LOWEST_LOG, Math.min(HIGHEST_LOG, logarithm));
        return (int) Math.floor(within * BINS_PER_UNIT);
    }

    private static double middle(int bin) {
        return (bin + 0.5) / BINS_PER_UNIT;
    }
}
