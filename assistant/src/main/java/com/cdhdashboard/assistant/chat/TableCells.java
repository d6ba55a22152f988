package com.cdhdashboard.assistant.chat;

import com.cdhdashboard.assistant.question.Content;
import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.cube.ValueType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as JSON that reads back as the same table: columns with their types, rows as arrays. */
final class TableCells {
    private TableCells() {}

    static ObjectNode write(Table table) {
        ObjectNode json = Content.object();
        ArrayNode columns = json.putArray("columns");
        table.columns().forEach(column -> {
            ArrayNode written = columns.addArray()
                    .add(column.name())
                    .add(column.type().name())
                    .add(column.role().name());
            if (column.derived()) {
                written.add(true);
            }
        });
        ArrayNode rows = json.putArray("rows");
        for (List<@Nullable Object> row : table.rows()) {
            ArrayNode cells = rows.addArray();
            row.forEach(cell -> cells.add(cell instanceof Table inner ? write(inner) : Content.cell(cell)));
        }
        return json;
    }

    /** @throws IllegalArgumentException where it is not of the form that {@link #write} gives */
    static Table read(JsonNode json) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode column : json.path("columns")) {
            columns.add(new Column(
                    column.path(0).asText(),
                    ValueType.valueOf(column.path(1).asText()),
                    Column.Role.valueOf(column.path(2).asText()),
                    column.path(3).asBoolean()));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (JsonNode row : json.path("rows")) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int i = 0; i < row.size() && i < columns.size(); i++) {
                cells.add(cell(row.get(i), columns.get(i).type()));
            }
            rows.add(cells);
        }
        return new Table(columns, rows);
    }

    private static @Nullable Object cell(JsonNode cell, ValueType type) {
        if (cell.isNull()) {
            return null;
        }
        return switch (type) {
            case TEXT -> cell.asText();
            case INTEGER -> cell.longValue();
            case NUMBER -> cell.doubleValue();
            case BOOLEAN -> cell.booleanValue();
            case DATE -> LocalDate.parse(cell.asText());
            case TIMESTAMP -> LocalDateTime.parse(cell.asText());
            case TABLE -> read(cell);
        };
    }
}
