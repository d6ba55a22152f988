package com.cdhdashboard.core.ingest;

/** Follows an import and may end it. Called from the importing thread; must return at once. */
public interface ImportListener {
    void progressed(ImportProgress progress);

    /** Whether the user wants the import to end; what is not committed by then is rolled back. */
    boolean cancelled();
}
