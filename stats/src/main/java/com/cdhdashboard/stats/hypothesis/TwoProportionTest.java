package com.cdhdashboard.stats.hypothesis;

import static java.util.Objects.requireNonNull;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/** The z test of equal rates of two groups, with the variance of the pooled rate and a two-sided p-value. */
public record TwoProportionTest(Proportion first, Proportion second) {
    private static final double SQRT_2 = Math.sqrt(2);
    private static final double LN_10 = Math.log(10);

    public TwoProportionTest {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
    }

    /**
     * z = (p₁−p₂)/√(p(1−p)(1/n₁+1/n₂)), positive where the first rate is higher; {@code NaN} when a group is empty or
     * the pooled rate p is 0 or 1.
     *
     * <p>Computed as (s₁f₂−f₁s₂)·√(N/(n₁n₂SF)) with the difference taken in whole numbers: the difference of the
     * rates would lose all its digits where they are close and the counts large.
     */
    public double z() {
        Proportion pooled = first.plus(second);
        if (first.isEmpty() || second.isEmpty() || pooled.successes() == 0 || pooled.failures() == 0) {
            return Double.NaN;
        }
        double perGroup = pooled.trials() / ((double) first.trials() * second.trials());
        double perOutcome = 1 / ((double) pooled.successes() * pooled.failures());
        double difference =
                CrossDifference.of(first.successes(), second.failures(), first.failures(), second.successes());
        return difference * Math.sqrt(perGroup * perOutcome);
    }

    /** The two-sided p-value erfc(|z|/√2); 0 below the smallest double (|z| &gt; 38.5), {@code NaN} where z is. */
    public double pValue() {
        return Erfc.value(Math.abs(z()) / SQRT_2);
    }

    /** The decimal logarithm of the two-sided p-value, finite also where {@link #pValue} is 0. */
    public double log10PValue() {
        double x = Math.abs(z()) / SQRT_2;
        return (Math.log(Erfcx.value(x)) - x * x) / LN_10;
    }
}
