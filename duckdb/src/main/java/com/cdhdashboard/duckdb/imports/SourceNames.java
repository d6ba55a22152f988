package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.ingest.CarefulReader;
import com.cdhdashboard.core.ingest.ColumnNames;
import com.cdhdashboard.core.ingest.ColumnNaming;
import com.cdhdashboard.core.ingest.NamedColumn;
import com.cdhdashboard.core.ingest.Part;
import com.cdhdashboard.core.ingest.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of a store are called in each file. Every file is named by itself, so that {@code pxChannel} of one and
 * {@code CHANNEL} of another are the same column; of names that differ only in case, one is the column's.
 */
final class SourceNames {
    private final Map<String, String> spellings = new LinkedHashMap<>();
    private final Map<SourceFile, Map<String, String>> byFile = new LinkedHashMap<>();
    private final Map<String, String> usual = new LinkedHashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /**
     * Names the columns of files.
     *
     * @param known names that are spelled as they are here, the first of several that differ only in case
     */
    SourceNames(Collection<String> known, Collection<FileColumns> files) {
        known.forEach(name -> spellings.putIfAbsent(ColumnNaming.lower(name), name));
        files.stream()
                .flatMap(file -> file.rawNames().stream())
                .map(ColumnNaming::shortName)
                .sorted(ColumnNaming.bySpelling())
                .forEach(name -> spellings.putIfAbsent(ColumnNaming.lower(name), name));
        for (FileColumns file : files) {
            Map<String, String> raws = named(file.rawNames());
            byFile.put(file.file(), raws);
            raws.forEach(usual::putIfAbsent);
        }
    }

    /** What is to be said of columns that come to the same name. */
    List<String> warnings() {
        return new ArrayList<>(warnings);
    }

    /** The raw names of the columns of a file that was looked at, by name. */
    Map<String, String> of(SourceFile file) {
        return byFile.getOrDefault(file, Map.of());
    }

    /**
     * The raw names of the columns of JSON rows of a file, by name. A row may have a column that no row before it had, which
     * is then called as in other files.
     */
    Map<String, String> called(SourceFile file) {
        Map<String, String> raws = new LinkedHashMap<>(of(file));
        Set<String> taken = new HashSet<>(raws.values());
        usual.forEach((name, raw) -> {
            if (!taken.contains(raw)) {
                raws.putIfAbsent(name, raw);
            }
        });
        return raws;
    }

    /**
     * The raw names of the columns of a part, by name.
     *
     * @param columns that the part has itself; of JSON none
     */
    Map<String, String> of(Part part, Collection<String> columns) {
        if (!PartSql.isJson(part)) {
            return named(columns);
        }
        Map<String, String> raws = called(part.origin());
        raws.put(CarefulReader.ROW, CarefulReader.ROW);
        return raws;
    }

    /**
     * The raw names by name. The engine takes upper and lower case for the same, so of columns that differ in nothing else one is
     * read.
     */
    Map<String, String> named(Collection<String> columns) {
        ColumnNames names = ColumnNaming.of(List.copyOf(columns), spellings);
        warnings.addAll(names.warnings());
        Map<String, String> raws = new LinkedHashMap<>();
        Set<String> distinct = new HashSet<>();
        names.columns().stream()
                .sorted(Comparator.comparing(column -> !isOwner(column)))
                .forEach(column -> {
                    if (distinct.add(ColumnNaming.lower(column.name()))) {
                        raws.put(column.name(), column.raw());
                    } else {
                        warnings.add("column " + column.raw()
                                + " is not read: its name differs from another's only in upper and lower case");
                    }
                });
        return raws;
    }

    private boolean isOwner(NamedColumn column) {
        return column.name().equals(spellings.get(ColumnNaming.lower(column.name())));
    }
}
