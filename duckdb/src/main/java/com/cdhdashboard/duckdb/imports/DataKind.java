package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.store.GatheringDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kind of data that can be imported: everything in which one differs from the other. */
interface DataKind {
    FileSelection files();

    /** The sections of the configuration that decide how rows are kept, for messages. */
    String sections();

    /** Types of columns that are known whatever the files show, by prepared name. */
    Map<String, ValueType> standardTypes();

    /** Prepared names of which a file of this kind has at least one; empty where its columns may be called anything. */
    List<String> telling();

    /** How files of rows and columns are read; absent: CSV as the engine reads it, workbooks not at all. */
    Optional<TableOptions> tables();

    /** The plan for files with these columns. */
    Gathering plan(List<SourceColumn> sources, GatheringDatabase database);

    /** How the rows of the files at hand are kept and published. */
    interface Gathering {
        PreparedRows rows();

        /** What was switched off, and why. */
        List<String> notes();

        /** Everything that rows of two imports must have in common to fit together. */
        String planText();

        /** Publishes what is gathered, and gives further notes. */
        List<String> publish(ImportMoment moment);
    }
}
