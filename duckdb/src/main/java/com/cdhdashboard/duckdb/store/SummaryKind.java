package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.cube.Summary;

/** The kinds of summaries, as published files name them. */
enum SummaryKind {
    MOMENTS,
    QUANTILES,
    SCORES,
    LISTS;

    static SummaryKind of(Summary summary) {
        if (summary instanceof Summary.Moments) {
            return MOMENTS;
        }
        if (summary instanceof Summary.Quantiles) {
            return QUANTILES;
        }
        return summary instanceof Summary.ScoreCounts ? SCORES : LISTS;
    }

    boolean isAveraged(Summary summary) {
        return (summary instanceof Summary.Quantiles quantiles && quantiles.averaged())
                || (summary instanceof Summary.ScoreCounts scores && scores.averaged());
    }

    Summary of(String column, boolean averaged) {
        return switch (this) {
            case MOMENTS -> new Summary.Moments(column);
            case QUANTILES -> new Summary.Quantiles(column, averaged);
            case SCORES -> new Summary.ScoreCounts(column, averaged);
            case LISTS -> new Summary.ItemLists(column);
        };
    }
}
