package com.cdhdashboard.core.ingest;

import static java.util.Objects.requireNonNull;

import com.cdhdashboard.core.config.TableOptions;
import com.cdhdashboard.core.ingest.find.SourceFile;
import java.nio.file.Path;
import java.util.List;

/**
 * What to import.
 *
 * @param paths files, and folders below which {@code file_pattern} selects files
 * @param replace whether a file that changed since it was imported takes the place of what it gave before
 * @param removeExisting whether everything imported before is removed first
 * @param tables how CSV files and workbooks are read, before what the configuration says
 * @param keepOpen whether no day of decision becomes final
 * @param sample which sample of the rows is kept
 * @param chosen files at these paths that were found already and are all that is imported; empty: to be found
 */
public record ImportRequest(
        List<Path> paths,
        boolean replace,
        boolean removeExisting,
        TableOptions tables,
        boolean keepOpen,
        SampleChoice sample,
        List<SourceFile> chosen) {
    public ImportRequest {
        paths = List.copyOf(paths);
        requireNonNull(tables, "tables");
        requireNonNull(sample, "sample");
        chosen = List.copyOf(chosen);
    }

    public ImportRequest(
            List<Path> paths, boolean replace, boolean removeExisting, TableOptions tables, boolean keepOpen) {
        this(paths, replace, removeExisting, tables, keepOpen, SampleChoice.WITHOUT_PEOPLE, List.of());
    }

    public ImportRequest(List<Path> paths, boolean replace, boolean removeExisting, TableOptions tables) {
        this(paths, replace, removeExisting, tables, false, SampleChoice.WITHOUT_PEOPLE, List.of());
    }

    public ImportRequest(List<Path> paths, boolean replace, boolean removeExisting) {
        this(paths, replace, removeExisting, TableOptions.RECOGNISED);
    }

    /** The same with another sample. */
    public ImportRequest with(SampleChoice choice) {
        return new ImportRequest(paths, replace, removeExisting, tables, keepOpen, choice, chosen);
    }

    /** The same for some of the files alone, beside what was imported before. */
    public ImportRequest only(List<SourceFile> files) {
        return new ImportRequest(paths, replace, false, tables, keepOpen, sample, files);
    }

    /** The same for files at other places. */
    public ImportRequest at(List<Path> places) {
        return new ImportRequest(places, replace, removeExisting, tables, keepOpen, sample, chosen);
    }

    /** Whether this file was named itself, not found in a folder. */
    public boolean names(SourceFile file) {
        return paths.contains(file.path());
    }

    /** Whether files are read again though their content is known, as it was read in the wrong way. */
    public boolean readAgain() {
        return replace && !tables.equals(TableOptions.RECOGNISED);
    }
}
