package com.cdhdashboard.duckdb.store;

import com.cdhdashboard.core.ingest.LoadedData;
import java.util.ArrayList;
import java.util.List;

/** Tells those who look at data that they may not be complete. */
public final class ImportNote {
    private ImportNote() {}

    /** What is loaded, with a note where an import has begun that has not ended. */
    public static LoadedData added(StoreFolder folder, LoadedData loaded) {
        if (!folder.importBegun()) {
            return loaded;
        }
        List<String> notes = new ArrayList<>(loaded.notes());
        notes.add("an import runs, or was interrupted; if none runs, start it again: it goes on after the last complete"
                + " file");
        return new LoadedData(
                loaded.files(),
                loaded.rows(),
                loaded.from(),
                loaded.to(),
                loaded.importedAt(),
                loaded.leftOut(),
                notes);
    }
}
