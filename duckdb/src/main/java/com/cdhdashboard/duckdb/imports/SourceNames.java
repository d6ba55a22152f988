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
import java.util.stream.Collectors;

/**
 * What the columns of a store are called in each file. Every file is named by itself, so that {@code pxChannel} of one and
 * {@code CHANNEL} of another are the same column; of names that differ only in case, one is the column's.
 */
final class SourceNames {
    private final Map<String, String> spellings = new LinkedHashMap<>();
    private final Map<SourceFile, Map<String, String>> byFile = new LinkedHashMap<>();
    private final Map<SourceFile, Map<Set<String>, Map<String, String>>> byForm = new LinkedHashMap<>();
    private final Map<SourceFile, MemberNames> members;
    private final Map<String, String> usual = new LinkedHashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /**
     * Names the columns of files.
     *
     * @param known names that are spelled as they are here, the first of several that differ only in case
     * @param members the names in the members of files that have some and were looked at
     */
    SourceNames(Collection<String> known, Collection<FileColumns> files, Map<SourceFile, MemberNames> members) {
        this.members = members;
        known.forEach(name -> spellings.putIfAbsent(ColumnNaming.lower(name), name));
        files.stream()
                .flatMap(file -> file.rawNames().stream())
                .map(ColumnNaming::shortName)
                .sorted(ColumnNaming.bySpelling())
                .forEach(name -> spellings.putIfAbsent(ColumnNaming.lower(name), name));
        for (FileColumns file : files) {
            name(file);
        }
    }

    private void name(FileColumns file) {
        Map<Set<String>, Map<String, String>> named = new LinkedHashMap<>();
        List<Set<String>> forms = membersOf(file.file()).forms();
        if (forms.size() > 1) {
            forms.forEach(form -> named.put(form, named(form)));
        } else {
            Set<String> all = new LinkedHashSet<>(file.rawNames());
            named.put(all, named(all));
        }
        Map<String, String> raws = new LinkedHashMap<>();
        named.values().forEach(form -> form.forEach(raws::putIfAbsent));
        byForm.put(file.file(), named);
        byFile.put(file.file(), raws);
        raws.forEach(usual::putIfAbsent);
    }

    private MemberNames membersOf(SourceFile file) {
        return members.getOrDefault(file, new MemberNames());
    }

    /** What is to be said of columns that come to the same name. */
    List<String> warnings() {
        return new ArrayList<>(warnings);
    }

    /** The raw names of the columns of a file that was looked at, by name. */
    Map<String, String> of(SourceFile file) {
        return byFile.getOrDefault(file, Map.of());
    }

    /** The raw names of the columns of a file, by name, in each form that members of it have; without members in one. */
    List<Map<String, String>> forms(SourceFile file) {
        return new ArrayList<>(byForm.getOrDefault(file, Map.of()).values());
    }

    /** {@link #forms} with what rows may have beside that. */
    Set<Map<String, String>> called(SourceFile file) {
        return forms(file).stream().map(this::withUsual).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A row may have a column that no row before it had, which is then called as in other files. */
    private Map<String, String> withUsual(Map<String, String> form) {
        Map<String, String> raws = new LinkedHashMap<>(form);
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
        SourceFile file = part.origin();
        Map<String, String> form =
                byForm.getOrDefault(file, Map.of()).getOrDefault(membersOf(file).of(part.member()), of(file));
        Map<String, String> raws = withUsual(form);
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
