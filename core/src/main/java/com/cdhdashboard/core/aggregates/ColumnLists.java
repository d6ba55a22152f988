package com.cdhdashboard.core.aggregates;

import com.cdhdashboard.core.cube.ValueType;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The older form of a table: {@code {"columns": [{"name": …, "datatype": …, "values": […]}]}}. */
final class ColumnLists {
    private final JsonParser json;
    private final String metric;
    private final int most;
    private int values;

    /** @param most values of all columns */
    ColumnLists(JsonParser json, String metric, int most) {
        this.json = json;
        this.metric = metric;
        this.most = most;
    }

    /** From within the object to its end. */
    List<AggregateTable.Column> read() throws IOException {
        List<AggregateTable.Column> columns = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = json.currentName().equals("columns");
            JsonToken begin = json.nextToken();
            if (wanted && begin == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    columns.add(column());
                }
            } else {
                json.skipChildren();
            }
        }
        return columns;
    }

    private AggregateTable.Column column() throws IOException {
        AggregatesFile.require(json.currentToken() == JsonToken.START_OBJECT, metric, "a list of columns");
        String name = "";
        String type = "";
        List<@Nullable Object> found = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("name")) {
                name = String.valueOf(json.getValueAsString());
            } else if (key.equals("datatype")) {
                type = value == JsonToken.VALUE_STRING ? json.getText() : "another type";
                json.skipChildren();
            } else if (key.equals("values") && value == JsonToken.START_ARRAY) {
                found = values();
            } else {
                json.skipChildren();
            }
        }
        return typed(name, type, found);
    }

    private List<@Nullable Object> values() throws IOException {
        List<@Nullable Object> found = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            AggregatesFile.require(++values <= most, metric, "at most " + most + " values");
            found.add(
                    switch (token) {
                        case VALUE_NULL -> null;
                        case VALUE_STRING -> json.getText();
                        case VALUE_NUMBER_INT -> json.getLongValue();
                        case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
                        case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
                        case START_ARRAY -> AggregatesFile.bytes(json, metric);
                        default -> throw new IOException("an object among values");
                    });
        }
        return found;
    }

    private AggregateTable.Column typed(String name, String type, List<@Nullable Object> found) {
        String place = metric + "." + name;
        Optional<ValueType> valueType = switch (type) {
            case "String", "Categorical" -> Optional.of(ValueType.TEXT);
            case "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64" ->
                Optional.of(ValueType.INTEGER);
            case "Float32", "Float64" -> Optional.of(ValueType.NUMBER);
            case "Boolean" -> Optional.of(ValueType.BOOLEAN);
            case "Date" -> Optional.of(ValueType.DATE);
            default -> Optional.empty();
        };
        AggregatesFile.require(
                valueType.isPresent() || type.equals("Binary"), place, "of a type that is read, not " + type);
        List<@Nullable Object> values = new ArrayList<>(found.size());
        for (Object value : found) {
            values.add(value == null ? null : typed(place, valueType, value));
        }
        return new AggregateTable.Column(name, valueType, values);
    }

    private static Object typed(String place, Optional<ValueType> type, Object value) {
        boolean fits = type.map(one -> switch (one) {
                    case TEXT -> value instanceof String;
                    case INTEGER, DATE -> value instanceof Long;
                    case NUMBER -> value instanceof Number;
                    case BOOLEAN -> value instanceof Boolean;
                    case TIMESTAMP, TABLE -> false;
                })
                .orElse(value instanceof byte[]);
        AggregatesFile.require(fits, place, type.map(one -> "values of " + one).orElse("bytes"));
        if (type.filter(ValueType.DATE::equals).isPresent()) {
            return AggregatesFile.day(place, (Long) value);
        }
        return type.filter(ValueType.NUMBER::equals).isPresent() ? (Object) ((Number) value).doubleValue() : value;
    }
}
