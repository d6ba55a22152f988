package com.cdhdashboard.app.start;

import com.cdhdashboard.app.trial.Trial;
import com.cdhdashboard.app.trial.Trials;
import com.cdhdashboard.assistant.draft.DataSample;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.FileSummary;
import com.cdhdashboard.core.ingest.ImportListener;
import com.cdhdashboard.core.ingest.ImportProgress;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.List;

/** Trials in stores on disk, by the importer that all imports go through. */
record StoreTrials() implements Trials {
    private static final ImportListener SILENT = new ImportListener() {
        @Override
        public void progressed(ImportProgress progress) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    @Override
    public Trial of(LoadedConfiguration configuration, List<Path> files, Path folder) {
        Stores stores = Stores.of(configuration, folder);
        StoreWorkspace store = StoreWorkspace.open(stores, stores.chosen(), "");
        try {
            requireRows(store.importer().run(new ImportRequest(files, false, false), SILENT));
            return new StoreTrial(store);
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    private static void requireRows(ImportSummary summary) {
        if (summary.files().stream().noneMatch(file -> file.kept() > 0)) {
            String reason = summary.files().stream()
                    .flatMap(file -> file.message().stream())
                    .findFirst()
                    .orElse("it holds no rows");
            String file =
                    summary.files().stream().findFirst().map(FileSummary::file).orElse("The sample");
            throw new UserException(file + " is no sample: " + reason);
        }
    }

    private record StoreTrial(StoreWorkspace store) implements Trial {
        @Override
        public DataSample sample() {
            return new DataSample(
                    store.sample().summary(), store.holdingsSample().summary());
        }

        @Override
        public Snapshot now() {
            return store.now();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
