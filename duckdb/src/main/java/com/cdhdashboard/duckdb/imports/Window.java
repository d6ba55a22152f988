package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.CarefulReader;
import com.cdhdashboard.core.ingest.Part;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The prepared rows that may still change a number: of interactions those decided within the last
 * {@code late_outcome_days}, and until the end of an import all rows of its files; of holdings all. What is kept of a row
 * is up to its kind.
 */
final class Window {
    static final String TABLE = "window_rows";

    private final Session session;
    private final PreparedRows rows;
    private final boolean hive;

    Window(Session session, PreparedRows rows, boolean hive) {
        this.session = session;
        this.rows = rows;
        this.hive = hive;
    }

    /** The definition of the table; together with the query it tells whether rows of two imports fit together. */
    static String definition(PreparedRows rows) {
        return "CREATE TABLE IF NOT EXISTS " + TABLE + " (" + String.join(", ", rows.columns()) + ")";
    }

    /** The quoted name of the window's column for a column of the prepared rows. */
    static String column(ColumnSql column) {
        return column(column.name());
    }

    static String column(String name) {
        return Sql.name("column:" + name);
    }

    void create() {
        session.run(definition(rows));
    }

    /** Prepares the rows of some parts and adds them. */
    void add(List<Part> parts, List<Integer> fileIds) {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            sources.add(source(parts.get(i), fileIds.get(i), rows.read()));
        }
        session.run("INSERT INTO " + TABLE + " WITH source AS (" + String.join(" UNION ALL ", sources) + "), "
                + rows.query());
    }

    /** How many rows of a file cannot be used. */
    long unusableRows(int fileId) {
        return session.number("SELECT count(*) FROM " + TABLE + " WHERE \"at\" IS NULL AND \"file\" = ?", fileId);
    }

    void removeUnusable(int fileId) {
        session.update("DELETE FROM " + TABLE + " WHERE \"at\" IS NULL AND \"file\" = ?", fileId);
    }

    void remove(int fileId) {
        session.update("DELETE FROM " + TABLE + " WHERE \"file\" = ?", fileId);
    }

    /** A row that cannot be used, and why. */
    record UnusableRow(long number, String reason, String content) {}

    /** The rows of a part that cannot be used, as they are after the filter. */
    List<UnusableRow> unusable(Part part, int fileId) {
        return unusable(part, fileId, rows.read(), "row_number() OVER ()");
    }

    /** {@link #unusable} of a part in which each row holds its number. */
    List<UnusableRow> unusableNumbered(Part part, int fileId) {
        Map<SourceColumn, ValueType> read = new LinkedHashMap<>(rows.read());
        SourceColumn row = new SourceColumn(CarefulReader.ROW, CarefulReader.ROW, Optional.empty(), false);
        read.put(row, ValueType.INTEGER);
        return unusable(part, fileId, read, Sql.name(CarefulReader.ROW));
    }

    private List<UnusableRow> unusable(Part part, int fileId, Map<SourceColumn, ValueType> read, String number) {
        return session.list(
                "WITH source AS (" + source(part, fileId, read) + "), numbered AS (SELECT *, " + number
                        + " AS \"row\" FROM source), " + rows.unusableRows(),
                row -> new UnusableRow(row.getLong(1), row.getString(2), row.getString(3)));
    }

    private String source(Part part, int fileId, Map<SourceColumn, ValueType> read) {
        return "SELECT " + fileId + " AS \"file\", " + PartSql.select(session, part, read, hive);
    }
}
