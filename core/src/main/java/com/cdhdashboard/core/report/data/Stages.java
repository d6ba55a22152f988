package com.cdhdashboard.core.report.data;

import java.util.Arrays;
import java.util.List;

/**
 * How many interactions reached each of some stages, as far as the counts of outcomes tell.
 *
 * <p>With c₁ … cₖ the interactions that have the outcome of each stage, stage i or a later one was reached by at least
 * max(cᵢ … cₖ) of them, as each outcome is counted once for an interaction, and by at most cᵢ + … + cₖ. The two are equal
 * where later outcomes are 0; the lower one is the number itself where each outcome comes with all before it.
 */
public final class Stages {
    private final long[] outcomes;
    private final long[] least;
    private final long[] most;

    private Stages(long[] outcomes, long[] least, long[] most) {
        this.outcomes = outcomes;
        this.least = least;
        this.most = most;
    }

    public static Stages of(long[] outcomes) {
        long[] least = new long[outcomes.length];
        long[] most = new long[outcomes.length];
        long largest = 0;
        long sum = 0;
        for (int i = outcomes.length - 1; i >= 0; i--) {
            largest = Math.max(largest, outcomes[i]);
            sum += outcomes[i];
            least[i] = largest;
            most[i] = sum;
        }
        return new Stages(outcomes.clone(), least, most);
    }

    public static Stages none(int stages) {
        return of(new long[stages]);
    }

    /** Of two groups without an interaction in common. */
    public Stages plus(Stages other) {
        return new Stages(sum(outcomes, other.outcomes), sum(least, other.least), sum(most, other.most));
    }

    private static long[] sum(long[] left, long[] right) {
        long[] sum = left.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += right[i];
        }
        return sum;
    }

    /** The interactions that have the outcome of this very stage. */
    public long outcomes(int stage) {
        return outcomes[stage];
    }

    public long least(int stage) {
        return least[stage];
    }

    public List<Long> least() {
        return Arrays.stream(least).boxed().toList();
    }

    public long most(int stage) {
        return most[stage];
    }

    /** The lower number relative to that of the stage before; {@code NaN} for the first stage and after one of none. */
    public double ofPrevious(int stage) {
        return stage == 0 || least[stage - 1] == 0 ? Double.NaN : (double) least[stage] / least[stage - 1];
    }

    /** The lower number relative to that of the first stage; {@code NaN} where that has none. */
    public double ofFirst(int stage) {
        return least[0] == 0 ? Double.NaN : (double) least[stage] / least[0];
    }
}
