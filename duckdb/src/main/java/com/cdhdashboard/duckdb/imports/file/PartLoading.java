package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.Part;
import com.cdhdashboard.core.ingest.row.RowByRowReader;
import com.cdhdashboard.duckdb.EngineLimits;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.column.SourceNames;
import com.cdhdashboard.duckdb.imports.late.DimensionDictionary;
import com.cdhdashboard.duckdb.imports.late.LateArrivalBuffer;
import com.cdhdashboard.duckdb.imports.row.PreparedRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Prepares the rows of parts and adds them to the {@link LateArrivalBuffer}. */
public final class PartLoading {
    private static final String PREPARED = "prepared_rows";

    private final Session session;
    /** How large files may be whose prepared rows are put aside; rows take no more than about as much. */
    private final long mostAside;

    private final PreparedRows rows;
    private final PartGroup.Reading reading;
    private final DoubledColumns doubled;

    /** With what the columns that are read are called in the files, and whether folders give columns too. */
    public PartLoading(Session session, EngineLimits limits, PreparedRows rows, SourceNames names, boolean hive) {
        this.session = session;
        this.mostAside = ((long) limits.memoryMegabytes() << 20) / 3;
        this.rows = rows;
        this.reading = new PartGroup.Reading(rows.read().keySet(), names, hive);
        this.doubled = new DoubledColumns(session, hive);
    }

    public void create() {
        session.run(LateArrivalBuffer.definition(rows.columns()));
        DimensionDictionary.definition(rows.dictionaryColumns()).forEach(session::run);
    }

    /** The parts in groups that can be added at once. */
    List<PartGroup> groups(List<FilePart> parts) {
        return PartGroup.of(session, parts, reading);
    }

    /** What the columns that are read are called in a JSON part, by name. */
    Map<String, List<String>> called(Part part) {
        Map<String, List<String>> called = new LinkedHashMap<>(reading.names().of(part, List.of()));
        called.keySet()
                .retainAll(rows.read().keySet().stream().map(SourceColumn::name).toList());
        return called;
    }

    /** Prepares the rows of a group and adds them: all of them, or none where one cannot be read. */
    void add(PartGroup group) {
        add(group, PartSql.select(group, rows.read()));
    }

    private void add(PartGroup group, String source) {
        String prepared = withQuery("source", source, rows.query());
        if (rows.dictionaryColumns().isEmpty()) {
            session.run("INSERT INTO " + LateArrivalBuffer.TABLE + "\n" + prepared);
        } else if (group.format() == Format.PARQUET || group.bytes() > mostAside) {
            // To read the texts of parquet again takes less than to put its rows aside; others must fit into
            // memory
            addByDictionary("(\n" + prepared + "\n)");
        } else {
            session.run("CREATE OR REPLACE TEMP TABLE " + PREPARED + " AS\n" + prepared);
            addByDictionary(PREPARED);
            session.run("DROP TABLE " + PREPARED);
        }
        doubled.see(group, rows.read());
    }

    /** What is to be said of columns of files that stand in several places. */
    DoubledColumns doubled() {
        return doubled;
    }

    /** A query with its first stage, as stages that follow name it. */
    private static String withQuery(String name, String query, String stages) {
        return SqlTemplate.of("""
                WITH ${name} AS (
                    ${query}
                ),
                ${stages}
                """)
                .with("name", name)
                .with("query", query)
                .with("stages", stages)
                .sql();
    }

    private void addByDictionary(String prepared) {
        DimensionDictionary.add(session, rows.dictionaryColumns(), prepared);
        session.run(SqlTemplate.of("""
                INSERT INTO ${buffer}
                SELECT * EXCLUDE (${columns})
                FROM ${rows}
                """)
                .with("buffer", LateArrivalBuffer.TABLE)
                .with(
                        "columns",
                        rows.dictionaryColumns().stream()
                                .map(LateArrivalBuffer::column)
                                .collect(Collectors.joining(", ")))
                .with("rows", prepared)
                .sql());
    }

