package com.cdhdashboard.app.start;

import com.cdhdashboard.app.sample.SampleExport;
import com.cdhdashboard.app.sample.SampleSettings;
import com.cdhdashboard.core.config.Configuration;
import com.cdhdashboard.core.config.change.ConfigurationChange.Made;
import com.cdhdashboard.core.config.change.Definitions;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.file.WholeFile;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.duckdb.imports.DuckDbImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The demo data of a configuration that shows them: made by this program, and imported by this configuration into stores
 * that hold nothing else. A file beside them says that all of it was done.
 *
 * @param settings what the data are made from
 */
record DemoData(Stores stores, Stores.Chosen chosen, SampleSettings settings) implements Importer {
    private static final String EXPORT = "export";
    private static final String COMPLETE = "demo-complete";

    private static final String NO_METRICS =
            "the configuration has no metric, so nothing can be counted from the demo data; add a table such as"
                    + " [metrics.engagement]";

    private Path folder() {
        return stores.interactions().root();
    }

    private SampleExport export() {
        return new SampleExport(folder().resolve(EXPORT));
    }

    /** Whether the stores hold the demo data, as this or another configuration defines its metrics. */
    boolean isThere() {
        return Files.exists(folder().resolve(COMPLETE)) && export().holds(settings);
    }

    /** Whether the stores hold the demo data as the configuration defines its metrics. */
    boolean isCurrent() {
        Configuration configuration = stores.configured().configuration();
        Made made = Stores.made(chosen, configuration);
        return isThere()
                && covers(made.interactions(), Definitions.ofInteractions(configuration))
                && (stores.configured().customerMetrics().isEmpty()
                        || covers(made.holdings(), Definitions.ofHoldings(configuration)));
    }

    private static boolean covers(Optional<Definitions> made, Definitions wanted) {
        return made.filter(definitions -> definitions.cover(wanted)).isPresent();
    }

    /** Takes the place of all that the stores hold. Paths are not asked for. */
    @Override
    public ImportSummary run(ImportRequest request, ImportListener listener) {
        try {
            Files.createDirectories(folder());
            Files.deleteIfExists(folder().resolve(COMPLETE));
            make(listener);
            ImportSummary summary = importAll(listener);
            if (summary.complete()) {
                WholeFile.write(folder().resolve(COMPLETE), "");
            }
            return summary;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(ImportListener listener) {
        long since = System.nanoTime();
        if (!export().holds(settings)) {
            export().write(
                            settings,
                            done -> listener.progressed(new ImportProgress(
                                    "making demo data",
                                    done,
                                    settings.days(),
                                    0,
                                    0,
                                    0,
                                    Duration.ofNanos(System.nanoTime() - since))));
        }
    }

    private ImportSummary importAll(ImportListener listener) throws IOException {
        Optional<ImportSummary> interactions = stores.configured().metrics().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        stores.interactionImporter(chosen.interactions()).run(all(export().interactions()), listener));
        Optional<DuckDbImporter> importer = stores.holdingImporter(chosen.holdings());
        if (importer.isEmpty() || interactions.filter(ImportSummary::cancelled).isPresent()) {
            return interactions.orElseThrow(() -> new UserException(NO_METRICS));
        }
        ImportSummary holdings = importer.get().run(all(export().holdings()), listener);
        return interactions.map(first -> VersionImport.joined(first, holdings)).orElse(holdings);
    }

    /** Files by name, as the pattern of the configuration is one of its own files. */
    private static ImportRequest all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ImportRequest(files.sorted().toList(), false, true);
        }
    }
}
