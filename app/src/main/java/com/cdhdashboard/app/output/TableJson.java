package com.cdhdashboard.app.output;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.figure.Figure;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tables as JSON: an array with one object per row and line. Numbers are unrounded, in the shortest form that reads back
 * as the same number; dates are {@code 2024-12-20}; missing and not available are null, an empty text is an empty text. A
 * table within a cell is an array of objects, too.
 */
public final class TableJson {
    /** Without the fast writer, JDK 17 would write some numbers with more digits than they need. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private TableJson() {}

    public static void write(Table table, Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(new RowPerLine());
            rows(table, json);
        }
        out.write('\n');
    }

    /** The table on one line. */
    public static String text(Table table) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            rows(table, json);
        }
        return text.toString();
    }

    private static void rows(Table table, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (List<@Nullable Object> row : table.rows()) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeFieldName(table.columns().get(i).name());
                value(row.get(i), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A figure as {@code {"data": […], "layout": {…}}}, ready for Plotly. */
    public static void write(Figure figure, Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeFieldName("data");
            value(figure.data(), json);
            json.writeFieldName("layout");
            value(figure.layout(), json);
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void value(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value instanceof Double number) {
            number(number, json);
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Table nested) {
            rows(nested, json);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                value(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                value(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    private static void number(double number, JsonGenerator json) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeNull();
        }
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
