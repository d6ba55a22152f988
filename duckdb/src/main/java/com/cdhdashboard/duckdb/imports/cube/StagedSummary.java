package com.cdhdashboard.duckdb.imports.cube;

import com.cdhdashboard.duckdb.store.Publication;
import java.util.Optional;

/** One summary of a metric's cells on its way from the rows that count to the published file. */
interface StagedSummary {
    /** Takes over the {@link RawValues} that meet a condition, for {@link #finalise} to reduce. */
    default void take(String condition) {}

    /** Moves what becomes final to the finalised rows. */
    void finalise();

    /** Whether {@link #finalise} prepares open rows for publishing as well, and so is due where nothing becomes final. */
    default boolean looksAtAllRows() {
        return false;
    }

    /** The table to publish, unless the summary is published as columns of the cells. */
    Optional<Publication.Extra> extra();

    /** A query of {@code cell} and the summary's columns in their order, where it is published as columns. */
    Optional<String> columns();

    /** Drops what was computed for publishing, if anything was. */
    default void dropTemporaryTables() {}
}
