package com.cdhdashboard.stats.hypothesis;

import java.math.BigInteger;

/** a·b − c·d of counts, exact until the one rounding to double. */
final class CrossDifference {
    private CrossDifference() {}

    /** The products of counts above 3e9 do not fit a long; these take the slower road. */
    static double of(long a, long b, long c, long d) {
        if (Math.multiplyHigh(a, b) == 0 && Math.multiplyHigh(c, d) == 0 && a * b >= 0 && c * d >= 0) {
            return a * b - c * d;
        }
        return product(a, b).subtract(product(c, d)).doubleValue();
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
