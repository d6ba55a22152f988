package com.cdhdashboard.duckdb.imports.column;

import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.core.ingest.row.ColumnNaming;
import com.cdhdashboard.core.ingest.row.RowByRowReader;
import java.util.ArrayList;
import java.util.Collection;
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
public final class SourceNames {
    private final Map<String, String> spellings = new LinkedHashMap<>();
    private final Map<SourceFile, Map<String, List<String>>> byFile = new LinkedHashMap<>();
    private final Map<SourceFile, Map<Set<String>, Map<String, List<String>>>> byForm = new LinkedHashMap<>();
    private final Map<SourceFile, MemberNames> members;
    private final Map<String, List<String>> usual = new LinkedHashMap<>();

    /**
     * Names the columns of files.
     *
     * @param known names that are spelled as they are here, the first of several that differ only in case
     * @param members the names in the members of files that have some and were looked at
     */
    public SourceNames(Collection<String> known, Collection<FileColumns> files, Map<SourceFile, MemberNames> members) {
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
        Map<Set<String>, Map<String, List<String>>> named = new LinkedHashMap<>();
        List<Set<String>> forms = membersOf(file.file()).forms();
        if (forms.size() > 1) {
            forms.forEach(form -> named.put(form, named(form)));
        } else {
            Set<String> all = new LinkedHashSet<>(file.rawNames());
            named.put(all, named(all));
        }
        Map<String, List<String>> raws = new LinkedHashMap<>();
        named.values().forEach(form -> form.forEach(raws::putIfAbsent));
        byForm.put(file.file(), named);
        byFile.put(file.file(), raws);
        raws.forEach(usual::putIfAbsent);
    }

    private MemberNames membersOf(SourceFile file) {
        return members.getOrDefault(file, new MemberNames());
    }

    /** The raw names of the columns of a file that was looked at, by name. */
    public Map<String, List<String>> of(SourceFile file) {
        return byFile.getOrDefault(file, Map.of());
    }

    /** The raw names of the columns of a file, by name, in each form that members of it have; without members in one. */
    public List<Map<String, List<String>>> forms(SourceFile file) {
        return new ArrayList<>(byForm.getOrDefault(file, Map.of()).values());
    }

    /** {@link #forms} with what rows may have beside that. */
    public Set<Map<String, List<String>>> called(SourceFile file) {
        return forms(file).stream().map(this::withUsual).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A row may have a column that no row before it had, which is then called as in other files. */
    private Map<String, List<String>> withUsual(Map<String, List<String>> form) {
        Map<String, List<String>> raws = new LinkedHashMap<>(form);
        Set<String> taken = form.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        usual.forEach((name, some) -> {
            if (some.stream().noneMatch(taken::contains)) {
                raws.putIfAbsent(name, some.subList(0, 1));
            }
        });
        return raws;
    }

    /**
     * The raw names of the columns of a part, by name.
     *
     * @param columns that the part has itself; of JSON none
     */
    public Map<String, List<String>> of(Part part, Collection<String> columns) {
        if (part.format() != Format.NDJSON) {
            return named(columns);
        }
        SourceFile file = part.origin();
        Map<String, List<String>> form =
                byForm.getOrDefault(file, Map.of()).getOrDefault(membersOf(file).of(part.member()), of(file));
        Map<String, List<String>> raws = withUsual(form);
        raws.put(RowByRowReader.ROW, List.of(RowByRowReader.ROW));
        return raws;
    }

    /** The raw names by name; of several that come to one name the first counts, and the next where it holds no value. */
    public Map<String, List<String>> named(Collection<String> columns) {
        return ColumnNaming.of(columns, spellings);
    }
}
