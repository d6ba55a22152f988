package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.ColumnNames;
import com.cdhdashboard.core.ingest.ColumnNaming;
import com.cdhdashboard.core.ingest.NamedColumn;
import com.cdhdashboard.core.ingest.Sniffed;
import com.cdhdashboard.core.ingest.SourceFile;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.SqlTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of the files of a store with their types. They are sniffed from all files of the first import together, so
 * that the order of files does not matter, and kept: later files are read with the same types.
 */
final class SourceSchema {
    private static final int NAMES_IN_WARNING = 3;

    private final Session session;
    private final FirstRows firstRows;
    private final DataKind kind;
    private final List<String> warnings = new ArrayList<>();
    private final Set<String> withEmpties = new HashSet<>();
    private final Set<String> distinctNames = new HashSet<>();

    SourceSchema(Session session, FirstRows firstRows, DataKind kind) {
        this.session = session;
        this.firstRows = firstRows;
        this.kind = kind;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    List<SourceColumn> columns(List<PendingFile> files) throws InterruptedException {
        List<SourceColumn> kept = read();
        if (!kept.isEmpty()) {
            return kept;
        }
        Map<String, Optional<ValueType>> types = sniff(files);
        ColumnNames names = ColumnNaming.of(List.copyOf(types.keySet()));
        warnings.addAll(names.warnings());
        List<SourceColumn> columns = names.columns().stream()
                .sorted(Comparator.comparing(
                        column -> !Character.isUpperCase(column.name().charAt(0))))
                .filter(this::isDistinct)
                .map(column -> SourceColumn.seen(
                        column,
                        Optional.ofNullable(kind.standardTypes().get(column.name())),
                        types.getOrDefault(column.raw(), Optional.empty()),
                        withEmpties.contains(column.raw())))
                .toList();
        session.transaction(() -> keep(columns));
        return columns;
    }

    /** The engine takes upper and lower case for the same. */
    private boolean isDistinct(NamedColumn column) {
        boolean distinct = distinctNames.add(column.name().toLowerCase(Locale.ROOT));
        if (!distinct) {
            warnings.add("column " + column.raw()
                    + " is not read: its name differs from another's only in upper and lower" + " case");
        }
        return distinct;
    }

    private List<SourceColumn> read() {
        return session.list(
                "SELECT raw, name, type, quoted FROM source_columns ORDER BY place",
                row -> new SourceColumn(
                        row.getString(1),
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)).map(ValueType::valueOf),
                        row.getBoolean(4)));
    }

    private void keep(List<SourceColumn> columns) {
        List<List<Object>> rows = new ArrayList<>();
        for (SourceColumn column : columns) {
            String type = column.type().map(ValueType::name).orElse("");
            rows.add(List.of(rows.size(), column.raw(), column.name(), type, column.quoted()));
        }
        session.insert("INSERT INTO source_columns SELECT col0, col1, col2, nullif(col3, ''), col4 FROM ", rows);
    }

    private Map<String, Optional<ValueType>> sniff(List<PendingFile> files) throws InterruptedException {
        Map<String, Sniffed> seen = new LinkedHashMap<>();
        Map<String, Optional<ValueType>> types = new LinkedHashMap<>();
        for (FileColumns file : ofThisKind(look(files))) {
            file.seen().forEach((raw, sniffed) -> seen.merge(raw, sniffed, Sniffed::mergeWith));
            file.typed().forEach((raw, type) -> types.merge(raw, Optional.of(type), SourceSchema::widest));
        }
        seen.forEach((raw, kinds) -> {
            types.merge(raw, kinds.hasValues() ? Optional.of(kinds.type()) : Optional.empty(), SourceSchema::widest);
            if (kinds.kinds().contains(Sniffed.Kind.EMPTY)) {
                withEmpties.add(raw);
            }
        });
        return types;
    }

    private List<FileColumns> look(List<PendingFile> files) throws InterruptedException {
        firstRows.look(files.stream().map(PendingFile::source).toList());
        List<FileColumns> looks = new ArrayList<>();
        for (PendingFile file : files) {
            SourceFile source = file.source();
            Optional<Map<String, Sniffed>> json = firstRows.of(source);
            looks.add(new FileColumns(
                    source.name(), json.orElse(Map.of()), json.isPresent() ? Map.of() : engineColumns(source)));
        }
        return looks;
    }

    /** Without the files of other data, which could take names from the columns of these; all where none is known. */
    private List<FileColumns> ofThisKind(List<FileColumns> files) {
        List<FileColumns> known =
                files.stream().filter(file -> file.hasAny(kind.telling())).toList();
        if (known.isEmpty()) {
            return files;
        }
        List<String> others = files.stream()
                .filter(file -> file.hasColumns() && !file.hasAny(kind.telling()))
                .map(file -> "\"" + file.name() + "\"")
                .toList();
        if (!others.isEmpty()) {
            warnings.add("the columns of "
                    + String.join(", ", others.subList(0, Math.min(others.size(), NAMES_IN_WARNING)))
                    + (others.size() > NAMES_IN_WARNING ? ", …" : "") + " are left out: none of them is "
                    + String.join(", ", kind.telling())
                    + ", so this is other data; a narrower file_pattern keeps it out");
        }
        return known;
    }

    private static Optional<ValueType> widest(Optional<ValueType> one, Optional<ValueType> other) {
        if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
            return one.or(() -> other);
        }
        boolean numbers = isNumber(one.get()) && isNumber(other.get());
        return Optional.of(numbers ? ValueType.NUMBER : ValueType.TEXT);
    }

    private static boolean isNumber(ValueType type) {
        return type == ValueType.INTEGER || type == ValueType.NUMBER;
    }

    private Map<String, ValueType> engineColumns(SourceFile file) throws InterruptedException {
        Map<String, ValueType> columns = new LinkedHashMap<>();
        try {
            firstRows.withFirstPart(
                    file,
                    part -> PartSql.columns(session, part, kind.files().hivePartitioning())
                            .forEach((raw, type) -> columns.put(raw, SqlTypes.of(type))));
        } catch (DuckDbException e) {
            if (!e.isBadInput()) {
                throw e;
            }
            // Said when the file is read
        }
        return columns;
    }
}
