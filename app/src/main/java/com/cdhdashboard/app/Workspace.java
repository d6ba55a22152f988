package com.cdhdashboard.app;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.report.Reports;
import com.cdhdashboard.core.report.customer.CustomerReports;
import java.util.List;

/**
 * One configuration over one store: everything pages, API and command line show. Safe for use by many threads.
 *
 * <p>After an import {@link #reports()}, {@link #cubes()} and {@link #loaded()} give the new data; what was taken
 * before keeps showing the old.
 */
public interface Workspace {
    Configuration configuration();

    /** What is wrong with the configuration, gravest and first found first. */
    List<Problem> problems();

    Reports reports();

    CubeReader cubes();

    /** The configured metrics this program computes, in file order. */
    List<Metric> metrics();

    LoadedData loaded();

    Importer importer();

    /** Product holdings and their customers as they are now. */
    CustomerData customerData();

    /** The reports over the customers as they are now. */
    CustomerReports customerReports();

    /** From now on questions come often, as to a server: they may be answered from memory where that is faster. */
    default void holdInMemory() {}

    /** Changes whenever what pages show may have changed. */
    String dataVersion();
}
