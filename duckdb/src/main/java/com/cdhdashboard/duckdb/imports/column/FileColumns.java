package com.cdhdashboard.duckdb.imports.column;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.find.SourceFile;
import com.cdhdashboard.core.ingest.row.ColumnProfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that a file, or one part of it, has shown, by raw name; both maps are empty where it cannot be read.
 *
 * @param seen in its JSON rows
 * @param typed in its other members, with the types they have; empty where a column holds no value
 */
public record FileColumns(SourceFile file, Map<String, ColumnProfile> seen, Map<String, Optional<ValueType>> typed) {
    public FileColumns {
        seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
        typed = Collections.unmodifiableMap(new LinkedHashMap<>(typed));
    }

    public static FileColumns none(SourceFile file) {
        return new FileColumns(file, Map.of(), Map.of());
    }

    public boolean hasColumns() {
        return !seen.isEmpty() || !typed.isEmpty();
    }

    public List<String> rawNames() {
        Set<String> names = new LinkedHashSet<>(seen.keySet());
        names.addAll(typed.keySet());
        return new ArrayList<>(names);
    }

    /** With what more of its rows show. */
    public FileColumns mergeWith(FileColumns more) {
        Map<String, ColumnProfile> both = new LinkedHashMap<>(seen);
        more.seen.forEach((raw, profile) -> both.merge(raw, profile, ColumnProfile::mergeWith));
        Map<String, Optional<ValueType>> types = new LinkedHashMap<>(typed);
        more.typed.forEach((raw, type) -> types.merge(raw, type, FileColumns::widest));
        return new FileColumns(file, both, types);
    }

    /** What the values of a column have shown of its type. */
    public ColumnShape shape(String raw) {
        ColumnProfile kinds = seen.getOrDefault(raw, new ColumnProfile(Set.of()));
        return ColumnShape.of(kinds).mergeWith(ColumnShape.of(typed.getOrDefault(raw, Optional.empty())));
    }

    public static Optional<ValueType> widest(Optional<ValueType> one, Optional<ValueType> other) {
        return ColumnShape.of(one).mergeWith(ColumnShape.of(other)).type();
    }
}
