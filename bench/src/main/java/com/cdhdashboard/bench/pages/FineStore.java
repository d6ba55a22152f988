package com.cdhdashboard.bench.pages;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.app.sample.ExportFormat;
import com.cdhdashboard.bench.process.Workbench;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.CubeReader;
import com.cdhdashboard.core.cube.RollUp;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.metric.Metrics;
import com.cdhdashboard.duckdb.store.PublishedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A store whose largest cube has about 200,000 cells, made once and kept.
 *
 * @param cells of each cube, by metric
 */
public record FineStore(FineGrain grain, Path data, Configuration configuration, Map<String, Integer> cells) {
    private static final int DAYS = 90;
    private static final int FEWEST_CELLS = 180_000;
    private static final int MOST_CELLS = 220_000;

    public FineStore {
        requireNonNull(grain, "grain");
        requireNonNull(data, "data");
        requireNonNull(configuration, "configuration");
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /**
     * Opens the store, made first where there is none.
     *
     * @param rows of the export; absent: as many as give the cells the targets are stated for
     * @throws UserException where so many rows give another number of cells
     */
    public static FineStore open(Workbench workbench, FineGrain grain, Optional<Long> rows) {
        Configuration configuration = workbench.read(grain.configuration());
        Path data = data(workbench, grain, rows.orElse(grain.rows()));
        Map<String, Integer> cells = cells(data, configuration);
        int largest = cells.values().stream().reduce(0, Math::max);
        if (rows.isEmpty() && !(largest >= FEWEST_CELLS && largest <= MOST_CELLS)) {
            throw new UserException("The largest cube has " + largest + " cells, but must have between " + FEWEST_CELLS
                    + " and " + MOST_CELLS + "; change the number of rows it is made from.");
        }
        return new FineStore(grain, data, configuration, cells);
    }

    private static Path data(Workbench workbench, FineGrain grain, long rows) {
        Path folder = workbench.folder().resolve(grain.folder() + "-" + rows + "-" + DAYS);
        Path complete = folder.resolve("complete");
        try {
            String configuration = Files.readString(workbench.configuration(grain.configuration()));
            if (!Files.exists(complete) || !Files.readString(complete).equals(configuration)) {
                Path interactions = workbench.interactions(ExportFormat.ZIP, rows, DAYS);
                workbench.say().println("making the store of " + rows + " rows ...");
                Path empty = workbench.emptyFolder(folder.getFileName().toString());
                workbench.importInto(empty, grain.configuration(), interactions);
                Files.writeString(complete, configuration);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> cells(Path data, Configuration configuration) {
        Map<String, Integer> cells = new LinkedHashMap<>();
        try (PublishedStore store = Workbench.store(data)) {
            CubeReader cubes = store.cubes();
            Metrics.of(configuration)
                    .forEach(metric -> cubes.schema(metric.name()).ifPresent(schema -> {
                        List<String> all =
                                schema.dimensions().stream().map(Column::name).toList();
                        RollUp everything = new RollUp(metric.name(), all, List.of());
                        cells.put(metric.name(), cubes.rollUp(everything).rows().size());
                    }));
        }
        return cells;
    }
}
