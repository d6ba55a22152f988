package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.customer.CustomerMetric;
import com.cdhdashboard.core.customer.CustomerPage;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.customer.CustomerStore;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A store of product holdings in a folder of a test, with the configuration it is filled by. */
final class TestingHoldings implements AutoCloseable {
    private final StoreFolder folder;
    private final Configuration configuration;
    private final CustomerStore published;

    TestingHoldings(Path folder, String toml) {
        this.folder = new StoreFolder(folder);
        this.configuration = ConfigurationReader.read(toml, "test.toml").configuration();
        this.published = new CustomerStore(this.folder, EngineLimits.forReading());
    }

    /** A configuration with one metric {@code clv} without groups; {@code more} are further keys of it. */
    static String configuration(String more) {
        return """
                [holdings]
                file_type = "pega_ds_export"
                file_pattern = "**/*"

                [holdings.extensions]
                filter = ""
                columns = ""

                [metrics]
                global_filters = []

                [metrics.clv]
                group_by = ["Arm"]
                scores = ["frequency"]
                customer_id_col = "CustomerID"
                """ + more;
    }

    Configuration configuration() {
        return configuration;
    }

    StoreFolder folder() {
        return folder;
    }

    DuckDbImporter importer() {
        return DuckDbImporter.ofHoldings(
                folder,
                configuration.holdings().orElseThrow(),
                CustomerMetric.of(configuration),
                EngineLimits.forImporting(512),
                UnpackLimits.defaults());
    }

    ImportSummary add(Path... paths) {
        return add(new ImportRequest(List.of(paths), false, false));
    }

    ImportSummary add(ImportRequest request) {
        return importer().run(request, TestingStore.SILENT);
    }

    CustomerReader customers() {
        return published.customers();
    }

    CustomerStore published() {
        return published;
    }

    /** All customers of the metric {@code clv}. */
    Table all() {
        return customers().page(CustomerPage.first("clv", new CustomerPage.Slice(0, CustomerPage.Slice.MAX_LIMIT)));
    }

    /** The values of some columns of all customers, row by row. */
    List<List<Object>> rows(String... columns) {
        Table all = all();
        List<List<Object>> rows = new ArrayList<>();
        all.rows().forEach(row -> {
            List<Object> values = new ArrayList<>();
            for (String column : columns) {
                values.add(row.get(all.indexOf(column).orElseThrow()));
            }
            rows.add(values);
        });
        return rows;
    }

    @Override
    public void close() {
        published.close();
    }
}
