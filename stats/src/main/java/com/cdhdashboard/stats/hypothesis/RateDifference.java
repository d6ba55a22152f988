package com.cdhdashboard.stats.hypothesis;

import static java.util.Objects.requireNonNull;

/** By how much the rate of a treatment exceeds that of the control, as a share. */
public record RateDifference(Proportion treatment, Proportion control) {
    public RateDifference {
        requireNonNull(treatment, "treatment");
        requireNonNull(control, "control");
    }

    /**
     * rate of the treatment − rate of the control, {@code NaN} when a group is empty.
     *
     * <p>Computed as (s_t·f_c − f_t·s_c)/(n_t·n_c) with the difference taken in whole numbers, which keeps its digits
     * where the rates are close and the counts large.
     */
    public double value() {
        double difference = CrossDifference.of(
                treatment.successes(), control.failures(), treatment.failures(), control.successes());
        return difference / treatment.trials() / control.trials();
    }

    /**
     * The 95 % interval of the difference d after Newcombe, from the Wilson intervals [l, u] of both rates p:
     * d − √((p_t−l_t)² + (u_c−p_c)²) to d + √((u_t−p_t)² + (p_c−l_c)²). It exists also where a count is 0; undefined when a
     * group is empty.
     *
     * <p>Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10,
     * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I.
     */
    public Interval newcombe() {
        if (treatment.isEmpty() || control.isEmpty()) {
            return Interval.UNDEFINED;
        }
        Interval ofTreatment = treatment.wilson();
        Interval ofControl = control.wilson();
        double below = Math.hypot(treatment.rate() - ofTreatment.low(), ofControl.high() - control.rate());
        double above = Math.hypot(ofTreatment.high() - treatment.rate(), control.rate() - ofControl.low());
        return new Interval(value() - below, value() + above);
    }
}
