package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.error.ShortText;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.core.ingest.row.RowByRowReader;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.CastSql;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be said of files in which a column stands under several names, or in the folder and in the file. */
final class DoubledColumns {
    private static final int SHOWN = 40;

    private final Session session;
    private final boolean hive;
    private final Map<Integer, Map<Pair, Differing>> byFile = new LinkedHashMap<>();

    DoubledColumns(Session session, boolean hive) {
        this.session = session;
        this.hive = hive;
    }

    /** Two that are one column: the one that counts, and a later one or a folder. */
    private record Pair(String column, String other, boolean folder) {}

    /** In how many rows two values differ, and the first of these. */
    private record Differing(long rows, String first) {
        static final Differing NONE = new Differing(0, "");

        Differing and(Differing more) {
            return new Differing(rows + more.rows, rows > 0 ? first : more.first);
        }
    }

    /** Forgets what was seen of a file, as it is read again. */
    void forget(int file) {
        byFile.remove(file);
    }

    private void add(int file, Pair pair, Differing differing) {
        byFile.computeIfAbsent(file, none -> new LinkedHashMap<>()).merge(pair, differing, Differing::and);
    }

    /** Columns of JSON that are joined while a part is read row by row. */
    RowByRowReader.Joined joined(FilePart part, Map<String, List<String>> others) {
        others.forEach((first, more) ->
                more.forEach(other -> add(part.fileId(), new Pair(first, other, false), Differing.NONE)));
        return new RowByRowReader.Joined(
                others,
                (row, one, other) -> add(
                        part.fileId(),
                        new Pair(one.column(), other.column(), false),
                        new Differing(1, place(part.part(), row) + values(one.value(), other.value()))));
    }

    /** Looks at the rows of a group that says itself what it has, once they were read. */
    void see(PartGroup group, Map<SourceColumn, ValueType> read) {
        if (PartSql.isJson(group.parts().get(0).part())) {
            return;
        }
        for (FilePart part : group.parts()) {
            read.forEach((column, type) -> {
                List<String> raws = group.raws(column);
                for (int i = 1; i < raws.size(); i++) {
                    see(part, group, raws.subList(0, i + 1), type);
                }
            });
            if (hive) {
                seeFolder(part, group);
            }
        }
    }

    /** Compares the last of some columns with the one that counts of those before it. */
    private void see(FilePart part, PartGroup group, List<String> raws, ValueType type) {
        List<CastSql> casts =
                raws.stream().map(raw -> PartSql.cast(group, raw, type)).toList();
        int last = raws.size() - 1;
        String before = PartSql.first(
                casts.subList(0, last).stream().map(CastSql::tried).toList(), type);
        String text = "CAST(" + casts.get(last).value() + " AS VARCHAR)";
        String other = "CASE WHEN trim(" + text + ") <> '' THEN coalesce(CAST("
                + casts.get(last).tried() + " AS VARCHAR), " + text + ") END";
        Differing differing = differing(part.part(), present(before), other);
        EngineColumns columns = group.columns();
        add(part.fileId(), new Pair(columns.nameOf(raws.get(0)), columns.nameOf(raws.get(last)), false), differing);
    }

    private static String present(String value) {
        return "nullif(trim(CAST(" + value + " AS VARCHAR)), '')";
    }

    private void seeFolder(FilePart part, PartGroup group) {
        EngineColumns columns = group.columns();
        FolderValues folder = FolderValues.of(part.part());
        folder.overruledBy(columns.names()).forEach((name, own) -> {
            String called = columns.called(own).get(0);
            if (columns.type(called).equals(FolderValues.TYPE)) {
                return;
            }
            String column = "r." + Sql.name(called);
            String text = Sql.text(folder.byName().getOrDefault(name, ""));
            String typed = "TRY_CAST(" + text + " AS " + columns.type(called) + ")";
            String differs = "CASE WHEN CAST(" + column + " AS VARCHAR) <> " + text + " AND (" + typed + " IS NULL OR "
                    + typed + " <> " + column + ") THEN " + text + " END";
            Differing differing = differing(part.part(), column, differs);
            if (differing.rows() > 0) {
                add(part.fileId(), new Pair(own, name + "=" + folder.byName().get(name), true), differing);
            }
        });
    }

    /** The rows of a part in which two values are there and not the same. */
    private Differing differing(Part part, String one, String other) {
        String texts = "SELECT row_number() OVER () AS n, CAST(" + one + " AS VARCHAR) AS a, CAST(" + other
                + " AS VARCHAR) AS b FROM " + PartSql.parquet(List.of(part.file())) + " r";
        return session.first(
                        "SELECT count(*), min(n), arg_min(a, n), arg_min(b, n) FROM (" + texts + ") WHERE a <> b",
                        row -> row.getLong(1) == 0
                                ? Differing.NONE
                                : new Differing(
                                        row.getLong(1),
                                        place(part, row.getLong(2)) + values(row.getString(3), row.getString(4))))
                .orElse(Differing.NONE);
    }

    private static String place(Part part, long row) {
        return "row " + row + (part.member().isEmpty() ? "" : " of " + part.member());
    }

    private static String values(String one, String other) {
        return " (\"" + ShortText.of(one, SHOWN) + "\" and \"" + ShortText.of(other, SHOWN) + "\")";
    }

    /** What is to be said of a file. */
    Stream<String> notes(int file) {
        return Optional.ofNullable(byFile.get(file)).orElse(Map.of()).entrySet().stream()
                .map(entry -> note(entry.getKey(), entry.getValue()));
    }

    private static String note(Pair pair, Differing differing) {
        String rows = differing.rows() == 1 ? "1 row" : String.format(Locale.ROOT, "%,d rows", differing.rows());
        if (pair.folder()) {
            return "column \"" + pair.column() + "\" contradicts the folder \"" + pair.other() + "\" in " + rows
                    + ", first in " + differing.first() + "; the value of the file counts";
        }
        String both = pair.column().equals(pair.other())
                ? "column \"" + pair.column()
                        + "\" stands twice: the first counts, and the second where it holds no value"
                : "columns \"" + pair.column() + "\" and \"" + pair.other() + "\" are one: \"" + pair.column()
                        + "\" counts, and \"" + pair.other() + "\" where it holds no value";
        return differing.rows() == 0
                ? both + "; they never differ"
                : both + "; they differ in " + rows + ", first in " + differing.first();
    }
}
