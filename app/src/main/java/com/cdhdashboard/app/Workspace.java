package com.cdhdashboard.app;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.metric.Metric;
import java.util.List;

/** One configuration over one store: everything pages, API and command line show. Safe for use by many threads. */
public interface Workspace {
    Configuration configuration();

    /** What is wrong with the configuration, gravest and first found first. */
    List<Problem> problems();

    /** The configured metrics over cubes that this program computes, in file order. */
    List<Metric> metrics();

    /** The metrics over product holdings, in file order; none where the configuration has none. */
    List<CustomerMetric> customerMetrics();

    /** The data as they are now; looking takes a moment, as another process may have published others. */
    Snapshot now();

    /** Imports interaction history. */
    Importer importer();

    /** Imports product holdings. */
    Importer holdingsImporter();

    /** From now on questions come often, as to a server: they may be answered from memory where that is faster. */
    default void holdInMemory() {}
}
