package com.cdhdashboard.bench.process;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.app.sample.ExportFormat;
import com.cdhdashboard.app.sample.SampleExport;
import com.cdhdashboard.app.sample.SampleSettings;
import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.customer.CustomerStore;
import com.cdhdashboard.duckdb.store.PublishedStore;
import com.cdhdashboard.duckdb.store.StoreFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folder measurements work in. Exports and the store of pages are made once and kept; everything else is made anew.
 *
 * @param say where to tell what takes long
 */
public record Workbench(Path folder, Product product, PrintStream say) {
    /** The name of the variant in all configurations here, and so of the store's folder. */
    private static final String VARIANT = "bench";

    public Workbench {
        folder = folder.toAbsolutePath().normalize();
        requireNonNull(product, "product");
        requireNonNull(say, "say");
        create(folder);
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of interaction history of an export with exactly so many rows. */
    public Path interactions(ExportFormat format, long rows, int days) {
        String name = "sample-" + format.name().toLowerCase(Locale.ROOT) + "-" + rows + "-" + days;
        SampleExport export = new SampleExport(folder.resolve(name));
        SampleSettings settings = new SampleSettings(
                days,
                SampleSettings.DEFAULT_END,
                SampleSettings.Size.ofRows(rows),
                SampleSettings.DEFAULT_SEED,
                format);
        if (!export.holds(settings)) {
            say.println("making an export of " + rows + " rows ...");
            export.write(settings, done -> {});
        }
        return export.interactions();
    }

    /** The folder of an export of exactly so many product holdings, made once. */
    public Path holdings(ExportFormat format, long rows) {
        Path made = folder.resolve("holdings-" + format.name().toLowerCase(Locale.ROOT) + "-" + rows);
        Path complete = made.resolve("customers");
        Path files = made.resolve("files");
        try {
            if (!Files.exists(complete)) {
                say.println("making an export of " + rows + " holdings ...");
                remove(made);
                long customers = new HoldingsFiles(rows).write(Files.createDirectories(files), format);
                Files.writeString(complete, Long.toString(customers));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A configuration of the measurements, as a file. */
    public Path configuration(String name) {
        Path file = folder.resolve(name);
        try (InputStream resource = Workbench.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalArgumentException("there is no configuration " + name);
            }
            Files.write(file, resource.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Configuration read(String name) {
        return ConfigurationCheck.check(ConfigurationReader.read(configuration(name)))
                .configuration();
    }

    /** Imports into a data folder; the caller sees to it that the folder is as it should be. */
    public Child importInto(Path data, String configuration, Path export) {
        List<String> command = product.command(
                "import",
                "--config",
                configuration(configuration).toString(),
                "--data",
                data.toString(),
                export.toString());
        return Child.run(command, log("import"));
    }

    /** The cubes of a data folder. */
    public static PublishedStore store(Path data) {
        return new PublishedStore(cubes(data), EngineLimits.forReading());
    }

    /** Where a data folder keeps cubes. */
    public static StoreFolder cubes(Path data) {
        return new StoreFolder(data.resolve(VARIANT));
    }

    /** Where a data folder keeps product holdings. */
    public static Path holdings(Path data) {
        return data.resolve(VARIANT).resolve("holdings");
    }

    /** The customers of a data folder. */
    public static CustomerStore customers(Path data) {
        return new CustomerStore(new StoreFolder(holdings(data)), EngineLimits.forReading());
    }

    public Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /** A folder with nothing in it. */
    public Path emptyFolder(String name) {
        Path empty = folder.resolve(name);
        try {
            remove(empty);
            return Files.createDirectories(empty);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
