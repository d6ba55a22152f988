package com.cdhdashboard.app.start;

import com.cdhdashboard.app.configuration.ConfigurationApply;
import com.cdhdashboard.app.configuration.ConfigurationPlace;
import com.cdhdashboard.app.configuration.TextHash;
import com.cdhdashboard.app.imports.ImportJobs;
import com.cdhdashboard.app.imports.JobView;
import com.cdhdashboard.app.sample.SampleSettings;
import com.cdhdashboard.core.check.ConfigurationCheck;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.config.change.ConfigurationChange;
import com.cdhdashboard.core.config.read.ConfigurationReader;
import com.cdhdashboard.core.error.Severity;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.core.ingest.ImportRequest;
import com.cdhdashboard.core.ingest.ImportSummary;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.duckdb.imports.ledger.KnownSources;
import com.cdhdashboard.duckdb.store.ImportLock;
import com.cdhdashboard.duckdb.store.StoreFolder;
import com.cdhdashboard.duckdb.version.StoreVersions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Applies configurations to a workspace over stores. The one moment that counts is when the text is in its file: before,
 * a start finds the old configuration, and after it the new one, and each finds the versions of the stores that have its
 * numbers.
 */
final class StoreApply implements ConfigurationApply {
    private final ConfigurationPlace place;
    private final OpenNames names;
    private final SampleSettings demo;
    private final LiveWorkspace live;
    private final String first;
    private LoadedConfiguration loaded;

    StoreApply(
            ConfigurationPlace place,
            OpenNames names,
            SampleSettings demo,
            LoadedConfiguration loaded,
            LiveWorkspace live) {
        this.place = place;
        this.names = names;
        this.demo = demo;
        this.loaded = loaded;
        this.live = live;
        this.first = loaded.text();
    }

    /** What tells answers of this text from those of others, of one process. */
    private String mark(String text) {
        return text.equals(first) ? "" : "/" + TextHash.of(text).substring(0, 12);
    }

    @Override
    public synchronized Served served() {
        Path target = place.target();
        return new Served(loaded.text(), TextHash.of(loaded.text()), target, target.equals(place.beside()));
    }

    /** A text that can be served, over the stores that it has. */
    private record Next(LoadedConfiguration configuration, Stores stores, Stores.Chosen chosen) {}

    private Next next(String text) {
        String name = place.source().map(Path::toString).orElse("configuration.toml");
        LoadedConfiguration next = ConfigurationCheck.check(ConfigurationReader.read(text, name));
        next.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .findFirst()
                .ifPresent(problem -> {
                    throw new UserException("the configuration has errors and cannot be applied; the first is "
                            + problem.position()
                                    .map(position -> position + ": ")
                                    .orElse("")
                            + (problem.path().isEmpty() ? "" : problem.path() + ": ") + problem.message());
                });
        names.requireFree(place, next.configuration().variant());
        Stores stores = Stores.of(next, place.data());
        return new Next(next, stores, stores.chosen());
    }

    private synchronized ConfigurationChange change(Next next) {
        return ConfigurationChange.between(
                loaded, next.configuration(), Stores.made(next.chosen(), loaded.configuration()));
    }

    @Override
    public Plan plan(String text) {
        return plan(next(text));
    }

    private Plan plan(Next next) {
        ConfigurationChange change = change(next);
        List<KnownSources> sources = new ArrayList<>();
        Stores stores = next.stores();
        if (change.interactions().isDue()) {
            sources.add(sources(stores.interactions(), next.chosen().interactions(), stores));
        }
        if (change.holdings().isDue()) {
            sources.add(sources(stores.holdings(), next.chosen().holdings(), stores));
        }
        return new Plan(
                change,
                sources.stream().mapToInt(known -> known.files().size()).sum(),
                sources.stream().flatMap(known -> known.missing().stream()).toList(),
                stores.configured().demo() && !new DemoData(stores, next.chosen(), demo).isThere());
    }

    private static KnownSources sources(StoreVersions versions, StoreFolder version, Stores stores) {
        try (ImportLock lock = ImportLock.take(versions.first())) {
            return stores.sources(lock, version);
        }
    }

