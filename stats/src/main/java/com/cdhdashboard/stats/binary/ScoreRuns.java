package com.cdhdashboard.stats.binary;

/**
 * Fewer scores for a distribution that has many: neighbours in runs, each under the mean of its scores.
 *
 * <p>Runs follow the ranks, not the size of scores, so it does not matter what range they have. Each class has
 * {@link #STEPS} steps of rank, finer ones at the highest scores: with a of its n rows above, the step is
 *
 * <ul>
 *   <li>a, up to {@link #FINE} rows, or where the class has at most {@link #STEPS};
 *   <li>F + F·ln(a/F) up to T = n·F/M, so that a step is 1/F of the rows above it, as precision asks for;
 *   <li>F + F·ln(T/F) + (a − T)·M/n from there, a step being 1/M of all rows of the class,
 * </ul>
 *
 * with F = {@link #FINE} and M = {@link #STEPS}. Neighbours that begin in one step of both classes form a run, but
 * for a score whose own rows take a whole step of a class, which stays alone. So a run of several scores has less than
 * two steps of each class, and up to {@link #STEPS} rows of a class each is alone or with rows of the other class only.
 *
 * <p>To move a row within its run changes the rank of another by at most the rows of one run for each set of rows that
 * was thinned alone; in all at most 2/M of each class, however many sets are put together. The area under the ROC curve
 * is then off by at most 4/M = 0.0005, and by 8/M &lt; 0.001 where a set is thinned again each time it has doubled.
 */
public final class ScoreRuns {
    /** The most distinct scores that are kept as they are. */
    public static final int MOST_EXACT = 8192;

    /** M, the steps in which ranks of a class are told apart. */
    public static final int STEPS = 8192;

    /** F, the rows at the highest scores with a step each. */
    public static final int FINE = 1024;

    private ScoreRuns() {}

    /** The distribution, with runs in the place of scores where it has more than {@link #MOST_EXACT}. */
    public static ScoreDistribution of(ScoreDistribution scores) {
        return scores.size() <= MOST_EXACT ? scores : thinned(scores);
    }

    private static ScoreDistribution thinned(ScoreDistribution scores) {
        AscendingScores runs = new AscendingScores(scores.size());
        double positivesAbove = scores.totalPositives();
        double negativesAbove = scores.totalNegatives();
        Run run = new Run();
        for (int i = 0; i < scores.size(); i++) {
            double positivesWith = positivesAbove;
            double negativesWith = negativesAbove;
            positivesAbove -= scores.positives(i);
            negativesAbove -= scores.negatives(i);
            double positiveStep = step(positivesAbove, (double) scores.totalPositives());
            double negativeStep = step(negativesAbove, (double) scores.totalNegatives());
            boolean alone = step(positivesWith, (double) scores.totalPositives()) - positiveStep >= 1
                    || step(negativesWith, (double) scores.totalNegatives()) - negativeStep >= 1;
            if (!run.continuesAt(positiveStep, negativeStep, alone)) {
                run.addTo(runs);
                run.begin(positiveStep, negativeStep, alone);
            }
            run.add(scores.score(i), scores.positives(i), scores.negatives(i));
        }
        run.addTo(runs);
        return runs.distribution();
    }

    private static double step(double above, double all) {
        if (all <= STEPS || above <= FINE) {
            return above;
        }
        double turn = all * FINE / STEPS;
        return above <= turn
                ? FINE + FINE * Math.log(above / FINE)
                : FINE + FINE * Math.log(turn / FINE) + (above - turn) * STEPS / all;
    }

    /** The run that the last score went into. */
    private static final class Run {
        private double positiveStep;
        private double negativeStep;
        private boolean alone;
        private double lowest;
        private double highest;
        private double sum;
        private long positives;
        private long negatives;

        boolean continuesAt(double positive, double negative, boolean single) {
            return positives + negatives > 0
                    && !(alone || single)
                    && positiveStep == Math.floor(positive)
                    && negativeStep == Math.floor(negative);
        }

        void begin(double positive, double negative, boolean single) {
            positiveStep = Math.floor(positive);
            negativeStep = Math.floor(negative);
            alone = single;
            sum = 0;
            positives = 0;
            negatives = 0;
        }

        void add(double score, long morePositives, long moreNegatives) {
            lowest = positives + negatives == 0 ? score : lowest;
            highest = score;
            sum += score * (morePositives + moreNegatives);
            positives += morePositives;
            negatives += moreNegatives;
        }

        /** Sums that overflow leave the mean at an end of the run. */
        void addTo(AscendingScores runs) {
            if (positives + negatives > 0) {
                double mean = sum / (positives + negatives);
                runs.add(Math.max(lowest, Math.min(highest, mean)), positives, negatives);
            }
        }
    }
}
