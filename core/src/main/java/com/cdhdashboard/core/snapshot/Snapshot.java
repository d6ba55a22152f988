package com.cdhdashboard.core.snapshot;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.error.Problem;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.metric.Metric;
import com.cdhdashboard.core.report.Reports;
import java.util.List;

/**
 * Configuration and data of a workspace at one moment, and what is made of them; it keeps showing these when others are
 * imported, or another configuration is applied.
 *
 * @param version changes whenever what pages show may have changed
 * @param loaded of interaction history
 * @param holdings what is loaded of product holdings
 */
public record Snapshot(
        String version,
        Configured configured,
        Reports reports,
        CubeReader cubes,
        LoadedData loaded,
        CustomerReader customers,
        LoadedData holdings) {
    public Snapshot {
        requireNonNull(version, "version");
        requireNonNull(configured, "configured");
        requireNonNull(reports, "reports");
        requireNonNull(cubes, "cubes");
        requireNonNull(loaded, "loaded");
        requireNonNull(customers, "customers");
        requireNonNull(holdings, "holdings");
    }

    public Configuration configuration() {
        return configured.configuration();
    }

    public List<Problem> problems() {
        return configured.problems();
    }

    public List<Metric> metrics() {
        return configured.metrics();
    }

    public List<CustomerMetric> customerMetrics() {
        return configured.customerMetrics();
    }
}
