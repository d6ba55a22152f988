package com.cdhdashboard.core.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a tree of Plotly attributes in the order given. A value may be another {@code Attributes}, also within a list.
 * Not thread safe.
 */
public final class Attributes {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    public static Attributes none() {
        return new Attributes();
    }

    public static Attributes of(String name, @Nullable Object value) {
        return new Attributes().with(name, value);
    }

    /** Sets an attribute, in the place of an earlier one of that name. */
    public Attributes with(String name, @Nullable Object value) {
        values.put(name, plain(value));
        return this;
    }

    public Attributes withAll(Attributes others) {
        values.putAll(others.values);
        return this;
    }

    // Plotly reads null as "not set"; maps of figures are declared without nullable values as JSON has them anyway.
    @SuppressWarnings("NullAway")
    public Map<String, Object> toMap() {
        return new LinkedHashMap<>(values);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Attributes attributes) {
            return attributes.toMap();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(plain(element)));
            return copy;
        }
        return value;
    }
}
