package com.cdhdashboard.stats.hypothesis;

import static java.util.Objects.requireNonNull;

/**
 * The odds of success of one group relative to those of another, with a 95 % interval.
 *
 * @param value {@code NaN} where it cannot be estimated
 * @param interval Woolf's, undefined as soon as a cell is 0
 * @param corrected whether ½ was added to every count, which has to be said wherever the figure is shown
 */
public record OddsRatio(double value, Interval interval, boolean corrected) {
    public OddsRatio {
        requireNonNull(interval, "interval");
    }

    /**
     * s₁f₂/(f₁s₂) with exp(ln OR ± z√(1/s₁+1/f₁+1/s₂+1/f₂)).
     *
     * <p>0 where only the numerator is 0, {@code NaN} where the denominator is. Source: B. Woolf, Annals of Human
     * Genetics 19 (1955) 251-253, doi:10.1111/j.1469-1809.1955.tb01348.x.
     */
    public static OddsRatio of(Proportion first, Proportion second) {
        return of(first, second, 0);
    }

    /**
     * The same with ½ added to every count (Haldane and Anscombe), which exists also where a cell is 0; {@code NaN}
     * where a group is empty or one outcome does not occur at all.
     */
    public static OddsRatio corrected(Proportion first, Proportion second) {
        return ContingencyTable.of(first, second).isTestable()
                ? of(first, second, 0.5)
                : new OddsRatio(Double.NaN, Interval.UNDEFINED, true);
    }

    private static OddsRatio of(Proportion first, Proportion second, double correction) {
        double s1 = first.successes() + correction;
        double f1 = first.failures() + correction;
        double s2 = second.successes() + correction;
        double f2 = second.failures() + correction;
        double value = f1 > 0 && s2 > 0 ? s1 / f1 * (f2 / s2) : Double.NaN;
        if (!(value > 0)) {
            return new OddsRatio(value, Interval.UNDEFINED, correction > 0);
        }
        double half = Interval.Z_95 * Math.sqrt(1 / s1 + 1 / f1 + 1 / s2 + 1 / f2);
        Interval interval = new Interval(Math.exp(Math.log(value) - half), Math.exp(Math.log(value) + half));
        return new OddsRatio(value, interval, correction > 0);
    }
}
