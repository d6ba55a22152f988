package com.cdhdashboard.duckdb.imports.column;

import com.cdhdashboard.core.error.ShortText;
import com.cdhdashboard.core.ingest.row.ColumnNaming;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns that the first rows of a file show, by the names they come to; upper and lower case play no part. */
public final class ColumnsSeen {
    private static final int NAMED = 8;
    private static final int LONGEST_NAME = 60;

    private final LinkedHashMap<String, String> byLowerCase = new LinkedHashMap<>();

    public ColumnsSeen(Set<String> rawNames) {
        for (String raw : rawNames) {
            byLowerCase.putIfAbsent(lowerCase(raw), raw);
            byLowerCase.putIfAbsent(withoutPrefix(lowerCase(raw)), raw);
        }
    }

    private static String lowerCase(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** As databases write names in capitals, in which a prefix is not seen as one. */
    private static String withoutPrefix(String name) {
        return ColumnNaming.shortName(name).toLowerCase(Locale.ROOT);
    }

    public boolean isEmpty() {
        return byLowerCase.isEmpty();
    }

    public boolean holds(String name) {
        return byLowerCase.containsKey(lowerCase(name));
    }

    public boolean holdsAny(List<String> names) {
        return names.stream().anyMatch(this::holds);
    }

    /** The first of them as they stand in the file, for messages. */
    public String named() {
        List<String> names = List.copyOf(new LinkedHashSet<>(byLowerCase.values()));
        return names.stream().limit(NAMED).map(name -> '"' + shown(name) + '"').collect(Collectors.joining(", "))
                + (names.size() > NAMED ? ", …" : "");
    }

    /** A name for messages; a line that is taken for one may be endless. */
    public static String shown(String name) {
        return ShortText.of(name, LONGEST_NAME);
    }
}
