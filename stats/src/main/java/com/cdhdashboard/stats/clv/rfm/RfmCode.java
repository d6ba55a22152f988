package com.cdhdashboard.stats.clv.rfm;

import java.util.ArrayList;
import java.util.List;

/** The three scores of a customer, from 1 to 4 each, 4 being best: recency 4 is who bought last. */
public record RfmCode(int recency, int frequency, int monetary) {
    private static final int BEST = 4;

    public RfmCode {
        if (!(isScore(recency) && isScore(frequency) && isScore(monetary))) {
            throw new IllegalArgumentException(
                    "scores go from 1 to 4: " + recency + ", " + frequency + ", " + monetary);
        }
    }

    private static boolean isScore(int score) {
        return score >= 1 && score <= BEST;
    }

    /** All 64, in ascending order. */
    public static List<RfmCode> all() {
        List<RfmCode> all = new ArrayList<>();
        for (int recency = 1; recency <= BEST; recency++) {
            for (int frequency = 1; frequency <= BEST; frequency++) {
                for (int monetary = 1; monetary <= BEST; monetary++) {
                    all.add(new RfmCode(recency, frequency, monetary));
                }
            }
        }
        return all;
    }

    static boolean isCode(String digits) {
        return digits.matches("[1-4]{3}");
    }

    /** From three digits, as {@code 344}. */
    public static RfmCode parse(String digits) {
        if (!isCode(digits)) {
            throw new IllegalArgumentException("a code has three digits from 1 to 4, not \"" + digits + "\"");
        }
        return new RfmCode(digits.charAt(0) - '0', digits.charAt(1) - '0', digits.charAt(2) - '0');
    }

    /** The mean of the three scores, to two decimals. */
    public double score() {
        return Math.round((recency + frequency + monetary) * 100 / 3.0) / 100.0;
    }

    /** The three digits. */
    @Override
    public String toString() {
        return "" + recency + frequency + monetary;
    }
}
