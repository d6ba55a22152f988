package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.ingest.ColumnNames;
import com.cdhdashboard.core.ingest.ColumnNaming;
import com.cdhdashboard.core.ingest.NamedColumn;
import com.cdhdashboard.core.ingest.Part;
import com.cdhdashboard.core.ingest.Sniffed;
import com.cdhdashboard.core.ingest.Sniffer;
import com.cdhdashboard.core.ingest.Unpacker;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The columns of the files of a store with their types. They are sniffed from all files of the first import together, so
 * that the order of files does not matter, and kept: later files are read with the same types.
 */
final class SourceSchema {
    /** Rows looked at in the first files; in the others fewer, as they rarely differ. */
    private static final int MANY_ROWS = 1000;

    private static final int FEW_ROWS = 50;
    private static final int FILES_OF_MANY_ROWS = 2;

    /** Of a file, no more is unpacked for sniffing. */
    static final long PART_BYTES = 256L << 10;

    private final Session session;
    private final Unpacker unpacker;
    private final DataKind kind;
    private final List<String> warnings = new ArrayList<>();
    private final Set<String> withEmpties = new HashSet<>();
    private final Set<String> distinctNames = new HashSet<>();

    SourceSchema(Session session, Unpacker unpacker, DataKind kind) {
        this.session = session;
        this.unpacker = unpacker;
        this.kind = kind;
    }

    /** Thrown through the unpacker to end it after the first part. */
    private static final class EnoughSeen extends RuntimeException {
        EnoughSeen() {
            super(null, null, false, false);
        }
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
        int count = 0;
        for (PendingFile file : files) {
            int rows = count++ < FILES_OF_MANY_ROWS ? MANY_ROWS : FEW_ROWS;
            withFirstPart(file, part -> {
                if (PartSql.isJson(part)) {
                    Sniffer.columns(part, rows).forEach((raw, kind) -> seen.merge(raw, kind, Sniffed::mergeWith));
                } else {
                    PartSql.columns(session, part, kind.files().hivePartitioning())
                            .forEach((raw, type) -> types.merge(raw, Optional.of(type), SourceSchema::widest));
                }
            });
        }
        seen.forEach((raw, kinds) -> {
            types.merge(raw, kinds.hasValues() ? Optional.of(kinds.type()) : Optional.empty(), SourceSchema::widest);
            if (kinds.kinds().contains(Sniffed.Kind.EMPTY)) {
                withEmpties.add(raw);
            }
        });
        return types;
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

    private void withFirstPart(PendingFile file, Consumer<Part> look) throws InterruptedException {
        try {
            unpacker.unpack(file.source(), part -> {
                look.accept(part);
                throw new EnoughSeen();
            });
        } catch (EnoughSeen e) {
            // The unpacker has taken the part back
        } catch (UserException e) {
            // Said when the file is read; here it only shows no columns
        } catch (DuckDbException e) {
            if (!e.isBadInput()) {
                throw e;
            }
            // Likewise
        }
    }
}
