package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.column.SourceNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parts that the engine reads as one table: of one format, with columns of the same names, and of the very same types
 * where files say themselves what they have, as the engine reads all as it reads the first.
 *
 * @param columns of the files; none for JSON, of which any column can be asked for
 * @param folder the values of columns that stand in the names of folders, by raw name
 * @param raw what the columns that are read are called by the engine, by name; the first that has a value counts
 */
record PartGroup(
        Format format,
        EngineColumns columns,
        Map<String, String> folder,
        Map<String, List<String>> raw,
        List<FilePart> parts) {
    PartGroup {
        folder = Collections.unmodifiableMap(new LinkedHashMap<>(folder));
        raw = Collections.unmodifiableMap(new LinkedHashMap<>(raw));
        parts = List.copyOf(parts);
    }

    /** What parts of one group have in common; {@code place} is 0 but for those that stay alone. */
    private record Likeness(
            Format format,
            EngineColumns columns,
            Map<String, String> folder,
            Map<String, List<String>> raw,
            int place) {}

    /** How the parts of an import are read: which columns, by what names, and whether folders give columns too. */
    record Reading(Collection<SourceColumn> columns, SourceNames names, boolean hive) {}

    /** The groups in the order of their first parts. */
    static List<PartGroup> of(Session session, List<FilePart> parts, Reading reading) {
        Map<Likeness, List<FilePart>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            FilePart part = parts.get(i);
            groups.computeIfAbsent(likeness(session, part.part(), i + 1, reading), key -> new ArrayList<>())
                    .add(part);
        }
        return groups.entrySet().stream()
                .map(group -> new PartGroup(
                        group.getKey().format(),
                        group.getKey().columns(),
                        group.getKey().folder(),
                        group.getKey().raw(),
                        group.getValue()))
                .toList();
    }

    private static Likeness likeness(Session session, Part part, int place, Reading reading) {
        boolean json = PartSql.isJson(part);
        EngineColumns columns = json ? EngineColumns.NONE : PartSql.columns(session, part, reading.hive());
        Map<String, String> folder =
                new LinkedHashMap<>(json ? Map.of() : FolderValues.of(part).byName());
        folder.keySet().removeIf(name -> !FolderValues.TYPE.equals(columns.type(name)));
        Map<String, List<String>> called = reading.names().of(part, columns.names());
        Map<String, List<String>> raw = new LinkedHashMap<>();
        for (SourceColumn column : reading.columns()) {
            Optional.ofNullable(called.get(column.name()))
                    .ifPresent(names -> raw.put(
                            column.name(),
                            json
                                    ? names
                                    : names.stream()
                                            .flatMap(name -> columns.called(name).stream())
                                            .toList()));
        }
        Set<String> all = raw.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        folder.keySet().retainAll(all);
        boolean alone = hidesPlace(columns.types().keySet()) || hidesPlace(all);
        return new Likeness(part.format(), columns, folder, raw, alone ? place : 0);
    }

    /** What the engine calls a column that is read; nothing where the files lack it. */
    List<String> raws(SourceColumn column) {
        return raw.getOrDefault(column.name(), List.of());
    }

    /** How large the files are together. */
    long bytes() {
        return parts.stream()
                .mapToLong(part -> part.part().file().toFile().length())
                .sum();
    }

    /** Whether a column bears the name by which the engine tells files apart. */
    private static boolean hidesPlace(Collection<String> columns) {
        return columns.stream().anyMatch(PartSql.PLACE::equalsIgnoreCase);
    }
}
