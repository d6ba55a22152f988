package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers of parquet files that are names, such as ids, and stand as binary fractions too large to hold every whole number:
 * what were two names may be one.
 */
public final class InexactNames {
    /** From here on a type does not hold every whole number. */
    private static final Map<String, Long> FIRST = Map.of("DOUBLE", 1L << 53, "FLOAT", 1L << 24);

    private final Session session;
    private final Map<SourceColumn, ValueType> read;
    private final Map<Integer, Map<String, Long>> found = new LinkedHashMap<>();

    public InexactNames(Session session, Map<SourceColumn, ValueType> read) {
        this.session = session;
        this.read = new LinkedHashMap<>(read);
    }

    /** Counts those of the files of a group. */
    void count(PartGroup group) {
        read.forEach((column, type) -> {
            for (String raw : type == ValueType.TEXT ? group.raws(column) : List.<String>of()) {
                Optional.ofNullable(FIRST.get(group.columns().type(raw)))
                        .ifPresent(first -> group.parts().forEach(part -> count(part, raw, first)));
            }
        });
    }

    private void count(FilePart part, String raw, long first) {
        String value = Sql.name(raw);
        long count = session.number("SELECT count(*) FROM "
                + PartSql.parquet(List.of(part.part().file())) + " WHERE isfinite(" + value + ") AND abs(" + value
                + ") >= " + first);
        if (count > 0) {
            found.computeIfAbsent(part.fileId(), none -> new LinkedHashMap<>()).merge(raw, count, Long::sum);
        }
    }

    /** What is to be said of a file. */
    List<String> notes(int fileId) {
        List<String> notes = new ArrayList<>();
        found.getOrDefault(fileId, Map.of())
                .forEach((raw, count) -> notes.add(count + (count == 1 ? " value" : " values") + " of column \"" + raw
                        + "\" " + (count == 1 ? "is" : "are")
                        + " too large for the binary fraction that the file holds,"
                        + " so that ids may be alike that were not; export the column as text or as whole numbers"));
        return notes;
    }
}
