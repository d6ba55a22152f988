package com.cdhdashboard.duckdb.summary;

/** A reduction that can also do without adding up equal values first, which most of its time goes into. */
public interface Thinning extends Reduction {
    /**
     * As {@link #reduce}, of cells that have more rows each than are kept as they are, most of them with a value of their
     * own.
     *
     * @param rows as those of {@link #reduce}, each for one row of the data
     */
    String thin(String rows);
}
