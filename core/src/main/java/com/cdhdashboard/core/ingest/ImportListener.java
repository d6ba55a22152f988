package com.cdhdashboard.core.ingest;

/** Follows an import and may end it. Called from the importing thread; must return at once. */
public interface ImportListener {
    void progressed(ImportProgress progress);

    /** Whether the user wants the import to end; what is not committed by then is rolled back. */
    boolean cancelled();

    /** Whether {@link #executed} wants to be told; that takes time. */
    default boolean explains() {
        return false;
    }

    /** Told of every statement, in order. */
    default void executed(ExecutedStatement statement) {}
}
