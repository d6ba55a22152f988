package com.cdhdashboard.bench.pages;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.app.sample.ExportFormat;
import com.cdhdashboard.bench.process.Server;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.duckdb.customer.CustomerStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A store of a million customers with five million holdings, made once and kept. */
public record CustomerFolder(Path data, long holdings, long customers) {
    static final String CONFIGURATION = "holdings.toml";
    static final String METRIC = "clv";

    private static final long HOLDINGS = 5_000_000;

    public CustomerFolder {
        requireNonNull(data, "data");
        if (!(customers > 0)) {
            throw new UserException("The store holds no customers.");
        }
    }

    /**
     * Opens the store, made first where there is none.
     *
     * @param rows holdings; absent: as many as the targets are stated for
     */
    public static CustomerFolder open(Workbench workbench, Optional<Long> rows) {
        long holdings = rows.orElse(HOLDINGS);
        Path data = workbench.folder().resolve("customers-" + holdings);
        Path complete = data.resolve("complete");
        try {
            String configuration = Files.readString(workbench.configuration(CONFIGURATION));
            if (!Files.exists(complete) || !Files.readString(complete).equals(configuration)) {
                Path export = workbench.holdings(ExportFormat.PARQUET, holdings);
                workbench.say().println("making the store of " + holdings + " holdings ...");
                workbench.emptyFolder(data.getFileName().toString());
                workbench.importInto(data, CONFIGURATION, export);
                Files.writeString(complete, configuration);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (CustomerStore store = Workbench.customers(data)) {
            long customers = store.customers().schema(METRIC).orElseThrow().customers();
            return new CustomerFolder(data, holdings, customers);
        }
    }

    /** Starts a server over the store. */
    Server serve(Workbench workbench) {
        List<String> command = workbench
                .product()
                .command(
                        "run",
                        "--config",
                        workbench.configuration(CONFIGURATION).toString(),
                        "--data",
                        data.toString(),
                        "--port",
                        "0");
        return Server.start(command, workbench.log("server"));
    }
}
