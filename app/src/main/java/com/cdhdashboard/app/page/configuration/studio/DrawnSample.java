package com.cdhdashboard.app.page.configuration.studio;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.snapshot.Snapshot;

/** A sample imported by a drafted configuration. */
record DrawnSample(Configuration configuration, Snapshot now) {}
