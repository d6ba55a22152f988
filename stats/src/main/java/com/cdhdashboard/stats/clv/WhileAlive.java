package com.cdhdashboard.stats.clv;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The purchases to expect of customers who are known to be alive, all with one number of repeats. */
@FunctionalInterface
public interface WhileAlive {
    /**
     * The purchases to expect in (T, T + t].
     *
     * @param observed T
     * @param t at least 0
     */
    double purchases(double observed, double t);

    /**
     * What a function made of {@link #purchases} gives for each of the times, which are ascending; faster than one by one
     * where there are many and the model allows it.
     */
    default double[] each(double[] observed, DoubleUnaryOperator function) {
        return Arrays.stream(observed).map(function).toArray();
    }
}
