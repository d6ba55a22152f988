package com.cdhdashboard.stats.hypothesis;

/** Successes and failures of one group, with what they say about its rate of success. */
public record Proportion(long successes, long failures) {
    public Proportion {
        if (!(successes >= 0 && failures >= 0)) {
            throw new IllegalArgumentException("counts are negative: " + successes + ", " + failures);
        }
        Math.addExact(successes, failures);
    }

    public long trials() {
        return successes + failures;
    }

    public boolean isEmpty() {
        return trials() == 0;
    }

    /** successes / trials; {@code NaN} for an empty group. */
    public double rate() {
        return (double) successes / trials();
    }

    /**
     * The standard error of the rate, √(p(1−p)/n), {@code NaN} for an empty group.
     *
     * <p>1−p is taken as failures/n, which keeps its digits where p is near 1.
     */
    public double standardError() {
        double n = trials();
        return Math.sqrt(successes / n * (failures / n) / n);
    }

    /**
     * Wilson's 95 % score interval of the rate: (s + z²/2 ± z√(s·f/n + z²/4)) / (n + z²), always within [0, 1].
     *
     * <p>The end on the side without observations is exactly 0 or 1. An empty group has no interval. Source: E. B.
     * Wilson, JASA 22 (1927) 209-212, doi:10.1080/01621459.1927.10502953.
     */
    public Interval wilson() {
        if (isEmpty()) {
            return Interval.UNDEFINED;
        }
        double n = trials();
        double z = Interval.Z_95;
        double centre = successes + z * z / 2;
        double half = z * Math.sqrt(successes * (failures / n) + z * z / 4);
        double low = successes == 0 ? 0 : (centre - half) / (n + z * z);
        double high = failures == 0 ? 1 : (centre + half) / (n + z * z);
        return new Interval(low, high);
    }

    /** Both groups taken as one. */
    public Proportion plus(Proportion other) {
        return new Proportion(Math.addExact(successes, other.successes), Math.addExact(failures, other.failures));
    }
}
