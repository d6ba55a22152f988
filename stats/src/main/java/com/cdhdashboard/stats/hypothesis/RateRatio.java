package com.cdhdashboard.stats.hypothesis;

import static java.util.Objects.requireNonNull;

/** How many times the rate of the control a treatment reaches; lift is the ratio minus 1. */
public record RateRatio(Proportion treatment, Proportion control) {
    public RateRatio {
        requireNonNull(treatment, "treatment");
        requireNonNull(control, "control");
    }

    /** rate of the treatment / rate of the control; {@code NaN} when a group is empty or the control has no success. */
    public double ratio() {
        return isDefined() ? treatment.rate() / control.rate() : Double.NaN;
    }

    /** ratio − 1, {@code NaN} where the ratio is. */
    public double lift() {
        return ratio() - 1;
    }

    /**
     * The 95 % interval of the ratio after Katz: exp(ln ratio ± z√(1/s_t − 1/n_t + 1/s_c − 1/n_c)).
     *
     * <p>1/s − 1/n is taken as f/(s·n), which does not cancel. Undefined where the ratio is, and for a treatment
     * without success, as the logarithm of 0 has no error. Source: D. Katz et al., Biometrics 34 (1978) 469-474,
     * doi:10.2307/2530610.
     */
    public Interval katz() {
        if (!(isDefined() && treatment.successes() > 0)) {
            return Interval.UNDEFINED;
        }
        double centre = Math.log(ratio());
        double half = Interval.Z_95 * Math.sqrt(logVariance(treatment) + logVariance(control));
        return new Interval(Math.exp(centre - half), Math.exp(centre + half));
    }

    /** The Katz interval of the lift: both ends minus 1. */
    public Interval liftInterval() {
        Interval ratio = katz();
        return new Interval(ratio.low() - 1, ratio.high() - 1);
    }

    private boolean isDefined() {
        return !treatment.isEmpty() && control.successes() > 0;
    }

    private static double logVariance(Proportion group) {
        return (double) group.failures() / group.successes() / group.trials();
    }
}
