package com.cdhdashboard.duckdb.imports.file;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.format.Format;
import com.cdhdashboard.core.ingest.format.SpoolFile;
import com.cdhdashboard.core.ingest.row.RowByRowReader;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTemplate;
import com.cdhdashboard.duckdb.imports.column.SourceColumn;
import com.cdhdashboard.duckdb.imports.column.SourceNames;
import com.cdhdashboard.duckdb.imports.row.PreparedRows;
import com.cdhdashboard.duckdb.imports.sample.Keys;
import com.cdhdashboard.duckdb.imports.sample.LineDraw;
import com.cdhdashboard.duckdb.imports.sample.RowSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Draws rows of parts into the {@link RowSample}, with all columns that files have. Rows and values that the engine cannot
 * read are left out: whether a file can be taken is not for the sample to say.
 */
public final class SampleReading {
    /** Of parquet, rows are drawn in runs of so many neighbours, as the engine reads no fewer at once. */
    private static final int RUN = 250;

    private static final SourceColumn KEY = new SourceColumn(RowByRowReader.ROW, Optional.empty(), false, false);

    private final Session session;
    private final RowSample sample;
    private final Path spool;
    private final PartGroup.Reading reading;
    private final Map<SourceColumn, ValueType> read = new LinkedHashMap<>();

    /** With the columns of the files and what they are called; those that may not be kept are left out. */
    public SampleReading(Session session, Columns columns, Predicate<String> withheld, Path spool) {
        this.session = session;
        this.sample = new RowSample(session);
        this.spool = spool;
        columns.all().stream()
                .filter(column -> !withheld.test(column.name()))
                .limit(RowSample.COLUMNS)
                .forEach(column -> read.put(column, column.type().orElse(ValueType.TEXT)));
        List<SourceColumn> asked = new ArrayList<>(read.keySet());
        asked.add(KEY);
        this.reading = new PartGroup.Reading(asked, columns.names(), columns.hive());
    }

    /** What the columns of the files are called, and whether folders give columns too. */
    public record Columns(List<SourceColumn> all, SourceNames names, boolean hive) {
        public Columns {
            all = List.copyOf(all);
        }
    }

    void read(List<FilePart> parts) {
        session.step("Draw rows for the sample");
        try {
            Map<FilePart, Long> rows = new LinkedHashMap<>();
            parts.forEach(part -> rows.put(part, rowsOf(part)));
            long below = sample.below(
                    rows.values().stream().mapToLong(Long::longValue).sum());
            List<FilePart> lines =
                    parts.stream().filter(part -> PartSql.isJson(part.part())).toList();
            drawLines(lines, below);
            rows.keySet().removeAll(lines);
            rows.forEach((part, count) -> drawRuns(part, count, below));
        } catch (RuntimeException e) {
            PartSql.requireOthersCanBeRead(e);
        }
        sample.prune();
    }

    private long rowsOf(FilePart part) {
        return PartSql.isJson(part.part()) ? LineDraw.rows(part.part()) : PartSql.countRows(session, part.part());
    }

    private void drawLines(List<FilePart> parts, long below) {
        List<FilePart> drawn = new ArrayList<>();
        try {
            parts.forEach(part -> drawnLines(part, below).ifPresent(drawn::add));
            PartGroup.of(session, drawn, reading).forEach(this::add);
        } finally {
            drawn.forEach(part -> part.part().delete());
        }
    }

    /** The drawn lines of a part as a file of their own. */
    private Optional<FilePart> drawnLines(FilePart part, long below) {
        SpoolFile file = SpoolFile.create(spool, Format.NDJSON);
        long rows = 0;
        try {
            for (LineDraw.Line line : LineDraw.of(part.part(), below)) {
                rows += write(line, file) ? 1 : 0;
            }
        } catch (IOException e) {
            rows = 0;
        } finally {
            file.close();
        }
        FilePart drawn = new FilePart(part.fileId(), part.part().cleaned(file.path(), rows));
        if (rows == 0) {
            drawn.part().delete();
        }
        return Optional.of(drawn).filter(some -> some.part().rows().orElse(0) > 0);
    }

    /** The object with its key as first member; what is no object is passed over. */
    private static boolean write(LineDraw.Line line, SpoolFile file) {
        int start = 0;
        byte[] bytes = line.bytes();
        while (start < bytes.length && bytes[start] <= ' ' && bytes[start] >= 0) {
            start++;
        }
        if (start == bytes.length || bytes[start] != '{') {
            return false;
        }
        byte[] key = ("{\"" + RowByRowReader.ROW + "\":" + line.key() + ",").getBytes(StandardCharsets.UTF_8);
        file.write(key, 0, key.length);
        file.write(bytes, start + 1, bytes.length);
        file.write(new byte[] {'\n'}, 0, 1);
        return true;
    }

    private void add(PartGroup group) {
        Map<SourceColumn, ValueType> asked = new LinkedHashMap<>(read);
        asked.put(KEY, ValueType.INTEGER);
        sample.add(rows(SampleSql.tried(group, asked), Sql.name(KEY.name())));
    }

    private void drawRuns(FilePart part, long rows, long below) {
        Keys keys = Keys.of(part.part());
        List<Long> runs = LongStream.range(0, (rows + RUN - 1) / RUN)
                .filter(run -> keys.of(run) < below)
                .boxed()
                .toList();
        if (runs.isEmpty()) {
            return;
        }
        String key = runs.stream()
                .map(run -> "WHEN " + run + " THEN " + keys.of(run))
                .collect(Collectors.joining(" ", "CASE r.file_row_number // " + RUN + " ", " END"));
        String chosen = runs.stream()
                .map(run -> "r.file_row_number BETWEEN " + run * RUN + " AND " + (run * RUN + RUN - 1))
                .collect(Collectors.joining(" OR "));
        for (PartGroup group : PartGroup.of(session, List.of(part), reading)) {
            sample.add(rows(SampleSql.triedRows(group, read, key + " AS \"key\"", chosen), "\"key\""));
        }
    }

    private String rows(String source, String key) {
        return SqlTemplate.of("""
                SELECT ${file}, ${key}, json_object(${values})
                FROM (
                    ${source}
                )
                WHERE ${key} IS NOT NULL
                """)
                .with("file", PreparedRows.FILE)
                .with("key", key)
                .with(
                        "values",
                        read.keySet().stream()
                                .map(column ->
                                        Sql.text(column.name()) + ", CAST(" + Sql.name(column.name()) + " AS VARCHAR)")
                                .collect(Collectors.joining(", ")))
                .with("source", source)
                .sql();
    }
}
