package com.cdhdashboard.app.cli;

import com.cdhdashboard.app.Workspace;
import com.cdhdashboard.core.config.LoadedConfiguration;
import java.nio.file.Path;
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
     * @throws com.cdhdashboard.core.error.UserException where another program has it open or it cannot be written
     */
    OpenWorkspace open(ConfigurationSource source, Path data);

    /**
     * Starts the web server; returns when it answers.
     *
     * @throws com.cdhdashboard.core.error.UserException where the port is taken
     */
    RunningServer serve(OpenWorkspace workspace, ServerAddress address);

    /** A workspace that has to be closed again. */
    interface OpenWorkspace extends AutoCloseable {
        Workspace workspace();

        /** The folder of the store. */
        Path data();

        /** What is to be said at the start, where another configuration is used than the one that was named. */
        default Optional<String> note() {
            return Optional.empty();
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
