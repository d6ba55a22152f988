package com.cdhdashboard.duckdb.summary;

import com.cdhdashboard.core.cube.Summary;
import java.util.Optional;

/** A reduction that can also do without adding up equal values first, which most of its time goes into. */
public interface Thinning extends Reduction {
    /** That of a summary, which only those of values and scores have. */
    static Optional<Thinning> of(Summary summary) {
        return switch (summary.kind()) {
            case QUANTILES -> Optional.of(new ValueReduction());
            case SCORES -> Optional.of(new ScoreReduction());
            case MOMENTS, LISTS -> Optional.empty();
        };
    }

    /** The most rows of a cell that are kept as they come where their values are unlike; to thin fewer saves little. */
    int mostPlain();

    /**
     * As {@link #reduce}, of cells that have more rows each than are kept as they are, most of them with a value of their
     * own.
     *
     * @param rows as those of {@link #reduce}, each for one row of the data
     */
    String thin(String rows);
}
