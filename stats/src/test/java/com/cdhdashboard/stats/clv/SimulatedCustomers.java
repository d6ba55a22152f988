package com.cdhdashboard.stats.clv;

import com.cdhdashboard.stats.clv.history.PurchaseHistories;
import java.util.Random;

/** Customers who behave as BG/NBD says, with r = 0.8, alpha = 40, a = 0.8, b = 2.5, over 365 to 730 days. */
public final class SimulatedCustomers {
    private SimulatedCustomers() {}

    public static PurchaseHistories bgNbd(Random random, int customers) {
        int[] repeats = new int[customers];
        double[] last = new double[customers];
        double[] observed = new double[customers];
        for (int i = 0; i < customers; i++) {
            double rate = gamma(random, 0.8) / 40;
            double stopping = gamma(random, 0.8);
            double stop = stopping / (stopping + gamma(random, 2.5));
            observed[i] = 365 + random.nextInt(366);
            double time = wait(random, rate);
            while (time < observed[i]) {
                repeats[i]++;
                last[i] = time;
                time = random.nextDouble() < stop ? Double.POSITIVE_INFINITY : time + wait(random, rate);
            }
        }
        return PurchaseHistories.of(repeats, last, observed);
    }

    private static double wait(Random random, double rate) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }

    /** Source: G. Marsaglia, W. Tsang, ACM TOMS 26 (2000) 363-372, doi:10.1145/358407.358414. */
    private static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double normal = random.nextGaussian();
            double v = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
