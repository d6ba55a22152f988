package com.cdhdashboard.duckdb.imports.schema;

import com.cdhdashboard.core.bundle.Definition;
import com.cdhdashboard.core.config.FileSelection;
import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.config.change.Definitions;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.imports.column.ColumnsSeen;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.late.DayZone;
import com.cdhdashboard.duckdb.imports.late.ImportMoment;
import com.cdhdashboard.duckdb.imports.row.PreparedRows;
import com.cdhdashboard.duckdb.store.StagingDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A kind of data that can be imported: everything in which one differs from the other. */
public interface DataKind {
    FileSelection files();

    /** The sections of the configuration that decide how rows are kept, for messages. */
    String sections();

    /** Types of columns that are known whatever the files show, by prepared name. */
    Map<String, ValueType> standardTypes();

    /** Prepared names as the configuration and the product spell them. */
    List<String> knownNames();

    /** Prepared names that every file must have, as they have no default. */
    List<String> required();

    /** How a file may call a column that it must have beside its name. */
    default Optional<String> other(String name) {
        return Optional.empty();
    }

    /** Prepared names that have a default. */
    Set<String> defaulted();

    /** The section of the configuration that gives defaults, for messages. */
    String defaultsSection();

    /** Prepared names of which a file of this kind has at least one; empty where its columns may be called anything. */
    List<String> telling();

    /** Prepared names of the columns that tell people apart. */
    Set<String> people();

    /** What such data are called, for messages. */
    String words();

    /** How the user says that files are of this kind. */
    String chosenBy();

    /** Whether a file with columns of these names is without doubt of this kind. */
    boolean isShownBy(ColumnsSeen columns);

    /** What the configured metrics count. */
    List<Definition> counts();

    /** Where the days of rows begin. */
    DayZone days();

    /** How CSV files and workbooks are read. */
    TableOptions tables();

    /** How the numbers are defined that come of such data. */
    Definitions definitions();

    /** A folder that is read beside the files. */
    default Optional<Path> beside() {
        return Optional.empty();
    }

    /** Prepares a database that has been opened for an import. */
    default void prepare(StagingDatabase database) {}

    /** The plan for files with these columns. */
    Staging plan(List<SourceColumn> sources, StagingDatabase database);

    /** How the rows of the files at hand are kept and published. */
    interface Staging {
        PreparedRows rows();

        /** What was switched off, and why. */
        List<String> notes();

        /**
         * Everything that rows of two imports must have in common to fit together, but for the types of columns that are
         * kept as they are: these may widen.
         */
        String planText();

        /** The dimensions of what is staged of each metric beside the buffer, by metric. */
        Map<String, List<Column>> dimensions();

        /** Publishes what is staged, and gives further notes. */
        List<String> publish(ImportMoment moment);
    }
}
