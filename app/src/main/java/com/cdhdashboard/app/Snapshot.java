package com.cdhdashboard.app;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.ingest.LoadedData;
import com.cdhdashboard.core.report.Reports;

/**
 * The data of a workspace at one moment, and what is made of them; it keeps showing these when others are imported.
 *
 * @param version changes whenever what pages show may have changed
 * @param loaded of interaction history
 * @param holdings what is loaded of product holdings
 */
public record Snapshot(
        String version,
        Reports reports,
        CubeReader cubes,
        LoadedData loaded,
        CustomerReader customers,
        LoadedData holdings) {
    public Snapshot {
        requireNonNull(version, "version");
        requireNonNull(reports, "reports");
        requireNonNull(cubes, "cubes");
        requireNonNull(loaded, "loaded");
        requireNonNull(customers, "customers");
        requireNonNull(holdings, "holdings");
    }
}
