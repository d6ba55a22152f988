package com.cdhdashboard.duckdb.columnar;

import com.cdhdashboard.core.cube.Column;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A summary of all cells of a cube, merged at each question. Immutable, safe for use by many threads. */
public interface SummaryColumns {
    /** What is answered for each group. */
    List<Column> columns();

    /** Merges the cells of each group. */
    Answers of(Members members);

    /** The memory taken. */
    long bytes();

    /** The values of a group, one for each of the columns; null is what does not exist. */
    @FunctionalInterface
    interface Answers {
        List<@Nullable Object> of(int group);
    }

    /** Of a group that has nothing of the summary. */
    default List<@Nullable Object> nothing() {
        return Collections.nCopies(columns().size(), null);
    }

    /** A figure as an answer: null where it is not available. */
    static @Nullable Double available(double figure) {
        return Double.isFinite(figure) ? figure : null;
    }
}
