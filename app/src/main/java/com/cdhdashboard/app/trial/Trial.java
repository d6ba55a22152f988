package com.cdhdashboard.app.trial;

import com.cdhdashboard.assistant.draft.DataSample;
import com.cdhdashboard.core.snapshot.Snapshot;

/** What files came to by a configuration. */
public interface Trial extends AutoCloseable {
    /** The samples of their rows. */
    DataSample sample();

    /** Their numbers, and reports of them. */
    Snapshot now();

    @Override
    void close();
}