    /** Adds the rows of one part. */
    void add(FilePart part) {
        groups(List.of(part)).forEach(this::add);
    }

    /** Which of these files have rows that cannot be used. */
    Set<Integer> withUnusableRows(Collection<Integer> fileIds) {
        return fileIds.isEmpty()
                ? Set.of()
                : Set.copyOf(session.list(
                        "SELECT DISTINCT \"file\" FROM " + LateArrivalBuffer.TABLE
                                + " WHERE \"at\" IS NULL AND \"file\" IN (" + LateArrivalBuffer.ids(fileIds) + ")",
                        row -> row.getInt(1)));
    }

    void removeUnusable(int fileId) {
        session.update("DELETE FROM " + LateArrivalBuffer.TABLE + " WHERE \"at\" IS NULL AND \"file\" = ?", fileId);
    }

    void remove(int fileId) {
        doubled.forget(fileId);
        session.update("DELETE FROM " + LateArrivalBuffer.TABLE + " WHERE \"file\" = ?", fileId);
    }

    /** A row that cannot be used, and why. */
    record UnusableRow(long number, String reason, String content) {}

    /**
     * Adds the rows of a part that says itself what it has, but for those with values that cannot be kept, and gives these
     * and the ones that cannot be used as they are after the filter.
     */
    List<UnusableRow> addFitting(FilePart part) {
        PartGroup group = alone(part, rows.read());
        String judged = PartSql.judged(group, rows.read());
        String numbered = SqlTemplate.of("""
                SELECT *, row_number() OVER () AS ${row}
                FROM (
                    ${judged}
                )
                """)
                .with("row", PreparedRows.ROW)
                .with("judged", judged)
                .sql();
        List<UnusableRow> unusable = new ArrayList<>(list(SqlTemplate.of("""
                SELECT ${row}, "misfit:", "content:"
                FROM (
                    ${numbered}
                )
                WHERE "misfit:" IS NOT NULL
                ORDER BY 1
                """)
                .with("row", PreparedRows.ROW)
                .with("numbered", numbered)
                .sql()));
        add(group, fitting(judged));
        unusable.addAll(list(withQuery("numbered", fitting(numbered), rows.unusableRows())));
        unusable.sort(Comparator.comparingLong(UnusableRow::number));
        return unusable;
    }

    private static String fitting(String judged) {
        return SqlTemplate.of("""
                SELECT * EXCLUDE ("misfit:", "content:")
                FROM (
                    ${judged}
                )
                WHERE "misfit:" IS NULL
                """).with("judged", judged).sql();
    }

    /** The rows of a part that cannot be used, as they are after the filter; each row holds its number. */
    List<UnusableRow> unusableNumbered(FilePart part) {
        Map<SourceColumn, ValueType> read = new LinkedHashMap<>(rows.read());
        SourceColumn row = new SourceColumn(RowByRowReader.ROW, Optional.empty(), false, false);
        read.put(row, ValueType.INTEGER);
        String numbered = SqlTemplate.of("""
                SELECT *, ${number} AS ${row}
                FROM (
                    ${source}
                )
                """)
                .with("number", Sql.name(RowByRowReader.ROW))
                .with("row", PreparedRows.ROW)
                .with("source", PartSql.select(alone(part, read), read))
                .sql();
        return list(withQuery("numbered", numbered, rows.unusableRows()));
    }

    private PartGroup alone(FilePart part, Map<SourceColumn, ValueType> read) {
        return PartGroup.of(
                        session, List.of(part), new PartGroup.Reading(read.keySet(), reading.names(), reading.hive()))
                .get(0);
    }

    private List<UnusableRow> list(String query) {
        return session.list(query, row -> new UnusableRow(row.getLong(1), row.getString(2), row.getString(3)));
    }
}
