package com.cdhdashboard.app.view;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.figure.Figure;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers as JSON: dates as {@code 2024-12-20}, missing and not available as null, never NaN, numbers unrounded. */
public final class Json {
    /** The fast writer gives the shortest digits that read back as the same number. */
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build());

    private Json() {}

    /** Of maps, lists, tables, texts, numbers, booleans, dates and nulls. */
    public static String write(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsString(plain(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON value: " + value, e);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(String.valueOf(key), plain(inner)));
            return copy;
        }
        if (value instanceof Collection<?> items) {
            List<@Nullable Object> copy = new ArrayList<>();
            items.forEach(item -> copy.add(plain(item)));
            return copy;
        }
        if (value instanceof Table nested) {
            return plain(rows(nested));
        }
        if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        }
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue()) ? value : null;
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    /** One object per row, in the order of the columns. */
    public static List<Map<String, @Nullable Object>> rows(Table table) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(table.rows().size());
        for (List<@Nullable Object> row : table.rows()) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                object.put(table.columns().get(i).name(), row.get(i));
            }
            rows.add(object);
        }
        return rows;
    }

    /** Names and types of the columns. */
    public static List<Map<String, String>> columns(Table table) {
        List<Map<String, String>> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            Map<String, String> object = new LinkedHashMap<>();
            object.put("name", column.name());
            object.put("type", lower(column.type()));
            object.put("role", lower(column.role()));
            columns.add(object);
        }
        return columns;
    }

    public static Map<String, Object> figure(Figure figure) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("data", figure.data());
        object.put("layout", figure.layout());
        if (!figure.frames().isEmpty()) {
            object.put("frames", figure.frames());
        }
        return object;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
