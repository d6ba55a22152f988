package com.cdhdashboard.assistant.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.report.configured.ConfiguredReports;
import com.cdhdashboard.core.report.fit.ModelFits;
import com.cdhdashboard.core.snapshot.Configured;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.customer.CustomerStore;
import com.cdhdashboard.duckdb.imports.DuckDbImporter;
import com.cdhdashboard.duckdb.sample.DuckDbSample;
import com.cdhdashboard.duckdb.store.PublishedStore;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files imported by a configuration, with the sample of them and the reports over them. */
final class TestingData implements AutoCloseable {
    private static final EngineLimits LIMITS = EngineLimits.forImporting(256);
    private static final ImportListener SILENT = new ImportListener() {
        @Override
        public void progressed(ImportProgress progress) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    private final Configured configured;
    private final PublishedStore interactions;
    private final CustomerStore holdings;
    private final ModelFits fits = new ModelFits();

    private TestingData(LoadedConfiguration loaded, Path folder) {
        this.configured = Configured.of(loaded);
        this.interactions = new PublishedStore(new StoreFolder(folder), EngineLimits.forReading());
        this.holdings = new CustomerStore(
                new StoreFolder(folder.resolve("holdings")), EngineLimits.forReading(), Optional.empty());
    }

    static TestingData of(String toml, Path folder, Path file, boolean ofHoldings) {
        LoadedConfiguration loaded = ConfigurationCheck.check(ConfigurationReader.read(toml, "draft.toml"));
        assertThat(loaded.hasErrors()).isFalse();
        TestingData data = new TestingData(loaded, folder);
        ImportRequest request = new ImportRequest(List.of(file), false, false);
        DuckDbImporter importer = ofHoldings
                ? DuckDbImporter.ofHoldings(
                        new StoreFolder(folder.resolve("holdings")),
                        loaded.configuration().holdings().orElseThrow(),
                        data.configured.customerMetrics(),
                        LIMITS,
                        UnpackLimits.defaults())
                : new DuckDbImporter(
                        new StoreFolder(folder),
                        loaded.configuration().interactionHistory(),
                        data.configured.metrics(),
                        LIMITS,
                        UnpackLimits.defaults());
        assertThat(importer.run(request, SILENT).files())
                .allSatisfy(each -> assertThat(each.kept()).as("%s", each).isPositive());
        return data;
    }

    DataSample sample() {
        return new DataSample(
                DuckDbSample.ofInteractions(interactions::ask).summary(),
                DuckDbSample.ofHoldings(holdings::ask).summary());
    }

    ConfiguredReports reports() {
        return new ConfiguredReports(
                configured.configuration(),
                configured.metrics(),
                interactions.now().cubes(),
                holdings.now().customers(),
                fits);
    }

    List<String> reportKeys() {
        return configured.configuration().reports().stream()
                .map(report -> report.key())
                .toList();
    }

    @Override
    public void close() {
        fits.close();
        interactions.close();
        holdings.close();
    }
}
