package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.ingest.Format;
import com.cdhdashboard.duckdb.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parts that the engine reads as one table: of one format, and of the same columns where files say themselves what they
 * have. The types are the engine's own, as it would turn those of all files into those of the first. CSV files stay alone, as each may be written in its own way.
 *
 * @param columns of the files, with the engine's names of their types; empty for JSON, of which any column can be asked for
 */
record PartGroup(Format format, Map<String, String> columns, List<FilePart> parts) {
    PartGroup {
        parts = List.copyOf(parts);
    }

    /** What parts of one group have in common; {@code place} is 0 but for those that stay alone. */
    private record Likeness(Format format, Map<String, String> columns, int place) {}

    /**
     * The groups in the order of their first parts.
     *
     * @param raw names of the columns that will be read
     */
    static List<PartGroup> of(Session session, List<FilePart> parts, Set<String> raw, boolean hive) {
        Map<Likeness, List<FilePart>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            FilePart part = parts.get(i);
            Map<String, String> columns =
                    PartSql.isJson(part.part()) ? Map.of() : PartSql.columns(session, part.part(), hive);
            boolean alone = part.part().format() == Format.CSV || hidesPlace(columns.keySet()) || hidesPlace(raw);
            Likeness likeness = new Likeness(part.part().format(), columns, alone ? i + 1 : 0);
            groups.computeIfAbsent(likeness, key -> new ArrayList<>()).add(part);
        }
        return groups.entrySet().stream()
                .map(group ->
                        new PartGroup(group.getKey().format(), group.getKey().columns(), group.getValue()))
                .toList();
    }

    /** How large the files are together. */
    long bytes() {
        return parts.stream()
                .mapToLong(part -> part.part().file().toFile().length())
                .sum();
    }

    /** Whether a column bears the name by which the engine tells files apart. */
    private static boolean hidesPlace(Set<String> columns) {
        return columns.stream().anyMatch(PartSql.PLACE::equalsIgnoreCase);
    }
}
