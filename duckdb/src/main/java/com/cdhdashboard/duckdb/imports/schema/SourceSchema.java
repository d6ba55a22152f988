package com.cdhdashboard.duckdb.imports.schema;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.imports.column.ColumnShape;
import com.cdhdashboard.duckdb.imports.column.ColumnsSeen;
import com.cdhdashboard.duckdb.imports.column.FileColumns;
import com.cdhdashboard.duckdb.imports.column.MemberNames;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.column.SourceNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a store with their types: those it has, and what the files of an import show. Nothing depends on the order
 * of files or imports, as types only widen and every file is named by itself.
 */
public final class SourceSchema {
    private static final int COLUMNS_IN_MESSAGE = 30;

    private final Session session;
    private final DataKind kind;
    private final Map<SourceFile, FileColumns> shown = new LinkedHashMap<>();
    private final Map<SourceFile, MemberNames> members = new LinkedHashMap<>();
    private long changes;

    public SourceSchema(Session session, DataKind kind) {
        this.session = session;
        this.kind = kind;
    }

    /**
     * The columns of a store and of some files.
     *
     * @param added those that the store does not have yet
     */
    public record Columns(List<SourceColumn> all, Set<String> added, SourceNames names, List<String> warnings) {
        public Columns {
            all = List.copyOf(all);
            added = new LinkedHashSet<>(added);
            warnings = List.copyOf(warnings);
        }
    }

    /** Takes in what rows of a file show. */
    public void show(FileColumns columns) {
        FileColumns before = shown.get(columns.file());
        FileColumns after = shown.merge(columns.file(), columns, FileColumns::mergeWith);
        changes += after.equals(before) ? 0 : 1;
    }

    /** Takes in what rows of a member of a file show. */
    public void show(String member, FileColumns columns) {
        show(columns);
        boolean isNew = members.computeIfAbsent(columns.file(), file -> new MemberNames())
                .show(member, columns.rawNames());
        changes += isNew ? 1 : 0;
    }

    /** How often what is shown has changed. */
    long changes() {
        return changes;
    }

    /** The columns that a file has shown so far. */
    FileColumns shownBy(SourceFile file) {
        return shown.getOrDefault(file, FileColumns.none(file));
    }

    /** The columns that the store has. */
    List<SourceColumn> stored() {
        return session.list(
                "SELECT name, type, quoted, large FROM source_columns ORDER BY place",
                row -> new SourceColumn(
                        row.getString(1),
                        Optional.ofNullable(row.getString(2)).map(ValueType::valueOf),
                        row.getBoolean(3),
                        row.getBoolean(4)));
    }

    public void keep(List<SourceColumn> columns) {
        List<List<Object>> rows = new ArrayList<>();
        for (SourceColumn column : columns) {
            String type = column.type().map(ValueType::name).orElse("");
            rows.add(List.of(rows.size(), column.name(), type, column.quoted(), column.large()));
        }
        session.run("DELETE FROM source_columns");
        session.insert("INSERT INTO source_columns SELECT col0, col1, nullif(col2, ''), col3, col4 FROM ", rows);
    }

    /** The columns of the store together with those of files. */
    public Columns with(Collection<SourceFile> files) {
        List<SourceColumn> stored = stored();
        List<FileColumns> own = files.stream().map(this::shownBy).toList();
        Set<String> known = new LinkedHashSet<>();
        stored.forEach(column -> known.add(column.name()));
        known.addAll(kind.knownNames());
        SourceNames names = new SourceNames(known, own, members);
        Map<String, ColumnShape> shapes = new LinkedHashMap<>();
        stored.forEach(column -> shapes.put(column.name(), column.shape()));
        Set<String> added = new LinkedHashSet<>();
        for (FileColumns file : own) {
            names.forms(file.file())
                    .forEach(form -> form.forEach((name, raws) -> {
                        if (!shapes.containsKey(name)) {
                            added.add(name);
                        }
                        raws.forEach(raw -> shapes.merge(name, file.shape(raw), ColumnShape::mergeWith));
                    }));
        }
        List<SourceColumn> all = new ArrayList<>();
        shapes.forEach((name, shape) -> all.add(
                SourceColumn.seen(name, Optional.ofNullable(kind.standardTypes().get(name)), shape)));
        return new Columns(all, added, names, twiceInRows(own));
    }

    private static List<String> twiceInRows(List<FileColumns> files) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        files.forEach(columns -> columns.seen().forEach((raw, seen) -> {
            if (seen.twice()) {
                found.computeIfAbsent(raw, some -> new ArrayList<>())
                        .add(columns.file().name());
            }
        }));
        List<String> warnings = new ArrayList<>();
        found.forEach((raw, names) -> warnings.add("column \"" + raw + "\" stands twice in a row, first found in \""
                + names.get(0) + "\"; the last value of such a row counts"));
        return warnings;
    }

    /** Why a file that was read to its end cannot be taken: it lacks a column that rows are told apart by. */
    Optional<String> lacks(SourceFile file, SourceNames names) {
        FileColumns columns = shownBy(file);
        if (!columns.hasColumns()) {
            return Optional.empty();
        }
        Set<String> found = names.named(columns.rawNames()).keySet();
        List<String> missing = kind.required().stream()
                .filter(name -> !found.contains(name)
                        && kind.other(name).filter(found::contains).isEmpty())
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        List<String> some =
                found.stream().limit(COLUMNS_IN_MESSAGE).map(ColumnsSeen::shown).toList();
        return Optional.of("the file has no " + String.join(", ", missing) + ", which every row needs; found: "
                + String.join(", ", some) + (some.size() < found.size() ? ", …" : "")
                + ". Export it with these columns, or add defaults under " + kind.defaultsSection());
    }
}
