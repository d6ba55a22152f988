package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.ingest.Format;
import com.cdhdashboard.core.ingest.Part;
import com.cdhdashboard.duckdb.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parts that the engine reads as one table: of one format, with columns of the same names, and of the very same types
 * where files say themselves what they have, as the engine reads all as it reads the first.
 *
 * @param columns of the files with the engine's types; empty for JSON, of which any column can be asked for
 * @param folder the values of columns that stand in the names of folders, by raw name
 * @param raw what the columns that are read are called in the files, by name
 */
record PartGroup(
        Format format,
        Map<String, String> columns,
        Map<String, String> folder,
        Map<String, String> raw,
        List<FilePart> parts) {
    PartGroup {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        folder = Collections.unmodifiableMap(new LinkedHashMap<>(folder));
        raw = Collections.unmodifiableMap(new LinkedHashMap<>(raw));
        parts = List.copyOf(parts);
    }

    /** What parts of one group have in common; {@code place} is 0 but for those that stay alone. */
    private record Likeness(
            Format format,
            Map<String, String> columns,
            Map<String, String> folder,
            Map<String, String> raw,
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
        Map<String, String> columns = json ? Map.of() : PartSql.columns(session, part, reading.hive());
        Map<String, String> folder =
                new LinkedHashMap<>(json ? Map.of() : FolderValues.of(part).byName());
        folder.keySet().removeIf(name -> !FolderValues.TYPE.equals(columns.get(name)));
        Map<String, String> called = reading.names().of(part, columns.keySet());
        Map<String, String> raw = new LinkedHashMap<>();
        for (SourceColumn column : reading.columns()) {
            Optional.ofNullable(called.get(column.name())).ifPresent(name -> raw.put(column.name(), name));
        }
        folder.keySet().retainAll(raw.values());
        boolean alone = hidesPlace(columns.keySet()) || hidesPlace(raw.values());
        return new Likeness(part.format(), columns, folder, raw, alone ? place : 0);
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
