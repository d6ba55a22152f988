package com.cdhdashboard.app.sample;

/** Properties that follow from who or what something is, without drawing: mixed with the finaliser of SplitMix64. */
final class Mix {
    private Mix() {}

    static long of(long a, long b) {
        long mixed = (a * 0x9E3779B97F4A7C15L) ^ (b + 0x632BE59BD9B4E019L);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** A number in [0, 1). */
    static double uniform(long a, long b) {
        return (of(a, b) >>> 11) * 0x1.0p-53;
    }

    /** About standard normal: the sum of four uniforms, scaled. */
    static double bell(long a, long b) {
        long bits = of(a, b);
        double sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
        return (sum / 65_536 - 2) * StrictMath.sqrt(3);
    }
}
