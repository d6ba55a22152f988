package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.row.PreparedRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reading rows for the sample, which no value may fail. */
final class SampleSql {
    private SampleSql() {}

    /** {@link PartSql#select} of a part of JSON, with what cannot be read as none. */
    static String tried(PartGroup group, Map<SourceColumn, ValueType> read) {
        String reader = PartSql.reader(group, read);
        List<Integer> ids = group.parts().stream().map(FilePart::fileId).toList();
        return PartSql.query(
                triedValues("f.id", group, read),
                reader.substring(0, reader.length() - 1) + ", ignore_errors = true)",
                PartSql.placed(ids));
    }

    /** {@link PartSql#select} of some rows of a part of parquet, with what cannot be read as none, and one more column. */
    static String triedRows(PartGroup group, Map<SourceColumn, ValueType> read, String more, String rows) {
        List<String> selected = new ArrayList<>(
                triedValues(Integer.toString(group.parts().get(0).fileId()), group, read));
        selected.add(more);
        List<Path> file = List.of(group.parts().get(0).part().file());
        return PartSql.query(selected, numbered(file), "WHERE " + rows);
    }

    private static List<String> triedValues(String file, PartGroup group, Map<SourceColumn, ValueType> read) {
        List<String> selected = new ArrayList<>();
        selected.add(file + " AS " + PreparedRows.FILE);
        read.forEach((column, type) -> {
            String value = PartSql.value(group, column, type);
            boolean plain =
                    group.raws(column).stream().map(raw -> "r." + Sql.name(raw)).anyMatch(value::equals);
            selected.add((plain ? value : "TRY(" + value + ")") + " AS " + Sql.name(column.name()));
        });
        return selected;
    }

    private static String numbered(List<Path> files) {
        return "read_parquet(" + PartSql.paths(files) + ", hive_partitioning = false, file_row_number = true)";
    }
}
