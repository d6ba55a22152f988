package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.app.configuration.ConfigurationPlace;
import com.cdhdashboard.app.trial.Trials;
import com.cdhdashboard.assistant.provider.Models;
import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.ingest.Importer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The port through which commands reach configurations, stores and the server. */
public interface Workspaces {
    /**
     * Reads and checks a configuration, with all that can be said without data.
     *
     * @throws com.cdhdashboard.core.error.UserException where there is no such file
     */
    LoadedConfiguration check(ConfigurationSource source);

    /**
     * Opens the store in a folder, which is made where it does not exist.
     *
     * @throws com.cdhdashboard.core.error.UserException where another program has it open or it cannot be written, or one
     *     of the same variant is open
     */
    OpenWorkspace open(ConfigurationSource source, Path data);

    /** Where files are imported on trial. */
    Trials trials();

    /**
     * Starts the web server over one workspace or several; returns when it answers.
     *
     * @param models that may be asked
     * @throws com.cdhdashboard.core.error.UserException where the port is taken
     */
    RunningServer serve(List<OpenWorkspace> open, ServerAddress address, Models models);

    /** The same, asking no models. */
    default RunningServer serve(List<OpenWorkspace> open, ServerAddress address) {
        return serve(open, address, Models.none());
    }

    /** A workspace that has to be closed again. */
    interface OpenWorkspace extends AutoCloseable {
        Workspace workspace();

        /** Where its configuration is read from, and what belongs to it is kept. */
        ConfigurationPlace place();

        /** Makes and imports the demo data; empty where none are shown, or they are there already. */
        default Optional<Importer> demoData() {
            return Optional.empty();
        }

        /** What it is called in addresses, where several are served. */
        default String slug() {
            return workspace().configured().configuration().variant().slug();
        }

        @Override
        void close();
    }

    /** A server that has to be closed again. */
    interface RunningServer extends AutoCloseable {
        /** Where a browser finds it. */
        String url();

        /** Returns when the server has ended. */
        void await() throws InterruptedException;

        @Override
        void close();
    }
}
