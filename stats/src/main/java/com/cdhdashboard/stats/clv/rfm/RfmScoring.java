package com.cdhdashboard.stats.clv.rfm;

import static java.util.Objects.requireNonNull;

/** How customers are scored: by the quartiles of all of them. */
public record RfmScoring(Quartiles daysSinceLast, Quartiles frequency, Quartiles monetaryValue) {
    public RfmScoring {
        requireNonNull(daysSinceLast, "daysSinceLast");
        requireNonNull(frequency, "frequency");
        requireNonNull(monetaryValue, "monetaryValue");
    }

    /** From all customers, one place each in every array. */
    public static RfmScoring of(double[] daysSinceLast, double[] frequency, double[] monetaryValue) {
        return new RfmScoring(Quartiles.of(daysSinceLast), Quartiles.of(frequency), Quartiles.of(monetaryValue));
    }

    /**
     * The scores of one customer. Recency is turned round: few days since the last purchase score high. Where all
     * customers are equal, recency scores 4 and the other two 1.
     */
    public RfmCode code(double daysSinceLast, double frequency, double monetaryValue) {
        return new RfmCode(
                5 - this.daysSinceLast.score(daysSinceLast),
                this.frequency.score(frequency),
                this.monetaryValue.score(monetaryValue));
    }
}
