package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.Format;
import com.cdhdashboard.core.ingest.Part;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reading one part in the engine: its columns, and the ones a plan needs. */
final class PartSql {
    private PartSql() {}

    /** The columns of a parquet or CSV part with the types the engine finds. */
    static Map<String, ValueType> columns(Session session, Part part, boolean hive) {
        Map<String, ValueType> columns = new LinkedHashMap<>();
        session.list(
                        "DESCRIBE SELECT * FROM " + reader(part, hive),
                        row -> Map.entry(row.getString(1), SqlTypes.of(row.getString(2))))
                .forEach(column -> columns.put(column.getKey(), column.getValue()));
        return columns;
    }

    /** The planned columns of a part, under their prepared names; ones the part lacks are null. */
    static String select(Session session, Part part, Map<SourceColumn, ValueType> read, boolean hive) {
        if (isJson(part)) {
            return selectJson(part, read);
        }
        Map<String, ValueType> there = columns(session, part, hive);
        List<String> selected = new ArrayList<>();
        read.forEach((column, type) -> selected.add("CAST("
                + (there.containsKey(column.raw()) ? Sql.name(column.raw()) : "NULL") + " AS "
                + SqlTypes.name(column.readType(type))
                + ") AS " + Sql.name(column.name())));
        return String.join(", ", selected) + " FROM " + reader(part, hive);
    }

    /** The rows of a part; of parquet from its footer. */
    static long countRows(Session session, Part part) {
        if (part.format() == Format.PARQUET) {
            return session.number(
                    "SELECT CAST(sum(num_rows) AS BIGINT) FROM parquet_file_metadata(" + path(part.file()) + ")");
        }
        if (part.format() == Format.CSV) {
            return session.number("SELECT count(*) FROM " + reader(part, false));
        }
        return session.number("SELECT count(*) FROM " + json(part, "'x': 'VARCHAR'"));
    }

    static boolean isJson(Part part) {
        return part.format() == Format.NDJSON || part.format() == Format.JSON_ARRAY;
    }

    private static String selectJson(Part part, Map<SourceColumn, ValueType> read) {
        String selected = read.keySet().stream()
                .map(column -> Sql.name(column.raw()) + " AS " + Sql.name(column.name()))
                .collect(Collectors.joining(", "));
        String types = read.entrySet().stream()
                .map(entry -> Sql.text(entry.getKey().raw()) + ": "
                        + Sql.text(SqlTypes.name(entry.getKey().readType(entry.getValue()))))
                .collect(Collectors.joining(", "));
        return selected + " FROM " + json(part, types);
    }

    /** Without {@code records} the engine reads files of one column twenty times slower. */
    private static String json(Part part, String columns) {
        String format = part.format() == Format.NDJSON ? "newline_delimited" : "array";
        return "read_json(" + path(part.file()) + ", columns = {" + columns + "}, format = '" + format
                + "', records = true)";
    }

    private static String reader(Part part, boolean hive) {
        return part.format() == Format.PARQUET
                ? "read_parquet(" + path(part.file()) + ", hive_partitioning = " + hive + ")"
                : "read_csv(" + path(part.file()) + ", header = true)";
    }

    /** The path as a literal in which wildcard characters stand for themselves. */
    private static String path(Path file) {
        return Sql.text(file.toString().replaceAll("([\\[*?])", "[$1]"));
    }
}
