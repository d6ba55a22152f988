package com.cdhdashboard.app.output;

import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.figure.Figure;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON: maps, lists, tables as one object per row, figures, texts, numbers, booleans, dates and nulls. Dates are
 * {@code 2024-12-20}; missing and not available are null, never NaN; numbers are unrounded, in the shortest form that reads
 * back as the same number.
 */
public final class Json {
    /** Without the fast writer, JDK 17 would write some numbers with more digits than they need. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private static final CharacterEscapes BLOCK_ESCAPES = new BlockEscapes();
    private static final int USUAL_BYTES = 1 << 12;

    /** The same line ends on every system. */
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private Json() {}

    static JsonFactory factory() {
        return FACTORY;
    }

    /** As UTF-8. */
    public static byte[] bytes(@Nullable Object value) {
        return bytes(value, null);
    }

    /**
     * As UTF-8 for a {@code <script type="application/json">} block: the characters that could end the block are JSON
     * escapes, so no text in the data can leave it.
     */
    public static byte[] blockBytes(@Nullable Object value) {
        return bytes(value, BLOCK_ESCAPES);
    }

    /** For people, over many lines. */
    public static String indented(@Nullable Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    public static String text(@Nullable Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /** In characters that every header can hold. */
    public static String asciiText(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        text(value).chars().forEach(c -> text.append(c < 0x7f ? String.valueOf((char) c) : escape(c)));
        return text.toString();
    }

    private static String escape(int character) {
        return String.format(Locale.ROOT, "\\u%04x", character);
    }

    private static byte[] bytes(@Nullable Object value, @Nullable CharacterEscapes escapes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            if (escapes != null) {
                json.setCharacterEscapes(escapes);
            }
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void write(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value instanceof Double || value instanceof Float) {
            number(((Number) value).doubleValue(), json);
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Collection<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (value == null) {
            json.writeNull();
        } else {
            writeOther(value, json);
        }
    }

    private static void writeOther(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Optional<?> optional) {
            write(optional.orElse(null), json);
        } else if (value instanceof Table table) {
            json.writeStartArray();
            rows(table, json);
            json.writeEndArray();
        } else if (value instanceof Figure figure) {
            figure(figure, json);
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

    /** One object per row, in the order of the columns. */
    static void rows(Table table, JsonGenerator json) throws IOException {
        for (List<@Nullable Object> row : table.rows()) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeFieldName(table.columns().get(i).name());
                write(row.get(i), json);
            }
            json.writeEndObject();
        }
    }

    /** As {@code {"data": […], "layout": {…}}}, ready for Plotly. */
    private static void figure(Figure figure, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName("data");
        write(figure.data(), json);
        json.writeFieldName("layout");
        write(figure.layout(), json);
        if (!figure.frames().isEmpty()) {
            json.writeFieldName("frames");
            write(figure.frames(), json);
        }
        json.writeEndObject();
    }

    /** What could end a block of script or a line of it. */
    private static final class BlockEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1;
        private final int[] ascii = standardAsciiEscapesForJSON();

        BlockEscapes() {
            for (char character : new char[] {'&', '<', '>'}) {
                ascii[character] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return character == '\u2028' || character == '\u2029' ? new SerializedString(escape(character)) : null;
        }
    }
}
