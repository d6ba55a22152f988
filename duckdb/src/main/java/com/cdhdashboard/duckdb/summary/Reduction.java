package com.cdhdashboard.duckdb.summary;

/** How the rows of one kind of summary are added up, and made fewer where a cell has many. */
public interface Reduction {
    /** The columns beside {@code cell}, each with its type. */
    String definition();

    /** The rows of a query, {@code cell} and the columns, as few as the promise of the summary allows. */
    String reduce(String rows);

    /** Over groups of a cell's rows, of which some are {@code merged} already: whether to reduce them again pays. */
    String isDue();
}
