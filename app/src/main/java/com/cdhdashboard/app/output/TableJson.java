package com.cdhdashboard.app.output;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.figure.Figure;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;

/** Tables as {@link Json} with one row per line. A table within a cell is an array of objects, too. */
public final class TableJson {
    private TableJson() {}

    public static void write(Table table, Writer out) throws IOException {
        write(List.of(table).iterator(), out);
    }

    /** A table in parts, of which one at a time is in memory. */
    public static void write(Iterator<Table> parts, Writer out) throws IOException {
        try (JsonGenerator json = Json.factory().createGenerator(out)) {
            json.setPrettyPrinter(new RowPerLine());
            json.writeStartArray();
            while (parts.hasNext()) {
                Json.rows(parts.next(), json);
            }
            json.writeEndArray();
        }
        out.write('\n');
    }

    /** A figure as {@code {"data": […], "layout": {…}}}, ready for Plotly. */
    public static void write(Figure figure, Writer out) throws IOException {
        try (JsonGenerator json = Json.factory().createGenerator(out)) {
            Json.write(figure, json);
        }
        out.write('\n');
    }

    /** Rows of the outermost array stand on lines of their own; everything else is compact. */
    private static final class RowPerLine extends MinimalPrettyPrinter {
        private int depth;

        @Override
        public void writeStartArray(JsonGenerator json) throws IOException {
            depth++;
            super.writeStartArray(json);
        }

        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            json.writeRaw(depth == 1 ? "\n" : "");
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(depth == 1 ? ",\n" : ",");
        }

        @Override
        public void writeEndArray(JsonGenerator json, int values) throws IOException {
            json.writeRaw(depth == 1 && values > 0 ? "\n]" : "]");
            depth--;
        }
    }
}
