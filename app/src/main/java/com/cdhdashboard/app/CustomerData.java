package com.cdhdashboard.app;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.ingest.LoadedData;
import java.util.List;

/**
 * Product holdings and the customers computed from them, as they are now.
 *
 * @param metrics over product holdings, in file order; none where the configuration has none
 * @param loaded of product holdings
 */
public record CustomerData(
        List<CustomerMetric> metrics, CustomerReader customers, LoadedData loaded, Importer importer) {
    public CustomerData {
        metrics = List.copyOf(metrics);
        requireNonNull(customers, "customers");
        requireNonNull(loaded, "loaded");
        requireNonNull(importer, "importer");
    }
}