    @Override
    public Outcome apply(Order order, ImportJobs jobs, Consumer<Served> applied) {
        Next next = next(order.text());
        Optional<String> changed = changedSince(order.base());
        if (changed.isPresent()) {
            return new Outcome.Changed(changed.get());
        }
        // Files are looked at under the lock of the store, which a running import has
        jobs.whileIdle(() -> {});
        Plan plan = plan(next);
        if (plan.makesDemo()) {
            start(demoImport(next, order.base(), applied), "demo data", false, jobs);
            return new Outcome.Importing(plan);
        }
        if (!plan.change().needsImport() || order.withoutFiles()) {
            jobs.whileIdle(() -> serve(next, order.base(), applied));
            return new Outcome.Applied(served());
        }
        importAgain(next, plan, versions -> serve(with(next, versions), order.base(), applied), jobs);
        return new Outcome.Importing(plan);
    }

    private static void importAgain(Next next, Plan plan, Consumer<Stores.Chosen> complete, ImportJobs jobs) {
        if (!plan.missing().isEmpty()) {
            throw new UserException(
                    "metrics have to be counted again, which cannot be done from what is gone, is another by now,"
                            + " or has no rows: " + String.join(", ", plan.missing())
                            + "; put back what is gone, or apply without an import");
        }
        String words = "the changed configuration, from " + NumberText.count(plan.files())
                + (plan.files() == 1 ? " file" : " files");
        start(
                new ApplyingImport(next.stores(), next.chosen(), plan.change(), complete),
                words,
                !plan.change().interactions().isDue(),
                jobs);
    }

    private static void start(Importer importer, String words, boolean holdings, ImportJobs jobs) {
        jobs.start(importer, new ImportRequest(List.of(), false, false), new JobView.Source(words, holdings), () -> {});
    }

    private Importer demoImport(Next next, String base, Consumer<Served> applied) {
        DemoData data = new DemoData(next.stores(), next.chosen(), demo);
        return (request, listener) -> {
            ImportSummary summary = data.run(request, listener);
            if (summary.complete()) {
                serve(next, base, applied);
            }
            return summary;
        };
    }

    private static Next with(Next next, Stores.Chosen versions) {
        return new Next(next.configuration(), next.stores(), versions);
    }

    /** The text that is in the file, or is served, where it is not the one that an order was made of. */
    private synchronized Optional<String> changedSince(String base) {
        return Optional.of(place.text().orElseGet(loaded::text))
                .filter(text -> !TextHash.of(text).equals(base));
    }

    /** Writes the text, and then puts the workspace in place, which cannot fail. */
    private synchronized void serve(Next next, String base, Consumer<Served> applied) {
        if (changedSince(base).isPresent()) {
            throw new UserException("the configuration was changed by others meanwhile, so this one was not applied;"
                    + " open it again to see what they changed");
        }
        StoreWorkspace workspace = StoreWorkspace.open(
                next.stores(), next.chosen(), mark(next.configuration().text()));
        boolean written = false;
        try {
            workspace.now();
            names.rename(place, next.configuration().configuration().variant());
            place.write(next.configuration().text());
            written = true;
        } finally {
            if (!written) {
                names.rename(place, loaded.configuration().variant());
                workspace.close();
            }
        }
        Stores.Chosen before = live.chosen();
        loaded = next.configuration();
        live.replace(workspace, () -> removeUnread(next.stores(), before, next.chosen()));
        applied.accept(served());
    }

    /** Versions that another has taken the place of; a store of another variant stays. */
    private static void removeUnread(Stores stores, Stores.Chosen before, Stores.Chosen after) {
        removeUnread(stores.interactions(), before.interactions(), after.interactions());
        removeUnread(stores.holdings(), before.holdings(), after.holdings());
    }

    private static void removeUnread(StoreVersions versions, StoreFolder before, StoreFolder after) {
        boolean sameStore = before.lock().equals(after.lock());
        if (sameStore && !before.root().equals(after.root()) && Files.exists(before.root())) {
            versions.remove(before);
        }
    }
}
