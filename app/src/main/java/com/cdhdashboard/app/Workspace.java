package com.cdhdashboard.app;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.app.configuration.ConfigurationApply;
import com.cdhdashboard.app.imports.KeptUploads;
import com.cdhdashboard.app.trial.Trials;
import com.cdhdashboard.core.bundle.BundleExporter;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.Importer;
import com.cdhdashboard.core.sample.NoSample;
import com.cdhdashboard.core.sample.SampleReader;
import com.cdhdashboard.core.snapshot.Configured;
import com.cdhdashboard.core.snapshot.Snapshot;
import java.util.Optional;

/**
 * A configuration over its store: everything pages, API and command line show. Safe for use by many threads. Another
 * configuration may take the place of the one before, so what belongs together is asked for in one {@link Snapshot}.
 */
public interface Workspace {
    /** The configuration as it is now. */
    Configured configured();

    /** The data as they are now; looking takes a moment, as another process may have published others. */
    Snapshot now();

    /** {@link #now} for someone who reads it for a while: its store stays open until it is let go. */
    default Held hold() {
        return new Held(now(), () -> {});
    }

    /** Imports interaction history. */
    Importer importer();

    /** Imports product holdings. */
    Importer holdingsImporter();

    /** The uploaded files that stay after their import; empty where none do. */
    default Optional<KeptUploads> keptUploads() {
        return Optional.empty();
    }

    /** How another configuration is put in the place of this one; empty where it cannot be. */
    default Optional<ConfigurationApply> apply() {
        return Optional.empty();
    }

    /** Writes what is published as a bundle. */
    default BundleExporter bundles() {
        return (selection, target) -> {
            throw new UserException(UserException.Kind.NOT_FOUND, "there is nothing to export; import files first");
        };
    }

    /** The sample of the rows of interaction history. */
    default SampleReader sample() {
        return new NoSample();
    }

    /** The sample of the rows of product holdings. */
    default SampleReader holdingsSample() {
        return new NoSample();
    }

    /** Where files are imported on trial. */
    default Trials trials() {
        return Trials.NONE;
    }

    /**
     * From now on questions come often, as to a server: they may be answered from memory where that is faster.
     *
     * @param among how many workspaces share the memory
     */
    default void holdInMemory(int among) {}

    /**
     * A snapshot in use.
     *
     * @param release to be called once, when nothing of it is read any more
     */
    record Held(Snapshot snapshot, Runnable release) {
        public Held {
            requireNonNull(snapshot, "snapshot");
            requireNonNull(release, "release");
        }
    }
}
