package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.duckdb.imports.late.Finalisation;
import com.cdhdashboard.duckdb.store.Publication;
import java.util.List;

/** The cells of one metric: those of finalised interactions, kept in tables, and those of open ones, computed each time. */
interface MetricCells {
    /**
     * Moves what becomes final now to the finalised cells, and makes the cells to publish.
     *
     * @param counted a query of the rows that count, see {@link Deduplication#of}
     */
    void compute(String counted, Finalisation finalisation);

    /** The cube to publish; to be asked after {@link #compute}. */
    Publication.Cube cube();

    /** The tables to publish beside the cube. */
    List<Publication.Extra> extras();

    /** Drops what was computed for publishing. */
    void dropTemporaryTables();
}
