package com.cdhdashboard.duckdb.imports;

import com.cdhdashboard.core.ingest.Part;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The prepared rows that may still change a count: those decided within the last {@code late_outcome_days}, and until
 * the end of an import all rows of its files. Columns of its own, beside the ones the plan keeps:
 *
 * <ul>
 *   <li>{@code key}: 128 bits of the interaction id, the action and the rank; rows of one key are one interaction
 *   <li>{@code outcome}: as the files have it, to count repeats
 *   <li>{@code file}: id of the file
 *   <li>{@code at}, {@code decided}: outcome and decision time; {@code at} is null for a row whose times cannot be read
 *   <li>{@code tie}: breaks ties between rows of one time, by content
 *   <li>{@code role:…}: what the row is to each metric, see {@link RoleSql}
 *   <li>{@code event}: 128 bits of the conversion event, salted; null where the row has none
 * </ul>
 */
final class Window {
    static final String TABLE = "window_rows";

    private final Session session;
    private final RowPlan plan;
    private final RowSql sql;
    private final boolean hive;

    Window(Session session, RowPlan plan, String salt, boolean hive) {
        this.session = session;
        this.plan = plan;
        this.sql = new RowSql(plan, salt);
        this.hive = hive;
    }

    /** The definition of the table; together with the plan's SQL it tells whether rows of two imports fit together. */
    String definition() {
        List<String> columns = new ArrayList<>(List.of(
                "\"key\" UHUGEINT",
                "\"outcome\" VARCHAR",
                "\"file\" INTEGER",
                "\"at\" TIMESTAMP",
                "\"decided\" TIMESTAMP",
                "\"tie\" UINTEGER",
                "\"event\" UHUGEINT"));
        plan.metrics().forEach(metric -> columns.add(metric.roleColumn() + " UTINYINT"));
        plan.kept().forEach(column -> columns.add(column(column) + " " + SqlTypes.name(column.type())));
        return "CREATE TABLE IF NOT EXISTS " + TABLE + " (" + String.join(", ", columns) + ")";
    }

    /** The quoted name of the window's column for a column of the prepared rows. */
    static String column(ColumnSql column) {
        return column(column.name());
    }

    static String column(String name) {
        return Sql.name("column:" + name);
    }

    void create() {
        session.run(definition());
    }

    /** Prepares the rows of some parts and adds them. */
    void add(List<Part> parts, List<Integer> fileIds) {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            sources.add(source(parts.get(i), fileIds.get(i)));
        }
        session.run("INSERT INTO " + TABLE + " WITH source AS (" + String.join(" UNION ALL ", sources) + "), "
                + sql.query());
    }

    /** How many rows of a file have times that cannot be read. */
    long unreadableRows(int fileId) {
        return session.number("SELECT count(*) FROM " + TABLE + " WHERE \"at\" IS NULL AND \"file\" = ?", fileId);
    }

    void removeUnreadable(int fileId) {
        session.update("DELETE FROM " + TABLE + " WHERE \"at\" IS NULL AND \"file\" = ?", fileId);
    }

    void remove(int fileId) {
        session.update("DELETE FROM " + TABLE + " WHERE \"file\" = ?", fileId);
    }

    /** A row whose times cannot be read. */
    record UnreadableRow(long number, String reason, String content) {}

    /** The rows of a part with typed columns whose times cannot be read, as they are after the filter. */
    List<UnreadableRow> unreadable(Part part, int fileId) {
        return session.list(
                "WITH source AS (" + source(part, fileId) + "), " + sql.unreadableRows(),
                row -> new UnreadableRow(
                        row.getLong(1),
                        Interaction.OUTCOME_TIME + " or " + Interaction.DECISION_TIME + " is missing or cannot be read",
                        row.getString(2)));
    }

    /** The text of the plan, with nothing that differs from import to import. */
    String planText() {
        return Stream.concat(
                        Stream.of(definition(), sql.query()),
                        plan.metrics().stream()
                                .map(metric -> "cells of " + metric.metric().name() + ": " + metric.grain()
                                        + CellMeasure.of(metric.metric())))
                .collect(Collectors.joining("\n"));
    }

    private String source(Part part, int fileId) {
        return "SELECT " + fileId + " AS \"file\", " + PartSql.select(session, part, plan.read(), hive);
    }
}
