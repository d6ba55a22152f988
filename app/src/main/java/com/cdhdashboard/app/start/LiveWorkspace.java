package com.cdhdashboard.app.start;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.configuration.ConfigurationApply;
import com.cdhdashboard.app.imports.KeptUploads;
import com.cdhdashboard.app.trial.Trials;
import com.cdhdashboard.core.bundle.BundleExporter;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.sample.SampleReader;
import com.cdhdashboard.core.snapshot.Configured;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A workspace in whose place another can be put while it is read. Each request keeps the one that it began with, and the
 * one before is closed when the last of its requests has ended.
 */
final class LiveWorkspace implements Workspace, AutoCloseable {
    private final List<Generation> replaced = new ArrayList<>();
    private Generation current;
    /** Among how many the memory is shared; 0 as long as questions come seldom. */
    private int often;

    private Optional<ConfigurationApply> apply = Optional.empty();

    LiveWorkspace(StoreWorkspace first) {
        this.current = new Generation(first, () -> {});
    }

    /** How others are put in its place. */
    synchronized void applyBy(ConfigurationApply by) {
        apply = Optional.of(by);
    }

    @Override
    public synchronized Optional<ConfigurationApply> apply() {
        return apply;
    }

    synchronized Stores.Chosen chosen() {
        return current.store.chosen();
    }

    /** A workspace with the number of those who read it. */
    private static final class Generation {
        private final StoreWorkspace store;
        private Runnable closed;
        private int readers;

        Generation(StoreWorkspace store, Runnable closed) {
            this.store = store;
            this.closed = closed;
        }

        void close() {
            store.close();
            closed.run();
        }
    }

    private synchronized StoreWorkspace current() {
        return current.store;
    }

    @Override
    public Configured configured() {
        return current().configured();
    }

    @Override
    public Snapshot now() {
        return current().now();
    }

    @Override
    public Held hold() {
        Generation read = begin();
        try {
            return new Held(read.store.now(), () -> end(read));
        } catch (RuntimeException | Error e) {
            end(read);
            throw e;
        }
    }

    private synchronized Generation begin() {
        current.readers++;
        return current;
    }

    private void end(Generation read) {
        if (isLast(read)) {
            read.close();
        }
    }

    private synchronized boolean isLast(Generation read) {
        read.readers--;
        return read.readers == 0 && replaced.remove(read);
    }

    /**
     * Puts another workspace in the place of the current one, from the next request on.
     *
     * @param closed done when the one before is closed
     */
    void replace(StoreWorkspace next, Runnable closed) {
        swap(next, closed).ifPresent(Generation::close);
    }

    /** The one before, where nobody reads it. */
    private synchronized Optional<Generation> swap(StoreWorkspace next, Runnable closed) {
        if (often > 0) {
            next.holdInMemory(often);
        }
        Generation before = current;
        before.closed = closed;
        current = new Generation(next, () -> {});
        if (before.readers == 0) {
            return Optional.of(before);
        }
        replaced.add(before);
        return Optional.empty();
    }

    @Override
    public Importer importer() {
        return current().importer();
    }

    @Override
    public Importer holdingsImporter() {
        return current().holdingsImporter();
    }

    @Override
    public Optional<KeptUploads> keptUploads() {
        return current().keptUploads();
    }

    @Override
    public BundleExporter bundles() {
        return current().bundles();
    }

    @Override
    public Trials trials() {
        return new StoreTrials();
    }

    @Override
    public SampleReader sample() {
        return current().sample();
    }

    @Override
    public SampleReader holdingsSample() {
        return current().holdingsSample();
    }

    @Override
    public synchronized void holdInMemory(int among) {
        often = among;
        current.store.holdInMemory(among);
    }

    /** Closes all, also those that are still read. */
    @Override
    public synchronized void close() {
        replaced.forEach(Generation::close);
        replaced.clear();
        current.close();
    }
}
