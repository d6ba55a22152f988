package com.cdhdashboard.app.trial;

import com.cdhdashboard.core.config.LoadedConfiguration;
import com.cdhdashboard.core.error.UserException;
import java.nio.file.Path;
import java.util.List;

/** Imports files by a configuration into a store of their own. */
public interface Trials {
    /** Imports nothing. */
    Trials NONE = (configuration, files, folder) -> {
        throw new UserException("Files cannot be looked at here; import them instead");
    };

    /**
     * Imports files, of whatever kind of data each is.
     *
     * @param folder an empty folder for the store, which whoever asks removes after the trial is closed
     * @throws com.cdhdashboard.core.error.UserException where no row of them could be read, with the reason
     */
    Trial of(LoadedConfiguration configuration, List<Path> files, Path folder);
}
