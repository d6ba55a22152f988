package com.cdhdashboard.core.config.change;

import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.expression.text.Place;
import com.cdhdashboard.core.expression.text.SourceText;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What values say, as text that can be compared: two texts are equal where values differ in places of a file alone. */
final class Shape {
    private Shape() {}

    static String of(Object value) {
        if (value instanceof Position || value instanceof Place) {
            return "";
        }
        if (value instanceof Record fields) {
            return ofFields(fields);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Shape::of).orElse("none");
        }
        if (value instanceof List<?> list) {
            return joined(list.stream().map(Shape::of));
        }
        if (value instanceof Map<?, ?> map) {
            return joined(map.entrySet().stream().map(entry -> of(entry.getKey()) + "=" + of(entry.getValue())));
        }
        return value instanceof String text
                ? "'" + text.replace("'", "''") + "'"
                : value.getClass().getSimpleName() + ":" + value;
    }

    private static String ofFields(Record value) {
        if (value instanceof SourceText text) {
            return of(text.text());
        }
        return value.getClass().getSimpleName()
                + joined(Stream.of(value.getClass().getRecordComponents()).map(field -> of(read(field, value))));
    }

    private static Object read(RecordComponent field, Record value) {
        try {
            return field.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining(", ", "(", ")"));
    }
}
