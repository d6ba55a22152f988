package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.archive.UnpackLimits;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.store.PublishedStore;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A store in a folder of a test, with the configuration it is filled by. */
final class TestingStore implements AutoCloseable {
    static final ImportListener SILENT = new ImportListener() {
        @Override
        public void progressed(ImportProgress progress) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    private final StoreFolder folder;
    private final Configuration configuration;
    private final PublishedStore published;

    TestingStore(Path folder, String toml) {
        this.folder = new StoreFolder(folder);
        this.configuration = ConfigurationReader.read(toml, "test.toml").configuration();
        this.published = new PublishedStore(this.folder, EngineLimits.forReading());
    }

    Configuration configuration() {
        return configuration;
    }

    StoreFolder folder() {
        return folder;
    }

    DuckDbImporter importer() {
        return importer(512);
    }

    /** With so much memory for the engine. */
    DuckDbImporter importer(int megabytes) {
        return new DuckDbImporter(
                folder,
                configuration.interactionHistory(),
                Metrics.of(configuration),
                EngineLimits.forImporting(megabytes),
                UnpackLimits.defaults());
    }

    ImportSummary add(Path... paths) {
        return add(new ImportRequest(List.of(paths), false, false));
    }

    ImportSummary add(ImportRequest request) {
        return importer().run(request, SILENT);
    }

    CubeReader cubes() {
        return published.cubes();
    }

    PublishedStore published() {
        return published;
    }

    /** The rows of published tables as texts, without their order; {@code condition} chooses by {@code table_name}. */
    Map<String, List<String>> tables(String condition) {
        return published
                .ask(session -> {
                    Map<String, List<String>> tables = new LinkedHashMap<>();
                    session.list(
                                    "SELECT table_name FROM duckdb_tables() WHERE " + condition
                                            + " ORDER BY table_name",
                                    row -> row.getString(1))
                            .forEach(table -> tables.put(
                                    table,
                                    session.list(
                                            "SELECT CAST(to_json(t) AS VARCHAR) FROM " + Sql.name(table)
                                                    + " t ORDER BY 1",
                                            row -> row.getString(1))));
                    return tables;
                })
                .orElseThrow();
    }

    @Override
    public void close() {
        published.close();
    }
}
