package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.duckdb.DuckDbException;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.SqlTypes;
import com.cdhdashboard.duckdb.imports.column.CastSql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.row.PreparedRows;
import com.cdhdashboard.duckdb.imports.row.TimeSql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reading parts in the engine: their columns, and the ones a plan needs. */
final class PartSql {
    /** The engine's name for the place of a file in the list that is read, from 0. */
    static final String PLACE = "file_index";

    /** Of {@link #judged}: why a row cannot be kept; no column of a file is called so. */
    static final String MISFIT = "\"misfit:\"";

    /** Of {@link #judged}: what a row holds, as JSON. */
    static final String CONTENT = "\"content:\"";

    private static final Pattern NUMBERED = Pattern.compile("_\\d+$");

    private static final String TEXT = SqlTypes.name(ValueType.TEXT);

    /** A column to ask for where none is wanted. */
    private static final String ANY = "'x': 'VARCHAR'";

    private PartSql() {}

    /** The columns of a parquet part; a column of the file wins over one of its folder. */
    static EngineColumns columns(Session session, Part part, boolean hive) {
        Map<String, String> columns = new LinkedHashMap<>();
        session.list(
                        "DESCRIBE SELECT * FROM " + parquet(List.of(part.file())),
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(column -> columns.put(column.getKey(), column.getValue()));
        Map<String, String> inFile = inFile(session, part, columns.keySet());
        inFile.values().removeIf(String::isEmpty);
        columns.keySet().retainAll(inFile.keySet());
        if (hive) {
            FolderValues.of(part).without(inFile.values()).forEach((name, value) -> {
                columns.put(name, FolderValues.TYPE);
                inFile.put(name, name);
            });
        }
        return new EngineColumns(columns, inFile);
    }

    /** The names of the file by those of the engine; the file is asked only where one may be a name with a number. */
    private static Map<String, String> inFile(Session session, Part part, Collection<String> called) {
        Map<String, String> names = new LinkedHashMap<>();
        called.forEach(name -> names.put(name, name));
        if (called.stream().noneMatch(name -> NUMBERED.matcher(name).find())) {
            return names;
        }
        List<Map.Entry<String, Integer>> schema = session.list(
                "SELECT name, coalesce(num_children, 0) FROM parquet_schema(" + paths(List.of(part.file())) + ")",
                row -> Map.entry(row.getString(1), row.getInt(2)));
        List<String> top = new ArrayList<>();
        for (int at = 1; at < schema.size(); at = behind(schema, at)) {
            top.add(schema.get(at).getKey());
        }
        if (top.size() == names.size()) {
            Iterator<String> next = top.iterator();
            names.replaceAll((name, same) -> next.next());
        }
        return names;
    }

    /** The place behind a column and all that is in it. */
    private static int behind(List<Map.Entry<String, Integer>> schema, int place) {
        int after = place + 1;
        for (int open = schema.get(place).getValue(); open > 0 && after < schema.size(); after++) {
            open += schema.get(after).getValue() - 1;
        }
        return after;
    }

    /** The columns of a parquet part in which no row has a value, as far as its footer can be read. */
    static List<String> valueless(Session session, Part part) {
        try {
            return session.list(
                    "SELECT path_in_schema FROM parquet_metadata(" + paths(List.of(part.file()))
                            + ") GROUP BY 1 HAVING bool_and(coalesce(stats_null_count = num_values, false))",
                    row -> row.getString(1));
        } catch (DuckDbException e) {
            requireOthersCanBeRead(e);
            return List.of();
        }
    }

    /** The first column of a parquet part of which the engine cannot read the values. */
    static Optional<String> unreadable(Session session, Part part) {
        EngineColumns columns = columns(session, part, false);
        return columns.types().keySet().stream()
                .filter(called -> !isReadable(session, part, called))
                .map(columns::nameOf)
                .findFirst();
    }

    private static boolean isReadable(Session session, Part part, String called) {
        try {
            return session.number("SELECT count(" + Sql.name(called) + ") FROM " + parquet(List.of(part.file()))) >= 0;
        } catch (DuckDbException e) {
            requireOthersCanBeRead(e);
            return false;
        }
    }

    /** The planned columns of a group, under their prepared names, with the file's id; ones the parts lack are null. */
    static String select(PartGroup group, Map<SourceColumn, ValueType> read) {
        List<Integer> ids = group.parts().stream().map(FilePart::fileId).toList();
        boolean oneFile = ids.stream().distinct().count() == 1;
        List<String> selected = new ArrayList<>();
        selected.add((oneFile ? ids.get(0) : "f.id") + " AS " + PreparedRows.FILE);
        read.forEach((column, type) -> selected.add(value(group, column, type) + " AS " + Sql.name(column.name())));
        return query(selected, reader(group, read), oneFile ? "" : placed(ids));
    }

    /**
     * Parts of several files are told apart by their place in the list that is read. A join gives the engine leave to put
     * rows in any order, so that it fills the blocks it writes; in the order of the files each leaves a block half full,
     * and the engine writes most of them again.
     */
    static String placed(List<Integer> ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(place -> "(CAST(" + place + " AS UBIGINT), " + ids.get(place) + ")")
                .collect(Collectors.joining(", ", "JOIN (VALUES ", ") f(place, id) ON r." + PLACE + " = f.place"));
    }

    static String value(PartGroup group, SourceColumn column, ValueType type) {
        ValueType wanted = column.readType(type);
        List<String> raws = group.raws(column);
        if (raws.isEmpty()) {
            return "CAST(NULL AS " + SqlTypes.name(wanted) + ")";
        }
        if (isJson(group.format())) {
            String read = "r." + Sql.name(raws.get(0));
            return isTime(wanted) ? TimeSql.required(read, wanted) : read;
        }
        return first(
                raws.stream().map(raw -> cast(group, raw, wanted).exact(raw)).toList(), wanted);
    }

    /** The first of several values of a type that there is. */
    static String first(List<String> values, ValueType type) {
        if (values.size() == 1) {
            return values.get(0);
        }
        return values.stream()
                .map(value ->
                        type == ValueType.TEXT ? "CASE WHEN trim(" + value + ") <> '' THEN " + value + " END" : value)
                .collect(Collectors.joining(", ", "coalesce(", ")"));
    }

    static CastSql cast(PartGroup group, String raw, ValueType wanted) {
        String inFolder = group.folder().get(raw);
        return inFolder == null
                ? CastSql.of("r." + Sql.name(raw), group.columns().type(raw), wanted)
                : CastSql.of(Sql.text(inFolder), FolderValues.TYPE, wanted);
    }

    /**
     * {@link #select} of a part that says itself what it has, with values that cannot be kept as none. Two more columns say
     * why a row has some, and what it holds.
     */
    static String judged(PartGroup group, Map<SourceColumn, ValueType> read) {
        List<String> selected = new ArrayList<>();
        List<String> misfits = new ArrayList<>();
        List<String> content = new ArrayList<>();
        selected.add(group.parts().get(0).fileId() + " AS " + PreparedRows.FILE);
        read.forEach((column, type) -> {
            List<String> values = new ArrayList<>();
            for (String raw : group.raws(column)) {
                CastSql cast = cast(group, raw, column.readType(type));
                CastSql meant = column.quoted() ? CastSql.ofText("nullif(trim(" + cast.tried() + "), '')", type) : cast;
                String misfit = meant.misfit(
                        group.columns().nameOf(raw),
                        column.quoted() ? TEXT : group.columns().type(raw));
                // One that does not count costs nothing
                misfits.add(
                        values.isEmpty()
                                ? misfit
                                : "CASE WHEN " + first(values, column.readType(type)) + " IS NULL THEN " + misfit
                                        + " END");
                values.add(column.quoted() ? meant.value() : cast.tried());
                content.add(Sql.text(raw) + ", " + cast.value());
            }
            String value = values.isEmpty() ? value(group, column, type) : first(values, column.readType(type));
            selected.add(value + " AS " + Sql.name(column.name()));
        });
        misfits.add("NULL");
        selected.add("coalesce(" + String.join(", ", misfits) + ") AS " + MISFIT);
        selected.add("json_object(" + String.join(", ", content) + ") AS " + CONTENT);
        return query(selected, reader(group, read), "");
    }

    static String query(List<String> selected, String reader, String joined) {
        return SqlTemplate.of("""
                SELECT
                    ${selected}
                FROM ${reader} r
                ${joined}
                """)
                .with("selected", String.join(",\n", selected))
                .with("reader", reader)
                .with("joined", joined)
                .sql();
    }

    static String reader(PartGroup group, Map<SourceColumn, ValueType> read) {
        List<Path> files =
                group.parts().stream().map(part -> part.part().file()).toList();
        if (!isJson(group.format())) {
            return parquet(files);
        }
        String types = read.entrySet().stream()
                .flatMap(entry -> group.raws(entry.getKey()).stream()
                        .limit(1)
                        .map(raw -> Sql.text(raw) + ": "
                                + Sql.text(SqlTypes.name(jsonType(entry.getKey().readType(entry.getValue()))))))
                .collect(Collectors.joining(", "));
        return json(files, types.isEmpty() ? ANY : types);
    }

    /** Times stand in JSON as text, of which the engine would drop the offset. */
    private static ValueType jsonType(ValueType type) {
        return isTime(type) ? ValueType.TEXT : type;
    }

    private static boolean isTime(ValueType type) {
        return type == ValueType.TIMESTAMP || type == ValueType.DATE;
    }

    /** The rows of a part; of parquet from its footer. */
    static long countRows(Session session, Part part) {
        List<Path> file = List.of(part.file());
        return session.number(
                isJson(part)
                        ? "SELECT count(*) FROM " + json(file, ANY)
                        : "SELECT CAST(sum(num_rows) AS BIGINT) FROM parquet_file_metadata(" + paths(file) + ")");
    }

    /** Passes on what no file is the cause of. */
    static void requireOthersCanBeRead(RuntimeException cause) {
        if (cause instanceof DuckDbException e && !e.isBadInput()) {
            throw e;
        }
    }

    static boolean isJson(Part part) {
        return isJson(part.format());
    }

    private static boolean isJson(Format format) {
        return format == Format.NDJSON;
    }

    /** Without {@code records} the engine reads files of one column twenty times slower. */
    private static String json(List<Path> files, String columns) {
        return "read_json(" + paths(files) + ", columns = {" + columns
                + "}, format = 'newline_delimited', records = true)";
    }

    /** The values of folders are put in by {@link FolderValues}, as the engine lets them take the place of a file's own. */
    static String parquet(List<Path> files) {
        return "read_parquet(" + paths(files) + ", hive_partitioning = false)";
    }

    /** The paths as literals in which wildcard characters stand for themselves. */
    static String paths(List<Path> files) {
        return files.stream()
                .map(file -> Sql.text(file.toString().replaceAll("([\\[*?])", "[$1]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
