package com.cdhdashboard.core.sample;

import java.util.List;

/**
 * How many cells a metric would have.
 *
 * @param sampled rows of the sample that the metric counts
 * @param rows that it would count of all
 * @param cells estimated of these; exact where all rows are in the sample
 * @param nearlyUnique dimensions of which more than half of the sampled rows have a value of their own
 */
public record CellEstimate(long sampled, long rows, long cells, List<String> nearlyUnique) {
    public CellEstimate {
        nearlyUnique = List.copyOf(nearlyUnique);
    }

    /**
     * Estimates the number of different values among all rows by the guaranteed-error estimator (Charikar, Chaudhuri, Motwani
     * and Narasayya 2000, doi:10.1145/335168.335230): values seen once stand for as many as the square root of rows by
     * sampled rows, others for themselves.
     */
    public static long different(long sampled, long rows, long once, long more) {
        if (sampled == 0) {
            return 0;
        }
        double scale = Math.sqrt(Math.max(1, (double) rows / sampled));
        return Math.min(rows, Math.round(scale * once) + more);
    }
}
